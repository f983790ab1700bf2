package glassgrad.training;

import org.jspecify.annotations.Nullable;

/** The samples of one update: those from {@code from} up to, not including, {@code to}. */
record Batch(int from, int to) {
    /** The batch of update k: samples in their order, over and over; the last batch of an epoch may be smaller. */
    static Batch of(int k, int samples, @Nullable Integer size) {
        if (size == null || size >= samples) {
            return new Batch(0, samples);
        }
        int batches = (samples + size - 1) / size;
        int from = k % batches * size;
        return new Batch(from, Math.min(samples, from + size));
    }

    int size() {
        return to - from;
    }
}
