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

    /** The first inputs are read by code that is not compiled yet. */
    private static final int WARM_UP = 2_000;

    private static int inputs;

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
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            read.accept(text);
        } catch (InvalidInput | ExpressionMistake e) {
            check(String.valueOf(e.getMessage()), text);
        } catch (Refused e) {
            check(e.problem().detail(), text);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (inputs++ > WARM_UP && nanos > MOST_NANOS) {
            throw new IllegalStateException(
                    "An input of %,d characters took %,d ms.".formatted(text.length(), nanos / 1_000_000));
        }
    }

    /** A refusal is a sentence for people, however long the input is. */
    private static void check(String message, String text) {
        if (message.isBlank()
                || message.length() > 1_000
                || message.contains("glassgrad.")
                || message.contains("Exception")) {
            throw new IllegalStateException("\"" + message + "\" for an input of " + text.length() + " characters");
        }
    }
}
