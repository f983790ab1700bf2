package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.training.InvalidInput;
import java.util.List;
import java.util.Locale;

/**
 * A number of a graph to be found by the one who learns.
 *
 * @param node the id of the value
 * @param difficulty larger is harder
 */
public record Exercise(String node, Quantity quantity, double difficulty) {
    /** What is asked of a value. */
    public enum Quantity {
        DATA,
        GRADIENT;

        /**
         * The quantity that a request names.
         *
         * @throws InvalidInput if the word is neither "data" nor "gradient"
         */
        public static Quantity named(String word) {
            for (Quantity quantity : values()) {
                if (quantity.word().equals(word)) {
                    return quantity;
                }
            }
            throw new InvalidInput("quantity", "The quantity must be \"data\" or \"gradient\".");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** More uses than this nobody adds up by hand. */
    static final int MOST_USES = 8;

    /** How near an answer must come, relative to the number: people round what they compute. */
    private static final double RELATIVE = 0.005;

    /** Relative to the largest of the numbers that are added up: where they cancel, their rounding stays. */
    private static final double OF_TERMS = 0.001;

    /** Numbers are answered with four decimals. */
    private static final double ABSOLUTE = 1e-4;

    /** What cannot be told apart from a tenth more or less of it is no question. */
    private static final double VAGUE = 0.1;

    static double expected(Wiring wiring, Value value, Quantity quantity) {
        return quantity == Quantity.DATA ? value.data : wiring.carried(value) + wiring.derivative(value);
    }

    /** How far from the right number an answer may lie; never so far that 0 or the other sign would be right too. */
    static double tolerance(Wiring wiring, Value value, Quantity quantity) {
        double expected = expected(wiring, value, quantity);
        double needed = needed(wiring, value, quantity);
        return expected == 0 ? needed : Math.min(needed, Math.abs(expected) / 2);
    }

    /** Whether an answer that is worked out with care can be told from a wrong one. */
    static boolean isDistinct(Wiring wiring, Value value, Quantity quantity) {
        return needed(wiring, value, quantity) <= VAGUE * Math.abs(expected(wiring, value, quantity));
    }

    static double tolerance(double number) {
        return Math.max(ABSOLUTE, RELATIVE * Math.abs(number));
    }

    /** How far off one may come who computes with the digits that are shown. */
    private static double needed(Wiring wiring, Value value, Quantity quantity) {
        double tolerance = tolerance(expected(wiring, value, quantity));
        if (quantity == Quantity.DATA) {
            return tolerance + Shown.errorOfValue(value);
        }
        double rounding = Shown.error(wiring.carried(value));
        for (Use use : wiring.uses(value)) {
            tolerance = Math.max(tolerance, OF_TERMS * Math.abs(use.contribution()));
            rounding += Shown.errorOfContribution(use);
        }
        return tolerance + rounding;
    }

    /** How hard it is to find a number: what must be computed, and how often something must be added. */
    static double difficulty(Wiring wiring, Value value, Quantity quantity) {
        if (quantity == Quantity.DATA) {
            return effort(value) * 0.75;
        }
        List<Use> uses = wiring.uses(value);
        double effort = 0;
        for (Use use : uses) {
            effort += effort(use.consumer()) + (use.consumer().gradient == 1 ? 0 : 0.5);
        }
        return effort + 2 * Math.max(0, uses.size() - 1);
    }

    private static double effort(Value value) {
        if (value.op() == null) {
            return 0;
        }
        return switch (value.op().symbol()) {
            case "+" -> 1;
            case "-", "neg", "relu", "max", "min", "abs" -> 1.5;
            case "*" -> 2;
            default -> 3;
        };
    }
}
