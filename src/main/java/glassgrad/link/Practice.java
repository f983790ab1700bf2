package glassgrad.link;

import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * An exercise on the graph of a moment. In an address it is "7", "7:4" or "gradient:7:4".
 *
 * @param asked what the exercises of the series ask for
 * @param seed which series it belongs to, from 0
 * @param number its place in the series, from 1
 */
public record Practice(Asked asked, int seed, int number) {
    /** What of a value is to be found. */
    public enum Asked {
        BOTH,
        DATA,
        GRADIENT
    }

    static Practice read(String key, String text) {
        List<String> parts = new ArrayList<>(Texts.parts(text, ':'));
        Asked asked = Asked.BOTH;
        if (!parts.isEmpty()
                && !parts.get(0).isEmpty()
                && Character.isLetter(parts.get(0).charAt(0))) {
            asked = Texts.choice(key, Asked.class, parts.remove(0));
        }
        if (parts.isEmpty() || parts.size() > 2) {
            throw new InvalidInput(key, "An exercise is written as in gradient:7:4, the fourth of series 7.");
        }
        int seed = number(key, "series", parts.get(0), 0, Integer.MAX_VALUE);
        int number = parts.size() == 1 ? 1 : number(key, "exercise", parts.get(1), 1, Limits.EXERCISES);
        return new Practice(asked, seed, number);
    }

    private static int number(String key, String what, String text, int least, int most) {
        long number = Texts.isInteger(text) ? Texts.integer(key, text) : -1;
        if (number < least || number > most) {
            throw new InvalidInput(key, "The %s must be a whole number from %d to %,d.".formatted(what, least, most));
        }
        return (int) number;
    }

    String text() {
        return (asked == Asked.BOTH ? "" : View.word(asked) + ":") + seed + (number == 1 ? "" : ":" + number);
    }
}
