package glassgrad.link;

import glassgrad.training.InvalidInput;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody who prepares a moment for others fixes about the page.
 *
 * @param task what they are to do, in a line of plain text; empty for none
 * @param hide the panels that are not shown
 * @param lock the settings, by their keys, that the form does not change; "all" for every one
 * @param present whether the page is for a projector: larger, and without what is only for changing things
 */
public record Lesson(String task, List<String> hide, List<String> lock, boolean present) {
    /** A page of one's own. */
    public static final Lesson NONE = new Lesson("", List.of(), List.of(), false);

    public static final int LONGEST_TASK = 400;

    /** The panels, by the names that the page has for them. */
    public static final List<String> PANELS = List.of(
            "recipe",
            "edits",
            "health",
            "loss",
            "map",
            "curve",
            "predictions",
            "bend",
            "compare",
            "inspector",
            "slope",
            "update",
            "surface",
            "parameters");

    private static final String ALL = "all";

    private static final String TASK = "task";
    private static final String HIDE = "hide";
    private static final String LOCK = "lock";
    private static final String PRESENT = "present";

    public Lesson {
        if (task.length() > LONGEST_TASK) {
            throw new InvalidInput(TASK, "A task has at most %d characters.".formatted(LONGEST_TASK));
        }
        if (task.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(TASK, "A task is a line of plain text.");
        }
        hide = List.copyOf(hide);
        check(HIDE, hide, PANELS);
        lock = List.copyOf(lock);
        check(
                LOCK,
                lock,
                Stream.concat(Stream.of(ALL), Settings.all().stream().map(Setting::key))
                        .toList());
    }

    /** What a query says of it; {@link #NONE} if nothing. */
    static Lesson take(Query query) {
        String task = query.take(TASK);
        String hide = query.take(HIDE);
        String lock = query.take(LOCK);
        String present = query.take(PRESENT);
        return new Lesson(
                task == null ? "" : task,
                hide == null ? List.of() : distinct(hide),
                lock == null ? List.of() : distinct(lock),
                present != null && Texts.flag(PRESENT, present));
    }

    /** Puts what is fixed. */
    void put(Query query) {
        if (!task.isEmpty()) {
            query.put(TASK, task);
        }
        if (!hide.isEmpty()) {
            query.put(HIDE, String.join(",", hide));
        }
        if (!lock.isEmpty()) {
            query.put(LOCK, String.join(",", lock));
        }
        if (present) {
            query.put(PRESENT, Texts.of(true));
        }
    }

    private static List<String> distinct(String text) {
        return Texts.parts(text, ',').stream().distinct().toList();
    }

    private static void check(String key, List<String> said, List<String> known) {
        for (String word : said) {
            if (!known.contains(word)) {
                throw new InvalidInput(
                        key, "\"%s\" must be one of: %s.".formatted(Texts.shortened(word), String.join(", ", known)));
            }
        }
    }
}
