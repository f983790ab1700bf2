package glassgrad.load;

import java.util.Arrays;

/** How long answers took, in nanoseconds, each counted from the time at which its request was due. */
final class Latencies {
    private long[] nanos = new long[100_000];
    private int size;

    void add(long latency) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = latency;
    }

    void clear() {
        size = 0;
    }

    int count() {
        return size;
    }

    /** In milliseconds: the smallest latency that this share of all the answers did not exceed. */
    double milliseconds(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, size);
        return nanos[Math.max(0, (int) Math.ceil(share * size) - 1)] / 1e6;
    }
}
