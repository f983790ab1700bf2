package glassgrad.web;

import com.sun.management.ThreadMXBean;
import glassgrad.data.CsvSamples;
import glassgrad.data.CsvTable;
import glassgrad.expression.Expression;
import glassgrad.expression.ExpressionMistake;
import glassgrad.link.MomentQuery;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What reads other people's texts, as Jazzer calls it: with inputs that it changes until new code is reached. Whatever comes,
 * the answer is a clean refusal or none, and soon.
 */
public final class Fuzzing {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the processor's time, so that a busy machine makes no difference; a collection of garbage counts for others. */
    private static final long MOST_NANOS = 50_000_000;

    /** What is slow once may have loaded classes, or waited to be compiled. */
    private static final int REPEATS = 3;

    private static final List<String> INSIDE = List.of("glassgrad.", "java.", "Exception");

    private Fuzzing() {}

    /** The address of a moment, its compressed field within it. */
    public static final class Link {
        private Link() {}

        public static void fuzzerTestOneInput(byte[] input) {
            refused(input, text -> MomentQuery.read(text));
        }
    }

    /** A recipe as JSON. */
    public static final class RecipeBody {
        private RecipeBody() {}

        public static void fuzzerTestOneInput(byte[] input) {
            refused(input, text -> Json.parse(text, RecipeJson.class).recipe());
        }
    }

    /** A file of samples. */
    public static final class Csv {
        private Csv() {}

        public static void fuzzerTestOneInput(byte[] input) {
            refused(input, text -> {
                CsvTable table = CsvTable.read(text);
                if (table.names().size() == 2) {
                    CsvSamples.ofNumbers(table, List.of(0), List.of(1), MOST);
                    CsvSamples.ofClasses(table, List.of(0), 1, MOST);
                }
            });
        }

        private static final CsvSamples.Most MOST =
                new CsvSamples.Most(Limits.SAMPLES, Limits.OUTPUTS, Limits.MAGNITUDE);
    }

    /** An expression. */
    public static final class Grammar {
        private Grammar() {}

        public static void fuzzerTestOneInput(byte[] input) {
            refused(input, text -> Expression.of(text, Map.of("a", 2.0), 1.0));
        }
    }

    private static void refused(byte[] input, Consumer<String> read) {
        String text = new String(input, StandardCharsets.UTF_8);
        long nanos = nanos(text, read);
        for (int again = 0; again < REPEATS && nanos > MOST_NANOS; again++) {
            nanos = Math.min(nanos, nanos(text, read));
        }
        if (nanos > MOST_NANOS) {
            throw new IllegalStateException(
                    "An input of %,d characters took %,d ms.".formatted(text.length(), nanos / 1_000_000));
        }
    }

    private static long nanos(String text, Consumer<String> read) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            read.accept(text);
        } catch (InvalidInput | ExpressionMistake e) {
            check(String.valueOf(e.getMessage()), text);
        } catch (Refused e) {
            check(e.problem().detail(), text);
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /** A refusal is a sentence for people, however long the input is, and tells nothing of the inside. */
    private static void check(String message, String text) {
        boolean leaks = INSIDE.stream().anyMatch(word -> message.contains(word) && !text.contains(word));
        if (message.isBlank() || message.length() > 1_000 || leaks) {
            throw new IllegalStateException("\"" + message + "\" for an input of " + text.length() + " characters");
        }
    }
}
