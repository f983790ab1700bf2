package glassgrad.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run remembers of its past: every loss, and states at even distances, from which any step between is soon computed
 * again.
 */
final class History {
    /** More checkpoints than this, and every other one is forgotten and the distance doubles. */
    private static final int CHECKPOINTS = 256;

    private final int start;
    private final TreeMap<Integer, State> checkpoints = new TreeMap<>();
    private int distance = 16;
    private double[] losses = new double[64];
    private int size;

    /** A past that begins with this state. */
    History(State first) {
        start = first.step;
        checkpoints.put(start, first.copy());
    }

    /** Remembers the loss of a step, which is the one after the last remembered. */
    void add(double loss) {
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, size * 2);
        }
        losses[size++] = loss;
    }

    /** Keeps a copy of the state if one is due at its step. */
    void visit(State state) {
        int since = state.step - start;
        if (since % distance == 0 && since != 0) {
            checkpoints.put(state.step, state.copy());
            if (checkpoints.size() > CHECKPOINTS) {
                distance *= 2;
                checkpoints.keySet().removeIf(step -> (step - start) % distance != 0);
            }
        }
    }

    /** A copy of the last kept state that is not after a step. */
    State before(int step) {
        Map.Entry<Integer, State> entry = checkpoints.floorEntry(step);
        if (entry == null) {
            throw new IllegalArgumentException("Step %d is before the start.".formatted(step));
        }
        return entry.getValue().copy();
    }

    /** The losses of the steps from {@code from} up to, not including, {@code to}. */
    List<Double> losses(int from, int to) {
        return Arrays.stream(losses, from - start, Math.min(size, to - start))
                .boxed()
                .toList();
    }

    long bytes() {
        return 8L * losses.length
                + checkpoints.size() * checkpoints.firstEntry().getValue().bytes();
    }
}
