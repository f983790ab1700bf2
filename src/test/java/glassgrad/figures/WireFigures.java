package glassgrad.figures;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an answer costs: its bytes, plain and as sent, and the processor's time that the program takes for a request of it, all
 * of HTTP included; and for the numbers of a graph, what other encodings than ours would cost.
 */
final class WireFigures {
    private static final Map<String, String> RECIPES = Map.of(
            "the notebook's run",
            "{}",
            "2-16-16-1",
            "{\"data\": {\"name\": \"micrograd-demo\"}, \"network\": {\"layers\": [16, 16, 1]}}",
            "2-60-60-1",
            "{\"data\": {\"name\": \"micrograd-demo\"}, \"network\": {\"layers\": [60, 60, 1]},"
                    + " \"training\": {\"loss\": \"mean-squared-error\"}}");
    private static final List<String> ORDER = List.of("the notebook's run", "2-16-16-1", "2-60-60-1");

    /** Where the runs are looked at; no special step. */
    private static final int STEP = 20;

    /** Of the processor; its clock ticks every 10 ms. */
    private static final double MEASURED_SECONDS = 1;

    /** Before these, a request's time is that of the JVM's compiler. */
    private static final int WARM_UP_REQUESTS = 10_000;

    private static final double WARM_UP_SECONDS = 2;

    private final Program program;
    private final Http http;
    private final PrintStream out;

    private WireFigures(Program program, PrintStream out) {
        this.program = program;
        this.http = new Http(program.url());
        this.out = out;
    }

    static void measure(Program program, PrintStream out) {
        WireFigures figures = new WireFigures(program, out);
        String run = "/api/runs/" + figures.http.open(1337);
        for (int i = 0; i < WARM_UP_REQUESTS; i++) {
            figures.http.get(run + "/frames/" + STEP, "Accept-Encoding", "gzip");
        }
        try (Encodings encodings = new Encodings()) {
            for (String name : ORDER) {
                figures.measure(name, String.valueOf(RECIPES.get(name)), encodings);
            }
        }
    }

    private void measure(String name, String recipe, Encodings encodings) {
        JsonNode opened = http.read(http.post("/api/runs", recipe));
        String run = "/api/runs/" + opened.get("run").asString();
        http.post(run + "/steps", "{\"to\": %d}".formatted(STEP));
        String frame = run + "/frames/" + STEP;
        String graph = frame + "/graph?sample=0";
        work(graph, WARM_UP_SECONDS);
        work(graph + "&part=numbers", WARM_UP_SECONDS);
        out.printf("%n%s, %,d parameters%n", name, opened.get("parameters").size());
        out.printf("%-44s %9s %9s %13s%n", "an answer of JSON", "bytes", "as sent", "server, us");
        answer("frame", frame);
        answer("graph", graph);
        answer("graph, topology only", graph + "&part=topology");
        answer("graph, numbers only", graph + "&part=numbers");
        encodings.measure(http.read(http.get(graph + "&part=numbers")), out);
    }

    private void answer(String what, String path) {
        int plain = http.get(path).length;
        int sent = http.get(path, "Accept-Encoding", "gzip").length;
        out.printf(Locale.ROOT, "%-44s %,9d %,9d %,13.0f%n", what, plain, sent, microseconds(path));
    }

    /** Processor's time of the program, a request. */
    private double microseconds(String path) {
        work(path, MEASURED_SECONDS / 2);
        double start = program.processorSeconds();
        int requests = work(path, MEASURED_SECONDS);
        return (program.processorSeconds() - start) / requests * 1e6;
    }

    /** How many requests so many seconds of the program's processor are. */
    private int work(String path, double seconds) {
        double end = program.processorSeconds() + seconds;
        int requests = 0;
        for (; program.processorSeconds() < end; requests++) {
            http.get(path, "Accept-Encoding", "gzip");
        }
        return requests;
    }
}
