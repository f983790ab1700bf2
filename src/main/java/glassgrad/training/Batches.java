package glassgrad.training;

import glassgrad.data.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The batches of a run: all the samples in their order, over and over. Not for several threads at once. */
final class Batches {
    private final int[] given;
    private final @Nullable Integer size;
    private final Order order;

    /** That of the epoch asked for last, since the next batch is mostly of the same. */
    private int[] shuffled;

    private int epoch = -1;

    /** @param size how many samples a batch has; null for all */
    Batches(int samples, @Nullable Integer size, Order order) {
        given = IntStream.range(0, samples).toArray();
        shuffled = given;
        this.size = size;
        this.order = order;
    }

    /** All the samples, as they are given. */
    Batch all() {
        return new Batch(given, 0, given.length);
    }

    /** The batch of update k; the last one of an epoch may be smaller. */
    Batch of(int k) {
        if (size == null || size >= given.length) {
            return all();
        }
        int batches = (given.length + size - 1) / size;
        int from = k % batches * size;
        return new Batch(orderOf(k / batches), from, Math.min(given.length, from + size));
    }

    private int[] orderOf(int asked) {
        if (!order.isShuffled()) {
            return given;
        }
        if (asked != epoch) {
            List<Integer> items = new ArrayList<>(IntStream.of(given).boxed().toList());
            new PythonRandom(order.seed(), asked).shuffle(items);
            shuffled = items.stream().mapToInt(Integer::intValue).toArray();
            epoch = asked;
        }
        return shuffled;
    }
}
