package glassgrad.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts a server under load, and prints how it fares.
 *
 * <pre>
 * 500      so many students, for half a minute
 * raise    more and more students, until one answer in a hundred takes longer than 250 ms
 * cache    10,000 different recipes, one after the other, on a server with 256 MiB of heap
 * </pre>
 *
 * <p>It starts a server of its own, unless an address follows; that must be on this machine.
 */
public final class Load {
    /** The longest wait for one answer in a hundred that a student should meet. */
    private static final double TOO_LONG_MILLIS = 250;

    private static final int FIRST_STUDENTS = 500;
    private static final int MORE_STUDENTS = 100;
    private static final int MOST_STUDENTS = 4_000;

    /** A server that has just started needs some seconds to compile itself; these are printed, and do not count. */
    private static final int WARM_UPS = 4;

    private static final int WARM_UP_SECONDS = 5;
    private static final int MEASURED_SECONDS = 15;

    /** Of every number of students, when their number is raised. */
    private static final int SETTLING_SECONDS = 2;

    private static final int RAISED_SECONDS = 5;

    /** When raising gives up. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(150);

    private static final PrintStream OUT = System.out;

    private Load() {}

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(String.join(" ", args).strip().split(" +", -1));
        String mode = words.get(0).isEmpty() ? String.valueOf(FIRST_STUDENTS) : words.get(0);
        OUT.printf(
                Locale.ROOT,
                "JDK %s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        if (mode.equals("cache")) {
            ManyRecipes.post(OUT);
        } else if (words.size() > 1) {
            run(mode, address(words.get(1)), null);
        } else {
            try (ServerProcess server = ServerProcess.start()) {
                run(mode, server.address(), server.handle());
            }
        }
    }

    /** @throws IllegalArgumentException if an address is not one of this machine: load is for one's own server */
    static InetSocketAddress address(String url) throws IOException {
        URI uri = URI.create(url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw notHere(url);
        }
        InetAddress host = InetAddress.getByName(uri.getHost());
        if (!host.isLoopbackAddress()) {
            throw notHere(url);
        }
        return new InetSocketAddress(host, uri.getPort() < 0 ? 80 : uri.getPort());
    }

    private static IllegalArgumentException notHere(String url) {
        return new IllegalArgumentException(
                "The address must be one of this machine, such as http://localhost:7070: " + url);
    }

    private static void run(String mode, InetSocketAddress address, @Nullable ProcessHandle server) throws IOException {
        try (School school = new School(address)) {
            if (mode.equals("raise")) {
                raise(school, server);
            } else {
                open(school, server, Integer.parseInt(mode));
                measure(school, server, MEASURED_SECONDS);
            }
        }
    }

    /** Every student connects and opens her run at the same moment, on a server that has just started. */
    private static void open(School school, @Nullable ProcessHandle server, int students) throws IOException {
        school.fill(students);
        OUT.println(students + " students connect at once, and play; the server warms up:");
        for (int i = 0; i < WARM_UPS; i++) {
            measure(school, server, WARM_UP_SECONDS);
        }
        OUT.println("warm:");
    }

    private static void raise(School school, @Nullable ProcessHandle server) throws IOException {
        long end = System.nanoTime() + MOST_NANOS;
        open(school, server, FIRST_STUDENTS);
        for (int students = FIRST_STUDENTS; students <= MOST_STUDENTS; students += MORE_STUDENTS) {
            school.fill(students);
            school.play(SETTLING_SECONDS, TimeUnit.SECONDS);
            if (measure(school, server, RAISED_SECONDS) > TOO_LONG_MILLIS) {
                OUT.printf(Locale.ROOT, "p99 passes %.0f ms at %d students.%n", TOO_LONG_MILLIS, students);
                return;
            }
            if (System.nanoTime() > end) {
                break;
            }
        }
        OUT.printf(Locale.ROOT, "p99 stays under %.0f ms up to %d students.%n", TOO_LONG_MILLIS, school.students());
    }

    /** The 99th percentile. */
    private static double measure(School school, @Nullable ProcessHandle server, int seconds) throws IOException {
        ProcessHandle own = ProcessHandle.current();
        ProcessHandle other = server == null ? own : server;
        Usage ownBefore = Usage.of(own);
        Usage otherBefore = Usage.of(other);
        school.measureAnew();
        school.play(seconds, TimeUnit.SECONDS);
        Latencies latencies = school.latencies();
        double p99 = latencies.milliseconds(0.99);
        OUT.printf(
                Locale.ROOT,
                "%5d students  %6.0f requests/s  p50 %6.1f ms  p99 %6.1f ms  slowest %6.0f ms  failures %d  ",
                school.students(),
                (double) latencies.count() / seconds,
                latencies.milliseconds(0.5),
                p99,
                latencies.milliseconds(1),
                school.failures());
        if (server != null) {
            OUT.printf(
                    Locale.ROOT,
                    "server %.2f cores, %.0f MiB  ",
                    otherBefore.coresUntil(Usage.of(other)),
                    Usage.residentMebibytes(other));
        }
        OUT.printf(Locale.ROOT, "generator %.2f cores%n", ownBefore.coresUntil(Usage.of(own)));
        if (school.failures() > 0) {
            OUT.println("      the first failure: " + school.firstFailure());
        }
        return p99;
    }
}
