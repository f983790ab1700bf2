package glassgrad.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person can choose about a run: its names, its default, its limits and its help, in one place, from which
 * form, link, help and check are made.
 *
 * @param field where it stands in a recipe: "training.learningRate"
 * @param key its name in a link: "rate"
 * @param title its name on a page
 * @param help a sentence for someone who meets it for the first time
 * @param fallback the default
 * @param min the smallest number allowed; not itself allowed if {@code aboveMin}
 * @param max the largest number allowed
 * @param choices the values allowed, where it is a choice
 * @param editable whether an edit may change it in the middle of a run
 * @param when where it applies; null if everywhere. Elsewhere it is kept, and changes nothing
 */
public record Setting(
        String field,
        String key,
        String title,
        String help,
        Type type,
        @Nullable Object fallback,
        double min,
        boolean aboveMin,
        double max,
        List<Choice> choices,
        boolean editable,
        @Nullable When when) {

    Setting(
            String field,
            String key,
            String title,
            String help,
            Type type,
            @Nullable Object fallback,
            double min,
            boolean aboveMin,
            double max,
            List<Choice> choices,
            boolean editable) {
        this(field, key, title, help, type, fallback, min, aboveMin, max, choices, editable, null);
    }

    /** What kind of value a setting takes. */
    public enum Type {
        NUMBER,
        INTEGER,
        FLAG,
        CHOICE,
        /** A choice for all hidden layers, or one for each of them. */
        CHOICES,
        /** The number of neurons of each layer. */
        LAYERS,
        /** A {@link Schedule}. */
        SCHEDULE,
        /** So many characters at most. */
        TEXT,
        /** Some of {@link glassgrad.data.Feature}; null for the inputs as they are. */
        FEATURES
    }

    /**
     * Where a setting applies: where another one has one of some values.
     *
     * @param values none for any value but null and 0
     */
    public record When(String field, List<String> values) {}

    /** The same setting, which applies only where another one has one of these values; with none, where it has any but 0. */
    Setting where(Setting other, String... values) {
        When limited = new When(other.field, List.of(values));
        return new Setting(field, key, title, help, type, fallback, min, aboveMin, max, choices, editable, limited);
    }

    /** The same setting, which no edit may change. */
    Setting fixed() {
        return new Setting(field, key, title, help, type, fallback, min, aboveMin, max, choices, false, when);
    }

    /** One allowed value and what a page calls it. */
    public record Choice(String value, String title) {}

    /** Refuses a number that breaks the limits. NaN breaks every limit. */
    public double check(double number) {
        return check(field, number);
    }

    /** As {@link #check(double)}, for a value that stands elsewhere, in an edit. */
    double check(String where, double number) {
        boolean inside = (aboveMin ? number > min : number >= min) && number <= max;
        if (!inside) {
            throw new InvalidInput(where, expectation());
        }
        return number;
    }

    public String check(String choice) {
        return check(field, choice);
    }

    /** As {@link #check(String)}, for one of several choices. */
    public String check(String where, String choice) {
        if (choices.stream().noneMatch(allowed -> allowed.value().equals(choice))) {
            List<String> values = choices.stream().map(Choice::value).toList();
            throw new InvalidInput(
                    where, "%s must be one of: %s.".formatted(capital(title), String.join(", ", values)));
        }
        return choice;
    }

    /** Refuses a text that is too long. */
    void checkLength(String text) {
        if (text.length() > max) {
            throw new InvalidInput(
                    field,
                    "%s may have %,.0f characters at most, but has %,d.".formatted(capital(title), max, text.length()));
        }
    }

    /** The default of a number. */
    public double number() {
        return ((Number) Objects.requireNonNull(fallback)).doubleValue();
    }

    /** The default of a choice. */
    public String text() {
        return (String) Objects.requireNonNull(fallback);
    }

    /** The default of a flag. */
    public boolean flag() {
        return (Boolean) Objects.requireNonNull(fallback);
    }

    /** What a number must be, in a sentence. */
    public String expectation() {
        return "%s must be %s.".formatted(capital(title), range());
    }

    /** The limits in words. */
    public String range() {
        String low = aboveMin ? "more than " + plain(min) : "at least " + plain(min);
        String kind = type == Type.INTEGER ? "a whole number, " : "a number, ";
        return kind + low + " and at most " + plain(max);
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? "%,.0f".formatted(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static Setting number(
            String field,
            String key,
            String title,
            String help,
            double fallback,
            double min,
            boolean aboveMin,
            double max) {
        return new Setting(field, key, title, help, Type.NUMBER, fallback, min, aboveMin, max, List.of(), true);
    }

    static Setting integer(
            String field,
            String key,
            String title,
            String help,
            @Nullable Long fallback,
            double min,
            double max,
            boolean editable) {
        return new Setting(field, key, title, help, Type.INTEGER, fallback, min, false, max, List.of(), editable);
    }

    static Setting flag(String field, String key, String title, String help, boolean fallback) {
        return new Setting(field, key, title, help, Type.FLAG, fallback, 0, false, 1, List.of(), true);
    }

    static Setting choice(String field, String key, String title, String help, String fallback, Choice... choices) {
        return new Setting(field, key, title, help, Type.CHOICE, fallback, 0, false, 0, List.of(choices), false);
    }
}
