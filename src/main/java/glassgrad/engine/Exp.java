package glassgrad.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The exponential function in + - * / alone, within 0.52 ulp of the true value (1 ulp where the result is subnormal).
 *
 * <p>exp(x) = t exp(r), where t is the power of two nearest to it with an exponent in steps of 1/128, and |r| &lt; 0.0028.
 * The powers from 1 to 2 come from a table; whole powers of two are added to the bits of the exponent. exp(r) - 1 is its
 * Taylor series up to r⁵/120. The tables' last digits (Tang, 1989) and the reduction in two steps (Cody and Waite, 1980)
 * leave practically nothing but the last rounding.
 */
final class Exp {
    private static final int STEPS = 128;

    /** Between {@code ±NORMAL} the result and t are normal numbers. */
    private static final double NORMAL = 708;

    /** A number near this has an ulp of 1: adding this rounds to a whole number, which is then in the lowest bits. */
    private static final double TO_WHOLE = 0x1.8p52;

    private static final double STEPS_PER_UNIT = STEPS / 0.6931471805599453;

    /** log(2)/128 in two parts; a whole number of 18 bits times the first is exact. */
    private static final double STEP_HIGH = 0x1.62e42feep-1 / STEPS;

    private static final double STEP_LOW = 0x1.a39ef35793c76p-33 / STEPS;

    /** POWER[j] is 2 to the power j/128, rounded; OFFSET[j] is by how much its logarithm is too large. */
    private static final double[] POWER = new double[STEPS];

    private static final double[] OFFSET = new double[STEPS];

    static {
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal step = BigDecimal.valueOf(2);
        for (int root = STEPS; root > 1; root /= 2) {
            step = step.sqrt(digits);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int j = 0; j < STEPS; j++) {
            POWER[j] = power.doubleValue();
            OFFSET[j] = new BigDecimal(POWER[j])
                    .subtract(power)
                    .divide(power, digits)
                    .doubleValue();
            power = power.multiply(step, digits);
        }
    }

    private Exp() {}

    static double of(double x) {
        if (!(Math.abs(x) < NORMAL)) {
            return extreme(x);
        }
        double steps = steps(x);
        return join(rest(x, steps), node(steps));
    }

    /** x in steps, rounded to a whole number, plus TO_WHOLE: the number of the step is in the lowest bits. */
    static double steps(double x) {
        return x * STEPS_PER_UNIT + TO_WHOLE;
    }

    /** r, for x and what {@link #steps} says of it. */
    static double rest(double x, double steps) {
        double k = steps - TO_WHOLE;
        return ((x - k * STEP_HIGH) - k * STEP_LOW) - OFFSET[index(steps)];
    }

    /** t, for what {@link #steps} says of x. */
    static double node(double steps) {
        long exponent = (Double.doubleToRawLongBits(steps) >> 7) << 52;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(POWER[index(steps)]) + exponent);
    }

    private static int index(double steps) {
        return (int) Double.doubleToRawLongBits(steps) & (STEPS - 1);
    }

    /** exp(r) - 1 for |r| up to 0.0028. */
    static double minusOne(double r) {
        double s = r * r;
        return r + s * ((1 / 2.0 + r * (1 / 6.0)) + s * (1 / 24.0 + r * (1 / 120.0)));
    }

    private static double join(double r, double t) {
        return t + t * minusOne(r);
    }

    /** exp where it is huge, tiny, or NaN: the power of two comes in two factors, of which neither overflows. */
    static double extreme(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double near = Math.max(-746, Math.min(x, 710));
        double steps = steps(near);
        int exponent = (int) (steps - TO_WHOLE) >> 7;
        double power = join(rest(near, steps), POWER[index(steps)]);
        int half = exponent / 2;
        return power * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (Double.MAX_EXPONENT + exponent) << 52);
    }

    /** The series of exp(x), for the tables. */
    static BigDecimal series(BigDecimal x, MathContext digits) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(x, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term, digits);
        }
        return sum;
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
                double number = x[from + i];
                if (Math.abs(number) < NORMAL) {
                    double steps = steps(number);
                    rest[i] = rest(number, steps);
                    node[i] = node(steps);
                } else {
                    double value = extreme(number);
                    boolean overflows = value == Double.POSITIVE_INFINITY;
                    // Infinity times a rest of 0 would be NaN.
                    rest[i] = overflows ? 1 : 0;
                    node[i] = overflows ? Double.MAX_VALUE : value;
                }
            }
        }

        @Override
        void join(double[] rest, double[] node, int count) {
            for (int i = 0; i < count; i++) {
                rest[i] = Exp.join(rest[i], node[i]);
            }
        }
    };
}
