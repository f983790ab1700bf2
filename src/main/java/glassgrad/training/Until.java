package glassgrad.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to stop: at the first step at which one of these comes true. What is true already does not stop again, so that one can go
 * on from where one stopped.
 *
 * @param step this step; null for none
 * @param loss a loss, of the batch as in a {@link Frame}, of at most so much
 * @param accuracy an accuracy of at least so much
 * @param patience no progress: the smallest loss of so many steps is not smaller, by a thousandth, than the smallest of as many
 *     before them
 */
public record Until(
        @Nullable Integer step,
        @Nullable Double loss,
        @Nullable Double accuracy,
        @Nullable Integer patience) {
    private static final double PROGRESS = 1e-3;

    public Until {
        if (step != null && (step < 1 || step > Limits.STEPS)) {
            throw new InvalidInput("until.step", "It must be a whole number from 1 to %,d.".formatted(Limits.STEPS));
        }
        if (loss != null && !(loss >= 0 && loss < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("until.loss", "It must be a number, at least 0.");
        }
        if (accuracy != null && !(accuracy > 0 && accuracy <= 1)) {
            throw new InvalidInput("until.accuracy", "It must be a number, more than 0 and at most 1.");
        }
        if (patience != null && (patience < Limits.LEAST_PATIENCE || patience > Limits.PATIENCE)) {
            throw new InvalidInput(
                    "until.patience",
                    "It must be a whole number of steps from %d to %,d."
                            .formatted(Limits.LEAST_PATIENCE, Limits.PATIENCE));
        }
    }

    /** Which of them came true, and at which step. */
    record Met(int step, String what) {
        static @Nullable Met earlier(@Nullable Met a, @Nullable Met b) {
            return a == null || (b != null && b.step < a.step) ? b : a;
        }
    }

    /** The first step from which losses are needed to judge those after a step. */
    int lossesFrom(int since) {
        return patience == null ? since : Math.max(0, since + 1 - 2 * patience);
    }

    /**
     * What comes true first, of all but the accuracy.
     *
     * @param since the step after which it counts
     * @param from the step of the first loss, as {@link #lossesFrom} says
     * @param losses up to the last step to judge
     */
    @Nullable
    Met first(int since, int from, List<Double> losses) {
        int last = from + losses.size() - 1;
        Met met = step != null && step > since && step <= last ? new Met(step, "step") : null;
        if (loss != null) {
            for (int k = since + 1; k <= last; k++) {
                if (losses.get(k - from) <= loss && losses.get(k - 1 - from) > loss) {
                    met = Met.earlier(met, new Met(k, "loss"));
                    break;
                }
            }
        }
        if (patience != null) {
            boolean before = isStill(losses, since - from);
            for (int k = since + 1; k <= last; k++) {
                boolean now = isStill(losses, k - from);
                if (now && !before) {
                    met = Met.earlier(met, new Met(k, "patience"));
                    break;
                }
                before = now;
            }
        }
        return met;
    }

    /** Whether there was no progress up to a place among losses. */
    private boolean isStill(List<Double> losses, int last) {
        int steps = patience == null ? 0 : patience;
        if (last + 1 < 2 * steps) {
            return false;
        }
        double recent = smallest(losses, last - steps + 1, last + 1);
        double earlier = smallest(losses, last - 2 * steps + 1, last - steps + 1);
        return recent >= earlier - PROGRESS * Math.abs(earlier);
    }

    private static double smallest(List<Double> losses, int from, int to) {
        return losses.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }
}
