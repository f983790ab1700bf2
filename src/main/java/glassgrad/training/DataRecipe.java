package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Datasets;
import glassgrad.data.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a run: a data set by its name, or a person's own points.
 *
 * @param name null if there are points
 * @param points null if there is a name
 */
public record DataRecipe(@Nullable String name, @Nullable List<Sample> points) {
    public static final DataRecipe DEFAULT = new DataRecipe(Settings.DATA.text(), null);

    public DataRecipe {
        if (name != null && points != null) {
            throw new InvalidInput("data", "Data is either a name or points, not both.");
        }
        if (name == null && points == null) {
            throw new InvalidInput("data", "Data needs a name or points.");
        }
        if (name != null) {
            Settings.DATA.check(name);
        }
        if (points != null) {
            points = List.copyOf(points);
            check(points);
        }
    }

    public Dataset dataset() {
        if (points != null) {
            return new Dataset(points);
        }
        return Datasets.named(String.valueOf(name)).orElseThrow();
    }

    private static void check(List<Sample> points) {
        if (points.isEmpty() || points.size() > Limits.SAMPLES) {
            throw new InvalidInput(
                    "data.points", "There must be at least 1 and at most %,d samples.".formatted(Limits.SAMPLES));
        }
        int inputs = points.get(0).x().size();
        int outputs = points.get(0).y().size();
        for (int i = 0; i < points.size(); i++) {
            String field = "data.points[%d]".formatted(i);
            check(field + ".x", points.get(i).x(), inputs, Limits.INPUTS, "inputs");
            check(field + ".y", points.get(i).y(), outputs, Limits.OUTPUTS, "targets");
        }
    }

    private static void check(String field, List<Double> numbers, int count, int limit, String what) {
        if (numbers.isEmpty() || numbers.size() > limit) {
            throw new InvalidInput(field, "A sample has at least 1 and at most %d %s.".formatted(limit, what));
        }
        if (numbers.size() != count) {
            throw new InvalidInput(
                    field, "Every sample needs as many %s as the first, which has %d.".formatted(what, count));
        }
        for (int k = 0; k < numbers.size(); k++) {
            if (!(Math.abs(numbers.get(k)) <= Limits.MAGNITUDE)) {
                throw new InvalidInput(
                        "%s[%d]".formatted(field, k),
                        "A number of a sample must lie between -%1$,.0f and %1$,.0f.".formatted(Limits.MAGNITUDE));
            }
        }
    }
}
