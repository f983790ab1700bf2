package glassgrad.figures;

import glassgrad.figures.Figures.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** How soon a warm program answers, over HTTP on loopback, one request at a time. */
final class RequestFigures {
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS_A_RUN = 50;
    private static final int MEASURED = 1_000;

    private RequestFigures() {}

    static List<Figure> measure(String url) {
        Http http = new Http(url);
        double[] open = milliseconds(http::open);
        List<String> runs = LongStream.range(0, (WARM_UP + MEASURED) / REQUESTS_A_RUN)
                .mapToObj(seed -> http.open(-1 - seed))
                .toList();
        double[] steps = milliseconds(i -> {
            int from = 100 * (i % REQUESTS_A_RUN);
            http.post(
                    "/api/runs/" + runs.get(i / REQUESTS_A_RUN) + "/steps",
                    "{\"from\":%d,\"to\":%d}".formatted(from, from + 100));
        });
        return List.of(
                new Figure("recipe to first frame, warm (median)", at(open, 0.5), "ms", 20),
                new Figure("recipe to first frame, warm (99th percentile)", at(open, 0.99), "ms", 20),
                new Figure("100 steps of the notebook's run, warm (median)", at(steps, 0.5), "ms", 5),
                new Figure("100 steps of the notebook's run, warm (99th percentile)", at(steps, 0.99), "ms", 5));
    }

    private static double[] milliseconds(IntConsumer request) {
        double[] times = new double[MEASURED];
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            request.accept(i);
            if (i >= WARM_UP) {
                times[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
