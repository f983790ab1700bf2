package glassgrad.web;

import glassgrad.graph.Dot;
import glassgrad.graph.Graph;
import glassgrad.link.SubjectText;
import glassgrad.training.InvalidInput;
import glassgrad.training.LossGraph;
import glassgrad.training.Run;
import glassgrad.training.Subject;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The graph of a step, as JSON or, for Graphviz, as DOT. */
final class GraphRoutes {
    private static final String DOT = "text/vnd.graphviz";
    private static final String SAMPLE = "sample";

    private final RunRoutes runs;

    GraphRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    /** What a request wants of a graph, beside other things. */
    record GraphRequest(@Nullable Object sample) {
        Subject wanted() {
            return subject("graph.sample", sample);
        }
    }

    /**
     * What a body asks for: a number, or a text.
     *
     * @param field its name in the body
     */
    static Subject subject(String field, @Nullable Object sample) {
        if (sample == null) {
            return Subject.FIRST;
        }
        Subject subject = SubjectText.read(field, sample.toString());
        // In JSON a number is written as one.
        if (sample instanceof String && subject instanceof Subject.Numbered) {
            throw SubjectText.none(field);
        }
        return subject;
    }

    void graph(Context request) {
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Subject subject = subject(request);
        LossGraph graph = run.graph(step, subject);
        if (wantsDot(request)) {
            answerDot(request, Graph.of(graph));
        } else {
            Json.answer(request, part(request.queryParam("part"), step, SubjectText.json(subject), graph));
        }
    }

    /** For an address that answers with JSON or with DOT. */
    static boolean wantsDot(Context request) {
        request.header("Vary", "Accept, Accept-Encoding");
        return Accept.prefers(request, DOT, Json.TYPE);
    }

    static void answerDot(Context request, Graph graph) {
        request.contentType(DOT);
        Gzip.send(request, Dot.of(graph).getBytes(StandardCharsets.UTF_8));
    }

    /** What an address asks for. */
    static Subject subject(Context request) {
        String text = request.queryParam(SAMPLE);
        return text == null ? Subject.FIRST : SubjectText.read(SAMPLE, text);
    }

    private static Object part(@Nullable String part, int step, Object sample, LossGraph graph) {
        if (part == null) {
            return Answers.GraphAnswer.of(step, sample, Graph.of(graph));
        }
        return switch (part) {
            case "topology" -> Answers.TopologyAnswer.of(graph);
            case "numbers" -> Answers.NumbersAnswer.of(step, sample, graph);
            default ->
                throw new InvalidInput(
                        "part",
                        "The part must be \"topology\" or \"numbers\"; without it, the answer is the whole graph.");
        };
    }
}
