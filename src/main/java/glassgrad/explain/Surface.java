package glassgrad.explain;

import glassgrad.training.Deadline;
import glassgrad.training.InvalidInput;
import glassgrad.training.Probe;
import glassgrad.training.Run;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The loss as two parameters move and all others stay, and the way that training took over this plane.
 *
 * <p>On that way the other parameters moved too: only at the present step is the surface's height the run's loss.
 *
 * @param loss of the batch that the next update uses, as it is
 * @param asked how many points to a side were asked for; fewer are answered if time ran out
 * @param points how many there are to a side
 * @param losses one row for each value of y, from its lowest on; in it one number for each value of x
 * @param lowest the point of the grid with the smallest loss
 * @param next where the next update takes the two
 * @param path where they were, from the first step to this one
 */
public record Surface(
        Axis x,
        Axis y,
        double loss,
        int asked,
        int points,
        List<List<Double>> losses,
        Point lowest,
        Point next,
        List<Trail.Place> path) {
    public static final int DEFAULT_POINTS = 33;
    private static final List<Integer> POINTS = List.of(5, 9, 17, 33, 65);

    /**
     * One of the two parameters.
     *
     * @param value as it is
     * @param gradient the one that the next update uses
     * @param from the first of the values at which the loss was computed, at even distances
     * @param to the last of them
     * @param at all of them
     */
    public record Axis(String parameter, double value, double gradient, double from, double to, List<Double> at) {}

    /** A place on the plane, and the loss there. */
    public record Point(double x, double y, double loss) {}

    /** What a person wants to see of a parameter; null for a span that holds the way it took. */
    public record Side(
            String parameter,
            @Nullable Double from,
            @Nullable Double to) {}

    /**
     * Computes the surface at a step that was reached.
     *
     * @param forTrail how long to look for the steps on the way
     * @param deadline when to answer what has been computed
     */
    public static Surface of(Run run, int step, Side x, Side y, int points, Deadline forTrail, Deadline deadline) {
        Probe probe = run.probe(step);
        int i = probe.index("x", x.parameter);
        int j = probe.index("y", y.parameter);
        if (i == j) {
            throw new InvalidInput("y", "A surface needs two different parameters.");
        }
        Refinement.check(points, POINTS);
        double[] values = probe.values();
        Slope.checkFinite(x.parameter, values[i]);
        Slope.checkFinite(y.parameter, values[j]);
        List<Trail.Place> path = Trail.of(run, step, i, j, forTrail);
        double[] after = probe.nextValues();
        Plane plane = new Plane(probe, i, j);
        Span across = Span.of(
                new Span.Wish("xFrom", x.from, "xTo", x.to), seen(path.stream().map(Trail.Place::x), after[i]));
        Span up = Span.of(
                new Span.Wish("yFrom", y.from, "yTo", y.to), seen(path.stream().map(Trail.Place::y), after[j]));
        double[][] losses = plane.losses(across, up, points, deadline);
        double[] gradients = probe.gradients();
        return new Surface(
                new Axis(
                        x.parameter, values[i], gradients[i], across.from(), across.to(), across.points(losses.length)),
                new Axis(y.parameter, values[j], gradients[j], up.from(), up.to(), up.points(losses.length)),
                probe.loss(),
                points,
                losses.length,
                Arrays.stream(losses)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                lowest(losses, across, up),
                new Point(after[i], after[j], plane.lossAt(after[i], after[j])),
                path);
    }

    private static List<Double> seen(Stream<Double> path, double next) {
        return Stream.concat(path, Stream.of(next)).filter(Double::isFinite).toList();
    }

    private static Point lowest(double[][] losses, Span across, Span up) {
        int n = losses.length;
        Point lowest = new Point(across.from(), up.from(), losses[0][0]);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                // A NaN is never the lowest, and never stays so.
                if (losses[row][column] < lowest.loss || Double.isNaN(lowest.loss)) {
                    lowest = new Point(across.at(column, n), up.at(row, n), losses[row][column]);
                }
            }
        }
        return lowest;
    }

    /** The loss over the two parameters. */
    private record Plane(Probe probe, int x, int y) {
        double lossAt(double atX, double atY) {
            double[] values = probe.values();
            values[x] = atX;
            values[y] = atY;
            return probe.lossAt(values);
        }

        /** The finest grid that is whole before the deadline. */
        double[][] losses(Span across, Span up, int most, Deadline deadline) {
            double[][] finer = new double[0][0];
            for (int n = POINTS.get(0); n <= most; n = 2 * n - 1) {
                double[][] coarser = finer;
                finer = new double[n][n];
                for (int row = 0; row < n; row++) {
                    for (int column = 0; column < n; column++) {
                        if (coarser.length == 0) {
                            finer[row][column] = lossAt(across.at(column, n), up.at(row, n));
                        } else if (row % 2 == 0 && column % 2 == 0) {
                            finer[row][column] = coarser[row / 2][column / 2];
                        } else if (deadline.isOver()) {
                            return coarser;
                        } else {
                            finer[row][column] = lossAt(across.at(column, n), up.at(row, n));
                        }
                    }
                }
            }
            return finer;
        }
    }
}
