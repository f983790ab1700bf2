package glassgrad.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * CPython's {@code random.Random(seed)}: the same seed draws the same numbers as {@code random.seed(seed)} in Python, to the
 * last bit, so that a notebook can be followed number by number.
 *
 * <p>Source: CPython's {@code Modules/_randommodule.c} and {@code Lib/random.py}. {@link #gauss} calls log, cos and sin,
 * which Python takes from the C library of its machine: there, the last bit or two may differ.
 */
public final class PythonRandom {
    private static final double TWO_PI = 2 * Math.PI;

    private final UniformRandomProvider twister;
    private double nextGauss = Double.NaN;

    /** As in Python, a seed and its negative draw the same numbers. */
    public PythonRandom(long seed) {
        twister = RandomSource.MT.create(limbs(Math.abs(seed)));
    }

    /**
     * One of many streams of a seed: what Python draws after {@code random.seed(abs(seed) * 2**32 + stream)}.
     *
     * @param stream 0 or more
     */
    public PythonRandom(long seed, int stream) {
        int[] high = limbs(Math.abs(seed));
        boolean isSmall = high.length == 1 && high[0] == 0;
        int[] both = new int[isSmall ? 1 : 1 + high.length];
        both[0] = stream;
        System.arraycopy(high, 0, both, 1, both.length - 1);
        twister = RandomSource.MT.create(both);
    }

    /** A number in [0, 1), of 53 random bits. */
    public double random() {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** A number between {@code a} and {@code b}. */
    public double uniform(double a, double b) {
        return a + (b - a) * random();
    }

    /** A whole number of {@code k} random bits, for k from 0 to 63. */
    public long getrandbits(int k) {
        if (k < 0 || k > 63) {
            throw new IllegalArgumentException("k must be from 0 to 63, but is " + k + ".");
        }
        if (k == 0) {
            return 0;
        }
        if (k <= 32) {
            return word(k);
        }
        long low = word(32);
        return word(k - 32) << 32 | low;
    }

    /** A whole number from 0 up to, and without, {@code n}. */
    public long randrange(long n) {
        if (n <= 0) {
            throw new IllegalArgumentException("n must be positive, but is " + n + ".");
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(n);
        long draw = getrandbits(bits);
        while (draw >= n) {
            draw = getrandbits(bits);
        }
        return draw;
    }

    /** Puts the items of the list in a random order, in place. */
    public <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = (int) randrange(i + 1);
            items.set(i, items.set(j, items.get(i)));
        }
    }

    /** A normally distributed number with mean {@code mu} and standard deviation {@code sigma}; they are made in pairs. */
    public double gauss(double mu, double sigma) {
        double z = nextGauss;
        nextGauss = Double.NaN;
        if (Double.isNaN(z)) {
            double angle = random() * TWO_PI;
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random()));
            z = StrictMath.cos(angle) * radius;
            nextGauss = StrictMath.sin(angle) * radius;
        }
        return mu + z * sigma;
    }

    private long word(int bits) {
        return Integer.toUnsignedLong(twister.nextInt() >>> (32 - bits));
    }

    /** CPython seeds the twister with the seed's 32-bit limbs, the lowest first, and none for leading zeros. */
    private static int[] limbs(long seed) {
        int low = (int) seed;
        int high = (int) (seed >>> 32);
        return high == 0 ? new int[] {low} : new int[] {low, high};
    }
}
