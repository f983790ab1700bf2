package glassgrad.link;

import glassgrad.data.Sample;
import glassgrad.training.InvalidInput;
import glassgrad.training.Subject;
import java.util.List;

/**
 * What a graph is about, as an address writes it: "all", the number of a sample counted from 0, or a sample that is none of the
 * run's, its inputs before the colon and its targets after it ("0.5,-1:1").
 */
public final class SubjectText {
    private static final String ALL = "all";

    private SubjectText() {}

    /** What a text names; refused in the name of the field that asks for it if it names nothing. */
    public static Subject read(String field, String text) {
        if (text.equals(ALL)) {
            return Subject.ALL;
        }
        if (text.indexOf(':') >= 0) {
            List<Sample> samples = PointsText.read(field, text);
            if (samples.size() == 1) {
                return new Subject.Elsewhere(samples.get(0));
            }
        }
        long number = Texts.isInteger(text) ? Texts.integer(field, text) : -1;
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw none(field);
        }
        return new Subject.Numbered((int) number);
    }

    /** The refusal of what names nothing. */
    public static InvalidInput none(String field) {
        return new InvalidInput(
                field,
                "The sample must be \"all\", a whole number from 0 up, or inputs and targets, such as 0.5,-1:1.");
    }

    /** As JSON has it: a number where it is one, else its text. */
    public static Object json(Subject subject) {
        if (subject instanceof Subject.Numbered numbered) {
            return numbered.number();
        }
        return subject instanceof Subject.Elsewhere elsewhere ? PointsText.write(List.of(elsewhere.sample())) : ALL;
    }

    static String write(Subject subject) {
        return json(subject).toString();
    }
}
