package glassgrad.figures;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Measures what the README promises, and prints each figure beside its mark.
 *
 * <p>Arguments name the parts to be measured; without any, all are.
 *
 * <p>It starts the packaged program and a browser of its own, on loopback, and stops both.
 */
public final class Figures {
    private static final Path JAR = Path.of("target", "glassgrad.jar");

    private static final Set<String> PARTS = Set.of("start", "requests", "page", "wire", "play", "views", "links");

    /** One measured figure. */
    record Figure(String what, double value, String unit, double mark) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-58s %9.1f %-4s (to reach: under %.0f)", what, value, unit, mark);
        }
    }

    private Figures() {}

    public static void main(String[] args) throws Exception {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn -q -DskipTests package makes it.");
        }
        PrintStream out = System.out;
        out.printf(
                "JDK %s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        Set<String> parts = args.length == 0 ? PARTS : Set.of(args);
        if (parts.contains("start")) {
            StartFigures.measure(JAR).forEach(out::println);
        }
        try (Program program = Program.start(JAR)) {
            if (parts.contains("requests")) {
                RequestFigures.measure(program.url()).forEach(out::println);
            }
            if (parts.contains("page")) {
                PageFigures.measure(program.url()).forEach(out::println);
            }
            if (parts.contains("wire")) {
                WireFigures.measure(program, out);
            }
            if (parts.contains("play")) {
                PlayFigures.measure(program.url(), out);
            }
        }
        if (parts.contains("links")) {
            LinkFigures.measure(JAR, out);
        }
        if (parts.contains("views")) {
            ViewFigures.measure().forEach(out::println);
        }
    }
}
