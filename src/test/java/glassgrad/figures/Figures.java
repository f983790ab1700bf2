package glassgrad.figures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures what the README promises, and prints each figure beside its mark.
 *
 * <p>It starts the packaged program and a browser of its own, on loopback, and stops both.
 */
public final class Figures {
    private static final Path JAR = Path.of("target", "glassgrad.jar");

    /** One measured figure. */
    record Figure(String what, double value, String unit, double mark) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-58s %9.1f %-4s (to reach: under %.0f)", what, value, unit, mark);
        }
    }

    private Figures() {}

    public static void main(String[] args) throws IOException {
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
        StartFigures.measure(JAR).forEach(out::println);
        try (Program program = Program.start(JAR)) {
            RequestFigures.measure(program.url()).forEach(out::println);
            PageFigures.measure(program.url()).forEach(out::println);
        }
        ViewFigures.measure().forEach(out::println);
    }
}
