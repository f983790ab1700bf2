package glassgrad.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The samples of one update, in the order in which their losses are added: a stretch of an epoch's order of all the samples. */
final class Batch {
    /** Of all the samples; never changed. */
    final int[] order;

    final int from;
    final int to;

    /** @param to the place after the last */
    Batch(int[] order, int from, int to) {
        this.order = order;
        this.from = from;
        this.to = to;
    }

    int size() {
        return to - from;
    }

    /** The samples, counted from 0 among all of them. */
    List<Integer> samples() {
        return Arrays.stream(order, from, to).boxed().toList();
    }

    /** The names of its samples, shortly if they stand in a row: "0 to 9", "3, 8, 1". */
    String inWords() {
        boolean inARow = IntStream.range(from, to).allMatch(i -> order[i] == order[from] + i - from);
        String each = String.join(", ", samples().stream().map(String::valueOf).toList());
        return inARow ? order[from] + " to " + order[to - 1] : each;
    }
}
