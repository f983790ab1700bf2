package glassgrad.data;

/**
 * The random numbers of the JavaScript library seedrandom 2.4: the cipher ARC4, keyed by a text, from which every number takes
 * six bytes and then as many more as a double can hold.
 *
 * <p>Source: github.com/davidbau/seedrandom, seedrandom.js.
 */
public final class SeedRandom {
    private static final int WIDTH = 256;

    /** Of the bytes that a number begins with. */
    private static final int CHUNKS = 6;

    /** What a double holds exactly: 2⁵². */
    private static final double SIGNIFICANCE = 0x1p52;

    private final int[] state = new int[WIDTH];
    private int i;
    private int j;

    /** @param seed as it stands in a link, "0.50000" */
    public SeedRandom(String seed) {
        int[] key = key(seed);
        for (int at = 0; at < WIDTH; at++) {
            state[at] = at;
        }
        int swap = 0;
        for (int at = 0; at < WIDTH; at++) {
            swap = (swap + key[at % key.length] + state[at]) % WIDTH;
            int value = state[at];
            state[at] = state[swap];
            state[swap] = value;
        }
        bytes(WIDTH);
    }

    /** Longer texts are folded into 256 numbers. */
    private static int[] key(String seed) {
        int[] key = new int[Math.max(1, Math.min(WIDTH, seed.length()))];
        int smear = 0;
        for (int at = 0; at < seed.length(); at++) {
            smear ^= key[at % WIDTH] * 19;
            key[at % WIDTH] = (smear + seed.charAt(at)) % WIDTH;
        }
        return key;
    }

    /** A number in [0, 1). */
    public double random() {
        double numerator = bytes(CHUNKS);
        double denominator = 0x1p48;
        int last = 0;
        while (numerator < SIGNIFICANCE) {
            numerator = (numerator + last) * WIDTH;
            denominator *= WIDTH;
            last = (int) bytes(1);
        }
        while (numerator >= 2 * SIGNIFICANCE) {
            numerator /= 2;
            denominator /= 2;
            last >>>= 1;
        }
        return (numerator + last) / denominator;
    }

    /** A number between {@code a} and {@code b}. */
    public double uniform(double a, double b) {
        return random() * (b - a) + a;
    }

    /** The next bytes of the cipher as one number; of more than six only the last count. */
    private double bytes(int count) {
        double number = 0;
        for (int k = 0; k < count; k++) {
            i = (i + 1) % WIDTH;
            int value = state[i];
            j = (j + value) % WIDTH;
            state[i] = state[j];
            state[j] = value;
            number = number * WIDTH + state[(state[i] + value) % WIDTH];
        }
        return number;
    }
}
