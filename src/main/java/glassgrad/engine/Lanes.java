package glassgrad.engine;

/**
 * Sums and products for all lanes at once. They are nearly all the operations of a network, and a loop of its own, unlike a
 * call through the table of operations, becomes vector instructions. The arithmetic is the table's, to the bit.
 */
final class Lanes {
    private Lanes() {}

    static void add(double[] x, double[] y, double[] out, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            out[lane] = x[lane] + y[lane];
        }
    }

    static void mul(double[] x, double[] y, double[] out, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            out[lane] = x[lane] * y[lane];
        }
    }

    /** {@link Op#chain} where the local derivative is 1. */
    static void chainOne(double[] upstream, double[] gradient, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            gradient[lane] += upstream[lane];
        }
    }

    /** {@link Op#chain} for all lanes. */
    static void chain(double[] upstream, double[] partials, double[] gradient, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            double partial = partials[lane];
            gradient[lane] += partial == 0 ? 0 : upstream[lane] * partial;
        }
    }
}
