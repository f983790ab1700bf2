package glassgrad.engine;

import java.util.List;

/**
 * Finds a derivative with no derivative rule at all: by moving a leaf a little to either side and looking how far the result
 * moves. A gradient that backward found can be checked against it.
 *
 * <p>The difference is taken at smaller and smaller steps and extrapolated to a step of zero. Too large a step sees the
 * curve, too small a step drowns in rounding: the answer is the one whose neighbours agree best.
 *
 * <p>Source: C. J. F. Ridders, Advances in Engineering Software 4 (1982), 75; Numerical Recipes, 5.7.
 */
public final class GradientCheck {
    private static final int STEPS = 8;
    private static final double FIRST_STEP = 0.02;
    private static final double SHRINK = 1.6;

    private final Value root;
    private final List<Value> order;

    public GradientCheck(Value root) {
        this.root = root;
        this.order = root.order();
    }

    /**
     * A derivative found by differences.
     *
     * @param derivative how fast the result changes as the leaf does
     * @param error how far neighbouring estimates lie apart; large at a kink, or at the edge of a domain
     */
    public record Difference(double derivative, double error) {}

    /** The derivative of the root by a leaf. Afterwards every value is what it was. */
    public Difference by(Value leaf) {
        double[] before = order.stream().mapToDouble(value -> value.data).toArray();
        double at = leaf.data;
        try {
            return extrapolate(leaf, at);
        } finally {
            leaf.data = at;
            for (int i = 0; i < before.length; i++) {
                order.get(i).data = before[i];
            }
        }
    }

    /** How far the leaf is moved at most, to either side. */
    static double firstStep(double at) {
        return FIRST_STEP * Math.max(1, Math.abs(at));
    }

    private Difference extrapolate(Value leaf, double at) {
        double step = firstStep(at);
        double[] finer = {slope(leaf, at, step)};
        Difference best = new Difference(finer[0], Double.POSITIVE_INFINITY);
        for (int i = 1; i < STEPS; i++) {
            step /= SHRINK;
            double[] coarser = finer;
            finer = new double[i + 1];
            finer[0] = slope(leaf, at, step);
            double power = 1;
            for (int j = 1; j <= i; j++) {
                // A central difference errs in even powers of the step: each column removes one of them.
                power *= SHRINK * SHRINK;
                finer[j] = finer[j - 1] + (finer[j - 1] - coarser[j - 1]) / (power - 1);
                double error = Math.max(Math.abs(finer[j] - finer[j - 1]), Math.abs(finer[j] - coarser[j - 1]));
                if (error <= best.error) {
                    best = new Difference(finer[j], error);
                }
            }
        }
        return best;
    }

    private double slope(Value leaf, double at, double step) {
        double above = at + step;
        double below = at - step;
        return (rootAt(leaf, above) - rootAt(leaf, below)) / (above - below);
    }

    private double rootAt(Value leaf, double data) {
        leaf.data = data;
        order.forEach(Value::forward);
        return root.data;
    }
}
