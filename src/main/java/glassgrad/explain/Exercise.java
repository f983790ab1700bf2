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

    /** How near an answer must come, relative to the number: people work with the digits that a page shows. */
    private static final double RELATIVE = 0.005;

    /** Relative to the largest of the numbers that are added up: where they cancel, their rounding stays. */
    private static final double OF_TERMS = 0.001;

    /** Numbers are shown with four decimals. */
    private static final double ABSOLUTE = 1e-4;

    static double expected(Wiring wiring, Value value, Quantity quantity) {
        return quantity == Quantity.DATA ? value.data : wiring.carried(value) + wiring.derivative(value);
    }

    /** How far from the right number an answer may lie. */
    static double tolerance(Wiring wiring, Value value, Quantity quantity) {
        double tolerance = tolerance(expected(wiring, value, quantity));
        if (quantity == Quantity.GRADIENT) {
            for (Use use : wiring.uses(value)) {
                tolerance = Math.max(tolerance, OF_TERMS * Math.abs(use.contribution()));
            }
        }
        return tolerance;
    }

    static double tolerance(double number) {
        return Math.max(ABSOLUTE, RELATIVE * Math.abs(number));
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
