package glassgrad.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers of its past: every loss, and states at even distances, from which any step between is soon computed
 * again.
 */
final class History {
    private static final int MOST_CHECKPOINTS = 4096;
    private static final int FEWEST_CHECKPOINTS = 4;

    /** What the checkpoints of a run and of all those it branched from may take, in bytes. */
    private static final long MEMORY =
            Math.max(4L << 20, Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 48));

    /** The first distance is so many parameters times samples; computing them again takes a few milliseconds. */
    private static final int WORK = 5_000_000;

    private static final int LONGEST_FIRST_DISTANCE = 256;

    private final int start;
    private final TreeMap<Integer, State> checkpoints = new TreeMap<>();
    private final long most;
    private final boolean zeroGrad;
    private int distance;
    private double[] losses = new double[64];
    private int size;

    /**
     * A past that begins with this state.
     *
     * @param work what one step costs, in parameters times samples
     * @param edits how often the run was branched; the runs that it came from stay in memory with it
     * @param zeroGrad whether every step forgets the gradients of the one before, so that they need not be kept
     */
    History(State first, int work, int edits, boolean zeroGrad) {
        start = first.step;
        this.zeroGrad = zeroGrad;
        distance = Math.max(1, Math.min(LONGEST_FIRST_DISTANCE, WORK / work));
        most = Math.max(
                FEWEST_CHECKPOINTS,
                Math.min(MOST_CHECKPOINTS, MEMORY / (1 + edits) / kept(first).bytes()));
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
            checkpoints.put(state.step, kept(state));
            if (checkpoints.size() > most) {
                // Every other one is forgotten.
                distance *= 2;
                checkpoints.keySet().removeIf(step -> (step - start) % distance != 0);
            }
        }
    }

    /** The step of the last kept state that is not after a step. */
    int lastKept(int step) {
        return checkpoints.floorKey(step);
    }

    /**
     * A copy of the last kept state from which the state of a step can be computed, gradients included: not after the step,
     * and before it where gradients are not kept.
     */
    State before(int step) {
        Map.Entry<Integer, State> entry = checkpoints.floorEntry(zeroGrad ? Math.max(start, step - 1) : step);
        if (entry == null) {
            throw new IllegalArgumentException("Step %d is before the start.".formatted(step));
        }
        return entry.getKey() == start
                ? entry.getValue().copy()
                : entry.getValue().withGradients();
    }

    /** The parameters of a step that is kept, to be changed by nobody else; null if it is not. */
    double @Nullable [] parameters(int step) {
        State kept = checkpoints.get(step);
        return kept == null ? null : kept.parameters.clone();
    }

    private State kept(State state) {
        return zeroGrad ? state.withoutGradients() : state.copy();
    }

    /** The losses of the steps from {@code from} up to, not including, {@code to}. */
    List<Double> losses(int from, int to) {
        return Arrays.stream(losses, from - start, Math.min(size, to - start))
                .boxed()
                .toList();
    }

    long bytes() {
        return 8L * losses.length
                + checkpoints.size() * checkpoints.lastEntry().getValue().bytes();
    }
}
