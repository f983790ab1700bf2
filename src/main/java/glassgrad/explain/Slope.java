package glassgrad.explain;

import glassgrad.training.Deadline;
import glassgrad.training.InvalidInput;
import glassgrad.training.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss as one parameter alone moves.
 *
 * @param value the parameter as it is
 * @param loss of the batch that the next update uses, as it is
 * @param gradient the one that the next update uses
 * @param derivative the slope of the curve at the present value: the gradient without what was carried over
 * @param next where the next update takes it
 * @param asked how many points were asked for; fewer are answered if time ran out
 * @param points from left to right, at even distances
 * @param tangent the line through the present point with that slope: its two ends
 */
public record Slope(
        String parameter,
        double value,
        double loss,
        double gradient,
        double derivative,
        Next next,
        int asked,
        List<Point> points,
        List<Point> tangent) {
    public static final int DEFAULT_POINTS = 65;
    private static final List<Integer> POINTS = List.of(9, 17, 33, 65, 129, 257);

    /** A value of the parameter, and the loss there. */
    public record Point(double at, double loss) {}

    /**
     * Where the next update takes the parameter.
     *
     * @param loss the loss there, if this parameter alone moved
     * @param lossOfAll the loss if all parameters move as the update moves them, on the same batch
     */
    public record Next(double value, double loss, double lossOfAll) {}

    /**
     * Computes the curve.
     *
     * @param from where it begins; null for a span that holds the present and the next value
     * @param to where it ends; null likewise
     */
    public static Slope of(
            Probe probe, String parameter, @Nullable Double from, @Nullable Double to, int points, Deadline deadline) {
        int index = probe.index("parameter", parameter);
        Refinement.check(points, POINTS);
        double[] values = probe.values();
        double value = values[index];
        checkFinite(parameter, value);
        double[] nextValues = probe.nextValues();
        double next = nextValues[index];
        Span span = Span.of(
                new Span.Wish("from", from, "to", to), Double.isFinite(next) ? List.of(value, next) : List.of(value));
        double derivative = probe.derivatives()[index];
        double loss = probe.loss();
        return new Slope(
                parameter,
                value,
                loss,
                probe.gradients()[index],
                derivative,
                new Next(next, lossAt(probe, values, index, next), probe.lossAt(nextValues)),
                points,
                points(probe, values, index, span, points, deadline),
                List.of(tangent(span.from(), value, loss, derivative), tangent(span.to(), value, loss, derivative)));
    }

    static void checkFinite(String parameter, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInput(
                    "parameter", "At this step %s is %s, around which there is no curve.".formatted(parameter, value));
        }
    }

    private static Point tangent(double at, double value, double loss, double derivative) {
        return new Point(at, loss + derivative * (at - value));
    }

    private static List<Point> points(Probe probe, double[] values, int index, Span span, int most, Deadline deadline) {
        List<Point> finer = List.of();
        for (int n = POINTS.get(0); n <= most; n = 2 * n - 1) {
            List<Point> coarser = finer;
            finer = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (!coarser.isEmpty() && i % 2 == 0) {
                    finer.add(coarser.get(i / 2));
                } else if (!coarser.isEmpty() && deadline.isOver()) {
                    return coarser;
                } else {
                    double at = span.at(i, n);
                    finer.add(new Point(at, lossAt(probe, values, index, at)));
                }
            }
        }
        return finer;
    }

    private static double lossAt(Probe probe, double[] values, int index, double value) {
        double[] moved = values.clone();
        moved[index] = value;
        return probe.lossAt(moved);
    }
}
