package glassgrad.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The hyperbolic tangent in + - * / alone, within 1.51 ulp of the true value, odd to the bit, and never beyond 1.
 *
 * <p>The addition theorem moves the argument to the nearest of some fixed nodes. With h = tanh(a) and x = a + r,
 *
 * <pre>tanh(x) = h + (1 - h²) r / (r coth r + h r),   r coth r = 1 + r²/3 - r⁴/45 + 2r⁶/945 - ...</pre>
 *
 * <p>The coefficients are 2²ⁿB₂ₙ/(2n)!, with Bernoulli's numbers; |r| is below 3/32 in the widest cell and below 1/32 in the
 * others, where the second term is small beside h, and so are its rounding errors. Around 0 there is no h: there the
 * division and the denominator make the 1.5 ulp; elsewhere the error stays below 1 ulp.
 */
final class Tanh {
    /** tanh rounds to 1 from 19.0616 on; this is the next node. */
    private static final double LIMIT = 305 / 16.0;

    /** A number between 2⁴⁸ and 2⁴⁹ has an ulp of 1/16: adding this rounds to a node, whose index is then in the lowest bits. */
    private static final double TO_NODE = 0x1.8p48;

    /** Negative indices wrap around. */
    private static final int MASK = 1023;

    /** A node's position is that of which HEIGHT is exactly the tanh: a multiple of 1/16 plus a small number. */
    private static final double[] POSITION = new double[MASK + 1];

    private static final double[] OFFSET = new double[MASK + 1];
    private static final double[] HEIGHT = new double[MASK + 1];

    static {
        // -0.0 is what can be added to either zero without changing it.
        HEIGHT[-1 & MASK] = HEIGHT[0] = HEIGHT[1] = -0.0;
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal step = Exp.series(new BigDecimal("0.125"), digits);
        BigDecimal power = step;
        for (int j = 2; j <= LIMIT * 16; j++) {
            // The nodes next to 0 stay at 0: from 1/16 down to 1/32 the difference of two like terms would lose digits.
            power = power.multiply(step, digits);
            BigDecimal height = power.subtract(BigDecimal.ONE).divide(power.add(BigDecimal.ONE), digits);
            double rounded = height.doubleValue();
            BigDecimal slope = BigDecimal.ONE.subtract(height.multiply(height));
            double offset = new BigDecimal(rounded)
                    .subtract(height)
                    .divide(slope, digits)
                    .doubleValue();
            set(j, j / 16.0, offset, rounded);
            set(-j, -j / 16.0, -offset, -rounded);
        }
    }

    private static void set(int index, double position, double offset, double height) {
        POSITION[index & MASK] = position;
        OFFSET[index & MASK] = offset;
        HEIGHT[index & MASK] = height;
    }

    private Tanh() {}

    static double of(double x) {
        double near = clamp(x);
        int node = node(near);
        return join(rest(near, node), HEIGHT[node]);
    }

    /** NaN stays what it is. */
    private static double clamp(double x) {
        return Math.abs(x) > LIMIT ? Math.copySign(LIMIT, x) : x;
    }

    private static int node(double x) {
        return (int) Double.doubleToRawLongBits(x + TO_NODE) & MASK;
    }

    private static double rest(double x, int node) {
        return (x - POSITION[node]) - OFFSET[node];
    }

    private static double join(double r, double h) {
        double s = r * r;
        double s2 = s * s;
        double coth = s * ((1 / 3.0 - s * (1 / 45.0)) + s2 * ((2 / 945.0 - s * (1 / 4725.0)) + s2 * (2 / 93555.0)));
        return h + (1 - h * h) * r / (1 + (coth + h * r));
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
                double near = clamp(x[from + i]);
                int index = node(near);
                rest[i] = rest(near, index);
                node[i] = HEIGHT[index];
            }
        }

        @Override
        void join(double[] rest, double[] node, int count) {
            for (int i = 0; i < count; i++) {
                rest[i] = Tanh.join(rest[i], node[i]);
            }
        }
    };
}
