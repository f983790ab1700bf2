package glassgrad.engine;

/**
 * The logistic function 1/(1 + exp(-x)) in + - * / alone, within 1.2 ulp of the true value.
 *
 * <p>With exp(x) = t(1 + p) as in {@link Exp} and s = t/(1 + t),
 *
 * <pre>sigmoid(x) = t(1 + p) / (1 + t(1 + p)) = s + s p / (1 + t(1 + p))</pre>
 *
 * <p>where |p| &lt; 0.003, so that only s need be known to the last digit. Its denominator is not quite 1 + t but that
 * rounded; what was lost is known exactly (Knuth's two-sum) and taken off p.
 */
final class Sigmoid {
    /** From here on the result rounds to 1. */
    private static final double SATURATED = 40;

    /** Below, 1 + exp(x) is 1. */
    private static final double TINY = -708;

    private Sigmoid() {}

    static double of(double x) {
        double near = x > SATURATED ? SATURATED : x;
        if (!(near > TINY)) {
            return Exp.extreme(x);
        }
        double steps = Exp.steps(near);
        return join(Exp.rest(near, steps), Exp.node(steps));
    }

    private static double join(double r, double t) {
        double p = Exp.minusOne(r);
        double sum = 1 + t;
        double added = sum - 1;
        double lost = (1 - (sum - added)) + (t - added);
        double s = t / sum;
        return s + s * ((p - lost) / (sum + t * p));
    }

    /** The function for whole rows. */
    static final Rows ROWS = new Rows() {
        @Override
        void each(double[] x, int from, double[] out, int at, int count) {
            for (int i = 0; i < count; i++) {
                out[at + i] = of(x[from + i]);
            }
        }

        @Override
        void split(double[] x, int from, double[] rest, double[] node, int count) {
            for (int i = 0; i < count; i++) {
                double near = x[from + i] > SATURATED ? SATURATED : x[from + i];
                if (near > TINY) {
                    double steps = Exp.steps(near);
                    rest[i] = Exp.rest(near, steps);
                    node[i] = Exp.node(steps);
                } else {
                    rest[i] = 0;
                    node[i] = Exp.extreme(near);
                }
            }
        }

        @Override
        void join(double[] rest, double[] node, int count) {
            for (int i = 0; i < count; i++) {
                rest[i] = Sigmoid.join(rest[i], node[i]);
            }
        }
    };
}
