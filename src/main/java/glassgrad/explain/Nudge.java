package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.training.InvalidInput;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

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
 * @param agreement how far quotient and gradient lie apart, relative to the larger
 * @param rounding how far about the quotient may be off because numbers are rounded on the way; infinite if the value is so
 *     large that it does not move at all
 */
public record Nudge(
        double by,
        double before,
        double after,
        double below,
        double change,
        double expected,
        double quotient,
        double agreement,
        double rounding) {
    public static final double DEFAULT = 0.001;

    static Nudge of(Wiring wiring, Value value, double by) {
        if (!(by > 0 && by <= 1)) {
            throw new InvalidInput("by", "A value is moved by more than 0 and at most 1.");
        }
        double derivative = wiring.derivative(value);
        double at = value.data;
        double before = wiring.root().data;
        double after = rootAt(wiring, value, at + by);
        double below = rootAt(wiring, value, at - by);
        double distance = (at + by) - (at - by);
        double quotient = (after - below) / distance;
        return new Nudge(
                by,
                before,
                after,
                below,
                after - before,
                derivative * by,
                quotient,
                apart(quotient, derivative),
                rounding(wiring, value) / distance);
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

    /** By how much the root may be off by the rounding of all that is made of a value, the root itself among it. */
    private static double rounding(Wiring wiring, Value moved) {
        Set<Value> made = Collections.newSetFromMap(new IdentityHashMap<>());
        made.add(moved);
        double rounding = Math.ulp(wiring.root().data);
        for (Value value : wiring.order()) {
            if (value.operands().stream().anyMatch(made::contains)) {
                made.add(value);
                double passedOn = Math.ulp(value.data) * Math.abs(value.gradient);
                rounding += value != wiring.root() && Double.isFinite(passedOn) ? passedOn : 0;
            }
        }
        return rounding;
    }

    private static double apart(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }
}
