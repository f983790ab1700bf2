package glassgrad.web;

import glassgrad.graph.Dot;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import glassgrad.training.LossGraph;
import glassgrad.training.Run;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The graph of a step, as JSON or, for Graphviz, as DOT. */
final class GraphRoutes {
    private static final String DOT = "text/vnd.graphviz";
    private static final String ALL = "all";

    private final RunRoutes runs;

    GraphRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    /** What a request wants of a graph, beside other things. */
    record GraphRequest(@Nullable Object sample) {
        /** A number, or "all". */
        Object wanted() {
            return wantedSample("graph.sample", sample);
        }
    }

    /**
     * The sample that a body asks for: a number, or "all".
     *
     * @param field its name in the body
     */
    static Object wantedSample(String field, @Nullable Object sample) {
        if (sample == null) {
            return 0;
        }
        if (sample instanceof Integer || sample.equals(ALL)) {
            return sample;
        }
        throw noSample(field);
    }

    void graph(Context request) {
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Object sample = sample(request);
        LossGraph graph = graph(run, step, sample);
        if (wantsDot(request)) {
            answerDot(request, Graph.of(graph));
        } else {
            Json.answer(request, part(request.queryParam("part"), step, sample, graph));
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

    /** @param sample a number, or "all" */
    static LossGraph graph(Run run, int step, Object sample) {
        return sample instanceof Integer number ? run.graph(step, number) : run.graphOfBatch(step);
    }

    /** The sample that an address asks for: a number, or "all". */
    static Object sample(Context request) {
        return asked(request.queryParam("sample"));
    }

    /** @param sample null for the whole batch */
    static Object sample(@Nullable Integer sample) {
        return sample == null ? ALL : sample;
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

    private static Object asked(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (text.equals(ALL)) {
            return ALL;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw noSample("sample");
        }
    }

    private static InvalidInput noSample(String field) {
        return new InvalidInput(field, "The sample must be \"all\" or a whole number from 0 up.");
    }
}
