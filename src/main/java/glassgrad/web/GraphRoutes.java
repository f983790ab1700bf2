package glassgrad.web;

import glassgrad.graph.Dot;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import glassgrad.training.LossGraph;
import glassgrad.training.Run;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The graph of a step, as JSON or, for Graphviz, as DOT. */
final class GraphRoutes {
    private static final String DOT = "text/vnd.graphviz";
    private static final String ALL = "all";

    private final RunRoutes runs;

    GraphRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    void graph(Context request) {
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Object sample = asked(request.queryParam("sample"));
        Answers.GraphAnswer answer = graph(run, step, sample);
        request.header("Vary", "Accept, Accept-Encoding");
        if (wantsDot(request.header("Accept"))) {
            request.contentType(DOT).result(Dot.of(new Graph(answer.nodes(), answer.root())));
        } else {
            Json.answer(request, answer);
        }
    }

    /** @param sample a number, or "all" */
    static Answers.GraphAnswer graph(Run run, int step, Object sample) {
        LossGraph values = sample instanceof Integer number ? run.graph(step, number) : run.graphOfBatch(step);
        Graph graph = Graph.of(values);
        return new Answers.GraphAnswer(step, sample, graph.nodes(), graph.root());
    }

    /** @param sample null for the whole batch */
    static Object sample(@Nullable Integer sample) {
        return sample == null ? ALL : sample;
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
            throw new InvalidInput("sample", "The sample must be \"all\" or a whole number from 0 up.");
        }
    }

    private static boolean wantsDot(@Nullable String accept) {
        return accept != null && accept.contains(DOT);
    }
}
