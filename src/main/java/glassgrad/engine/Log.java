package glassgrad.engine;

/**
 * The natural logarithm in + - * / alone, within 0.9 ulp of the true value.
 *
 * <p>With x = 2ᵏ(1 + f), where 1 + f lies between √½ and √2, and s = f/(2 + f), |s| &lt; 0.172,
 *
 * <pre>log(1 + f) = 2 atanh(s) = 2s + s·R,   R = 2s²/3 + 2s⁴/5 + 2s⁶/7 + ...</pre>
 *
 * <p>Written as f - (f²/2 - s(f²/2 + R)), the leading term is exact (the form of Sun's fdlibm, 1993), and log(x) follows by
 * adding k log(2) in two parts.
 */
final class Log {
    /** log(2) in two parts; a whole number of 11 bits times the first is exact. */
    private static final double LOG2_HIGH = 0x1.62e42feep-1;

    private static final double LOG2_LOW = 0x1.a39ef35793c76p-33;

    private static final long BITS_OF_ROOT_HALF = 0x3fe6a09e667f3bcdL;

    private Log() {}

    static double of(double x) {
        long bits = bits(x);
        return join(fraction(bits), exponent(bits) + correction(x));
    }

    /** The bits of x, or of x times 2⁵⁴ unless it is a positive normal number. */
    private static long bits(double x) {
        return Double.doubleToRawLongBits(isNormal(x) ? x : x * 0x1p54);
    }

    private static boolean isNormal(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    private static double exponent(long bits) {
        return (bits - BITS_OF_ROOT_HALF) >> 52;
    }

    private static double fraction(long bits) {
        return Double.longBitsToDouble(bits - (((bits - BITS_OF_ROOT_HALF) >> 52) << 52)) - 1;
    }

    /** What is to be added to the exponent. Where the logarithm is infinite or NaN, the exponent becomes so. */
    private static double correction(double x) {
        if (isNormal(x)) {
            return 0;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x == Double.POSITIVE_INFINITY ? x : x > 0 ? -54 : Double.NaN;
    }

    private static double join(double f, double k) {
        double s = f / (2 + f);
        double half = 0.5 * f * f;
        return k * LOG2_HIGH - ((half - (s * (half + series(s * s)) + k * LOG2_LOW)) - f);
    }

    /** R for z = s²; even and odd powers apart, so that the processor can work on both. */
    private static double series(double z) {
        double w = z * z;
        double odd = 2 / 3.0 + w * (2 / 7.0 + w * (2 / 11.0 + w * (2 / 15.0 + w * (2 / 19.0))));
        double even = 2 / 5.0 + w * (2 / 9.0 + w * (2 / 13.0 + w * (2 / 17.0 + w * (2 / 21.0))));
        return z * odd + w * even;
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
                long bits = bits(number);
                rest[i] = fraction(bits);
                node[i] = exponent(bits) + correction(number);
            }
        }

        @Override
        void join(double[] rest, double[] node, int count) {
            for (int i = 0; i < count; i++) {
                rest[i] = Log.join(rest[i], node[i]);
            }
        }
    };
}
