package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine's own tanh, exp, log and sigmoid, against fifty digits. */
class ElementaryTest {
    private enum Function {
        TANH(Tanh::of, Tanh.ROWS, Precise::tanh, 1.51),
        EXP(Exp::of, Exp.ROWS, Precise::exp, 0.52),
        LOG(Log::of, Log.ROWS, Precise::log, 0.9),
        SIGMOID(Sigmoid::of, Sigmoid.ROWS, Precise::sigmoid, 1.2);

        final DoubleUnaryOperator ours;
        final Rows rows;
        final DoubleFunction<BigDecimal> truth;

        /** What the class's comment promises where the result is a normal number. */
        final double ulps;

        Function(DoubleUnaryOperator ours, Rows rows, DoubleFunction<BigDecimal> truth, double ulps) {
            this.ours = ours;
            this.rows = rows;
            this.truth = truth;
            this.ulps = ulps;
        }

        double of(double x) {
            return ours.applyAsDouble(x);
        }

        /** Distance from the truth in units of the truth's last place. */
        double error(double x) {
            double result = Math.abs(of(x));
            BigDecimal truth = this.truth.apply(x).abs();
            BigDecimal error = truth.subtract(new BigDecimal(result), MathContext.DECIMAL64);
            double ulp = Math.ulp(error.signum() < 0 ? Math.nextDown(result) : result);
            return error.abs()
                    .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                    .doubleValue();
        }

        /** Arguments of every kind for which the truth is finite. */
        DoubleStream arguments(Random random) {
            DoubleStream near = DoubleStream.generate(() -> random.nextDouble() * 4 - 2);
            DoubleStream atSteps = DoubleStream.generate(() -> random.nextInt(-200, 200) * Math.scalb(1.0, -5))
                    .map(x -> x + random.nextGaussian() * 1e-3);
            DoubleStream atLogarithms = DoubleStream.generate(() -> random.nextInt(-200, 200) * StrictMath.log(2) / 256)
                    .map(x -> x + random.nextGaussian() * 1e-6);
            DoubleStream tiny = DoubleStream.generate(() -> power(random, -1074, -4));
            DoubleStream small = DoubleStream.generate(() -> power(random, -12, 0));
            DoubleStream wide = DoubleStream.generate(() -> (random.nextDouble() - 0.5) * 2 * widest());
            DoubleStream signed = DoubleStream.of(0).filter(x -> false);
            for (DoubleStream each : new DoubleStream[] {near, atSteps, atLogarithms, tiny, small, wide}) {
                signed = DoubleStream.concat(signed, each.limit(1_500));
            }
            return this == LOG
                    ? DoubleStream.concat(
                            signed.map(x -> Math.abs(x) < 1 ? Math.abs(1 + x) : Math.abs(x))
                                    .filter(x -> x > 0),
                            DoubleStream.generate(() -> Math.abs(power(random, -1074, 1023)))
                                    .limit(3_000))
                    : signed;
        }

        private double widest() {
            return switch (this) {
                case TANH -> 21;
                case EXP -> 708;
                case LOG -> 1e300;
                case SIGMOID -> 700;
            };
        }
    }

    /** Of either sign, with an exponent from a range. */
    private static double power(Random random, int from, int to) {
        double magnitude = Math.scalb(1 + random.nextDouble(), random.nextInt(from, to));
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    @Test
    void the_yardstick_agrees_with_published_digits() {
        MathContext fifty = new MathContext(50);
        assertEquals(
                new BigDecimal("2.7182818284590452353602874713526624977572470936999595749669676").round(fifty),
                Precise.exp(1).round(fifty));
        assertEquals(
                new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068").round(fifty),
                Precise.log(2).round(fifty));
        assertEquals(
                new BigDecimal("0.76159415595576488811945828260479359041276859725793655159681").round(fifty),
                Precise.tanh(1).round(fifty));
        assertEquals(
                new BigDecimal("0.73105857863000487925115924182183627436514464016505651927637").round(fifty),
                Precise.sigmoid(1).round(fifty));
        BigDecimal exactly = BigDecimal.valueOf(0.0078125);
        BigDecimal series = exactly.subtract(exactly.pow(3).divide(BigDecimal.valueOf(3), fifty));
        assertTrue(Precise.tanh(0.0078125).subtract(series).abs().doubleValue() < 5e-12, "x - x³/3 + 2x⁵/15");
    }

    @ParameterizedTest
    @EnumSource
    void the_error_is_below_what_is_promised(Function function) {
        double worst = 0;
        double at = 0;
        for (double x : function.arguments(new Random(3)).toArray()) {
            double error = function.error(x);
            if (!(error <= worst)) {
                worst = error;
                at = x;
            }
        }
        System.out.printf("%s: at most %.4f ulp, at %s%n", function, worst, at);
        assertTrue(worst <= function.ulps, "%s ulp at %s".formatted(worst, at));
    }

    @Test
    void exp_and_sigmoid_underflow_gradually() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            double x = -708 - random.nextDouble() * 39;
            assertTrue(Function.EXP.error(x) <= 1.01, "exp(%s)".formatted(x));
            assertTrue(Function.SIGMOID.error(x) <= 1.01, "sigmoid(%s)".formatted(x));
        }
        assertEquals(Double.MIN_VALUE, Exp.of(-745));
        assertEquals(0, Exp.of(-745.2));
        assertEquals(Double.MIN_VALUE, Sigmoid.of(-745));
    }

    @Test
    void exp_overflows_where_the_largest_number_ends() {
        assertTrue(Function.EXP.error(709.782712893384) <= 0.52);
        assertEquals(Double.POSITIVE_INFINITY, Exp.of(709.7827128933841));
    }

    @Test
    void special_arguments_give_special_results() {
        double infinity = Double.POSITIVE_INFINITY;
        for (Function function : Function.values()) {
            assertEquals(Double.NaN, function.of(Double.NaN));
            assertEquals(Double.NaN, function.of(Double.longBitsToDouble(0xfff0000000000123L)));
            assertEquals(Double.NaN, function.of(Double.longBitsToDouble(0x7fffffffffffffffL)));
        }
        assertEquals(1, Exp.of(0));
        assertEquals(1, Exp.of(-0.0));
        assertEquals(infinity, Exp.of(infinity));
        assertEquals(infinity, Exp.of(Double.MAX_VALUE));
        assertEquals(0, Exp.of(-infinity));
        assertEquals(0.0, Log.of(1));
        assertEquals(infinity, Log.of(infinity));
        assertEquals(-infinity, Log.of(0));
        assertEquals(-infinity, Log.of(-0.0));
        assertEquals(Double.NaN, Log.of(-1));
        assertEquals(Double.NaN, Log.of(-Double.MIN_VALUE));
        assertEquals(Double.NaN, Log.of(-infinity));
        assertEquals(-744.4400719213812, Log.of(Double.MIN_VALUE));
        assertEquals(0.5, Sigmoid.of(0));
        assertEquals(0.5, Sigmoid.of(-0.0));
        assertEquals(1, Sigmoid.of(infinity));
        assertEquals(0.0, Sigmoid.of(-infinity));
        assertEquals(0.0, Tanh.of(0.0));
        assertEquals(-0.0, Tanh.of(-0.0));
        assertEquals(1, Tanh.of(infinity));
        assertEquals(-1, Tanh.of(-infinity));
        assertEquals(1, Tanh.of(Double.MAX_VALUE));
        assertEquals(1e-300, Tanh.of(1e-300));
        assertEquals(Double.MIN_VALUE, Tanh.of(Double.MIN_VALUE));
        assertEquals(-Double.MIN_NORMAL, Tanh.of(-Double.MIN_NORMAL));
    }

    @Test
    void tanh_is_odd_to_the_bit_and_never_beyond_one() {
        Random random = new Random(5);
        Function.TANH.arguments(random).forEach(x -> {
            assertEquals(-Tanh.of(x), Tanh.of(-x));
            assertTrue(Math.abs(Tanh.of(x)) <= 1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_larger_argument_never_gives_a_smaller_result(Function function) {
        double[] arguments = function.arguments(new Random(6)).sorted().toArray();
        for (int i = 1; i < arguments.length; i++) {
            assertTrue(
                    function.of(arguments[i - 1]) <= function.of(arguments[i]),
                    "%s and %s".formatted(arguments[i - 1], arguments[i]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_gives_the_bits_of_single_numbers(Function function) {
        double[] x = everything(function, new Random(7));
        double[] expected = Arrays.stream(x).map(function::of).toArray();
        Rows.Scratch scratch = new Rows.Scratch();
        // Often enough that the compilers have been at the loops.
        for (int round = 0; round < 10; round++) {
            double[] out = new double[x.length];
            function.rows.apply(x, 0, out, 0, x.length, scratch);
            assertSameBits(expected, out);
        }
        for (int count = 0; count <= 70; count++) {
            for (int from = 0; from < 1_000; from += 37) {
                double[] out = new double[90];
                function.rows.apply(x, from, out, 5, count, scratch);
                assertSameBits(Arrays.copyOfRange(expected, from, from + count), Arrays.copyOfRange(out, 5, 5 + count));
                assertEquals(0, out[4]);
                assertEquals(0, out[5 + count]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_may_be_replaced_by_its_results(Function function) {
        double[] x = everything(function, new Random(8));
        double[] expected = Arrays.stream(x).map(function::of).toArray();
        function.rows.apply(x, 0, x, 0, x.length, new Rows.Scratch());
        assertSameBits(expected, x);
    }

    /** Ordinary arguments with extraordinary ones between them, also where they are outside of the function's domain. */
    private static double[] everything(Function function, Random random) {
        double[] special = {
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            1,
            -1,
            709,
            709.9,
            710.1,
            -709,
            -740,
            -745.3,
            -747,
            40.5
        };
        double[] x = function.arguments(random).toArray();
        for (int i = 0; i < x.length; i += 3) {
            x[i] = special[random.nextInt(special.length)];
        }
        return x;
    }

    /** NaN has many bit patterns, and processors disagree on which one arithmetic gives; they count as one. */
    private static void assertSameBits(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(Double.doubleToLongBits(expected[i]), Double.doubleToLongBits(actual[i]));
        }
    }

    @Test
    void the_bits_are_the_same_on_every_machine() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Function function : Function.values()) {
            for (double x : everything(function, new Random(9))) {
                long bits = Double.doubleToLongBits(function.of(x));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
            }
        }
        assertEquals("781ec3c2a350bac9", HexFormat.of().formatHex(digest.digest(), 0, 8));
    }
}
