package glassgrad.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Elementary functions with fifty digits, by their series alone: independent of what they are to check. */
final class Precise {
    /** A few digits more than are promised. */
    private static final MathContext DIGITS = new MathContext(56);

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** How often an argument is halved before its series; the result is squared as often. */
    private static final int HALVINGS = 8;

    private static final int PLACES = 200;
    private static final BigDecimal ONE_FIXED = TWO.pow(PLACES);

    static final BigDecimal LOG_2 = twiceAtanh(ONE.divide(BigDecimal.valueOf(3), DIGITS));

    private Precise() {}

    static BigDecimal exp(double x) {
        return exp(exact(x));
    }

    /** The series in whole numbers, which are quick: multiples of 2⁻²⁰⁰. */
    private static BigDecimal exp(BigDecimal x) {
        int k = (int) StrictMath.rint(x.doubleValue() / LOG_2.doubleValue());
        BigInteger rest = x.subtract(LOG_2.multiply(BigDecimal.valueOf(k)), DIGITS)
                .multiply(ONE_FIXED)
                .toBigInteger()
                .shiftRight(HALVINGS);
        BigInteger sum = BigInteger.ZERO;
        BigInteger term = BigInteger.ONE.shiftLeft(PLACES);
        for (int n = 1; term.signum() != 0; n++) {
            sum = sum.add(term);
            term = term.multiply(rest).shiftRight(PLACES).divide(BigInteger.valueOf(n));
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum).shiftRight(PLACES);
        }
        BigDecimal scaled = new BigDecimal(sum);
        return k < PLACES ? scaled.divide(TWO.pow(PLACES - k), DIGITS) : scaled.multiply(TWO.pow(k - PLACES), DIGITS);
    }

    /** From a first guess with 15 digits: log(x) = y + log(x / exp(y)). */
    static BigDecimal log(double x) {
        BigDecimal guess = exact(StrictMath.log(x));
        BigDecimal power = exp(guess);
        BigDecimal ratio = exact(x).subtract(power, DIGITS).divide(exact(x).add(power, DIGITS), DIGITS);
        return guess.add(twiceAtanh(ratio), DIGITS);
    }

    static BigDecimal tanh(double x) {
        if (Math.abs(x) < 0.01) {
            return sinhByCosh(exact(x));
        }
        BigDecimal power = exp(2 * x);
        return power.subtract(ONE, DIGITS).divide(power.add(ONE, DIGITS), DIGITS);
    }

    static BigDecimal sigmoid(double x) {
        BigDecimal power = exp(x);
        return power.divide(ONE.add(power, DIGITS), DIGITS);
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x, DIGITS);
    }

    /** 2(z + z³/3 + z⁵/5 + ...). */
    private static BigDecimal twiceAtanh(BigDecimal z) {
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int n = 3; power.abs().compareTo(z.abs().scaleByPowerOfTen(-60)) > 0; n += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum.multiply(TWO);
    }

    /** For arguments up to 0.01, without the loss of digits of 1 - exp. */
    private static BigDecimal sinhByCosh(BigDecimal x) {
        BigDecimal sinh = BigDecimal.ZERO;
        BigDecimal cosh = BigDecimal.ZERO;
        BigDecimal term = ONE;
        for (int n = 0; n < 24; n += 2) {
            cosh = cosh.add(term, DIGITS);
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n + 1), DIGITS);
            sinh = sinh.add(term, DIGITS);
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n + 2), DIGITS);
        }
        return sinh.divide(cosh, DIGITS);
    }
}
