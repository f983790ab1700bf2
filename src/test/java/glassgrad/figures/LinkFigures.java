package glassgrad.figures;

import glassgrad.link.Compact;
import glassgrad.store.Postgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Short links, made and opened by eight people at once, on both databases; and how long long links are. */
final class LinkFigures {
    private static final int PEOPLE = 8;
    private static final int WARM_UP = 2_000;
    private static final int LINKS = 8_000;

    private LinkFigures() {}

    static void measure(Path jar, PrintStream out) throws IOException, InterruptedException, ExecutionException {
        out.printf("%n%-40s %10s %10s %10s%n", "short links, eight people at once", "a second", "median", "p99");
        try (Program program = Program.start(jar, Map.of("GLASSGRAD_PROXIES", "1"))) {
            measure("SQLite", program, out);
        }
        try (Postgres postgres = new Postgres();
                Program program =
                        Program.start(jar, Map.of("GLASSGRAD_PROXIES", "1", "DATABASE_URL", postgres.newDatabase()))) {
            measure("PostgreSQL", program, out);
        }
        out.printf("%n%-40s %10s%n", "long links", "characters");
        out.printf("%-40s %,10d%n", "the notebook's run at step 40, a weight chosen", length(TYPICAL));
        for (int samples : new int[] {20, 100, 2_000}) {
            out.printf(
                    "%-40s %,10d%n", "%,d own samples, four decimals".formatted(samples), length(points(samples, 4)));
        }
        out.printf("%-40s %,10d%n", "2,000 own samples, all digits", length(points(2_000, 17)));
    }

    private static final String TYPICAL = "rate=0.1&step=40&selected=layer1.neuron1.w1";

    private static void measure(String engine, Program program, PrintStream out)
            throws InterruptedException, ExecutionException {
        Http http = new Http(program.url());
        String[] ids = new String[WARM_UP + LINKS];
        // From ever new addresses: what is measured is the store, not the limit.
        print(
                out,
                engine + ", made",
                times(i -> ids[i] = http.read(http.postAs(
                                "198.51.%d.%d".formatted(i / 250 % 250, i % 250),
                                "/api/links",
                                "{\"step\": %d}".formatted(i)))
                        .get("id")
                        .asString()));
        print(out, engine + ", opened", times(i -> http.get("/api/links/" + ids[i])));
    }

    private static void print(PrintStream out, String what, long[] nanos) {
        double seconds = nanos[nanos.length - 1] / 1e9;
        long[] sorted = Arrays.copyOf(nanos, nanos.length - 1);
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-40s %,10.0f %7.1f ms %7.1f ms%n",
                what,
                LINKS / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (0.99 * sorted.length)] / 1e6);
    }

    /** How long each took, and in the last place how long all took together. */
    private static long[] times(IntConsumer request) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            run(people, 0, WARM_UP, request, new long[WARM_UP + LINKS]);
            long[] nanos = new long[WARM_UP + LINKS];
            long start = System.nanoTime();
            run(people, WARM_UP, WARM_UP + LINKS, request, nanos);
            long all = System.nanoTime() - start;
            long[] measured = Arrays.copyOfRange(nanos, WARM_UP, WARM_UP + LINKS + 1);
            measured[LINKS] = all;
            return measured;
        } finally {
            people.shutdown();
        }
    }

    private static void run(ExecutorService people, int from, int to, IntConsumer request, long[] nanos)
            throws InterruptedException, ExecutionException {
        List<Future<?>> asked = IntStream.range(0, PEOPLE)
                .<Future<?>>mapToObj(person -> people.submit(() -> {
                    for (int i = from + person; i < to; i += PEOPLE) {
                        long start = System.nanoTime();
                        request.accept(i);
                        nanos[i] = System.nanoTime() - start;
                    }
                }))
                .toList();
        for (Future<?> each : asked) {
            each.get();
        }
    }

    private static int length(String query) {
        return ("https://glassgrad.example/?" + Compact.of(query)).length();
    }

    private static String points(int count, int digits) {
        SplittableRandom random = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToObj(i -> "%s,%s:%d"
                        .formatted(
                                number(random.nextDouble() * 6 - 3, digits),
                                number(random.nextDouble() * 6 - 3, digits),
                                i % 2 == 0 ? 1 : -1))
                .collect(Collectors.joining(";", "points=", "&layers=8,8"));
    }

    private static String number(double number, int digits) {
        return digits > 16 ? String.valueOf(number) : String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
