package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.training.InvalidInput;
import java.util.List;

/**
 * A gradient put to the test: the value is moved a little, held there, and all that is made of it is computed again.
 *
 * @param by how far it was moved
 * @param before the root as it is
 * @param after the root when the value is moved up
 * @param below the root when the value is moved down
 * @param change after - before
 * @param expected what the gradient promises: gradient times by, without what was carried over
 * @param quotient (after - below) by the distance between: the gradient found by moving to both sides
 * @param agreement how far quotient and gradient lie apart, relative to the larger (or to 1e-6, below which both are
 *     as good as zero)
 */
public record Nudge(
        double by,
        double before,
        double after,
        double below,
        double change,
        double expected,
        double quotient,
        double agreement) {
    public static final double DEFAULT = 0.001;

    private static final double NEGLIGIBLE = 1e-6;

    static Nudge of(Wiring wiring, Value value, double by) {
        if (!(by > 0 && by <= 1)) {
            throw new InvalidInput("by", "A value is moved by more than 0 and at most 1.");
        }
        double derivative = wiring.derivative(value);
        double at = value.data;
        double before = wiring.root().data;
        double after = rootAt(wiring, value, at + by);
        double below = rootAt(wiring, value, at - by);
        double quotient = (after - below) / ((at + by) - (at - by));
        return new Nudge(
                by, before, after, below, after - before, derivative * by, quotient, apart(quotient, derivative));
    }

    /** The root's value while another value is held; afterwards all values are what they were. */
    static double rootAt(Wiring wiring, Value held, double data) {
        List<Value> order = wiring.order();
        double[] before = order.stream().mapToDouble(value -> value.data).toArray();
        held.data = data;
        for (Value value : order) {
            if (value != held) {
                value.forward();
            }
        }
        double root = wiring.root().data;
        for (int i = 0; i < before.length; i++) {
            order.get(i).data = before[i];
        }
        return root;
    }

    private static double apart(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(NEGLIGIBLE, Math.max(Math.abs(a), Math.abs(b)));
    }
}
