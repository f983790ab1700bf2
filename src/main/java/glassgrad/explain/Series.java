package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.explain.Exercise.Quantity;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Exercises on one graph, from easy to hard; the same seed gives the same ones.
 *
 * @param candidates so many exercises the graph has: with no more than are given, every seed gives the same
 */
public record Series(List<Exercise> exercises, int candidates) {
    public static final int DEFAULT = 10;

    /** A smaller number would be shown as hardly more than zero, a larger one is not for paper. */
    private static final double SMALLEST = 0.001;

    private static final double LARGEST = 1e6;

    /** The exercises of {@link #among}. */
    public static List<Exercise> of(Wiring wiring, long seed, int count, @Nullable Quantity asked) {
        return among(wiring, seed, count, asked).exercises;
    }

    /**
     * As many exercises as asked for; fewer where a graph has no more.
     *
     * @param asked what all of them ask for; null for values and gradients in turn with their difficulty
     */
    public static Series among(Wiring wiring, long seed, int count, @Nullable Quantity asked) {
        if (count < 1 || count > Limits.EXERCISES) {
            throw new InvalidInput(
                    "count", "A series has at least 1 and at most %d exercises.".formatted(Limits.EXERCISES));
        }
        List<Exercise> candidates = candidates(wiring, asked);
        SplittableRandom random = new SplittableRandom(seed);
        List<Exercise> series = new ArrayList<>();
        int wanted = Math.min(count, candidates.size());
        for (int i = 0; i < wanted; i++) {
            // One from each of as many equal parts: so they differ, and grow harder.
            int from = (int) ((long) i * candidates.size() / wanted);
            int to = (int) ((i + 1L) * candidates.size() / wanted);
            series.add(candidates.get(random.nextInt(from, to)));
        }
        return new Series(series, candidates.size());
    }

    /** Easy ones first. The root's own gradient, which is 1, is one of them. */
    private static List<Exercise> candidates(Wiring wiring, @Nullable Quantity asked) {
        List<Exercise> candidates = new ArrayList<>();
        for (Value value : wiring.order()) {
            for (Quantity quantity : Quantity.values()) {
                if ((asked == null || asked == quantity) && isWorthAsking(wiring, value, quantity)) {
                    candidates.add(
                            new Exercise(wiring.id(value), quantity, Exercise.difficulty(wiring, value, quantity)));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Exercise::difficulty));
        return candidates;
    }

    private static boolean isWorthAsking(Wiring wiring, Value value, Quantity quantity) {
        double size = Math.abs(Exercise.expected(wiring, value, quantity));
        boolean isGiven = quantity == Quantity.DATA && value.isLeaf();
        return size >= SMALLEST
                && size <= LARGEST
                && !isGiven
                && Exercise.isDistinct(wiring, value, quantity)
                && wiring.uses(value).size() <= Exercise.MOST_USES;
    }
}
