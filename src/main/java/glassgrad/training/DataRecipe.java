package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Datasets;
import glassgrad.data.Drawn;
import glassgrad.data.Feature;
import glassgrad.data.Sample;
import glassgrad.data.Split;
import glassgrad.data.TensorFlowPlayground;
import glassgrad.data.TensorFlowPlayground.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a run: a data set by its name, or a person's own points.
 *
 * @param name null if there are points
 * @param points null if there is a name
 * @param drawing of a set that is drawn; it means nothing to any other
 * @param standardise whether each input is moved and scaled to the mean 0 and the standard deviation 1
 * @param features what the network sees of samples of two inputs; empty for the inputs as they are
 */
public record DataRecipe(
        @Nullable String name,
        @Nullable List<Sample> points,
        Drawing drawing,
        Testing testing,
        boolean standardise,
        List<Feature> features) {
    /** The features that change nothing. */
    private static final List<Feature> PLAIN = List.of(Feature.X1, Feature.X2);

    public static final DataRecipe DEFAULT = new DataRecipe(Settings.DATA.text(), null);

    /**
     * How a set is drawn.
     *
     * @param noise see {@link Drawn}
     * @param formula of the set that is a person's own function; any other has the usual one
     */
    public record Drawing(int samples, double noise, long seed, String formula) {
        public static final Drawing DEFAULT = new Drawing(
                (int) Settings.SAMPLES.number(), Settings.NOISE.number(), (long) Settings.DATA_SEED.number());

        /** With the usual formula. */
        public Drawing(int samples, double noise, long seed) {
            this(samples, noise, seed, Settings.FORMULA.text());
        }

        public Drawing {
            Settings.FORMULA.checkLength(formula);
            Settings.SAMPLES.check(samples);
            Settings.NOISE.check(noise);
            Settings.DATA_SEED.check((double) seed);
        }
    }

    /**
     * Which samples are put aside to test with.
     *
     * @param share of all of them
     */
    public record Testing(double share, long seed) {
        public static final Testing NONE =
                new Testing(Settings.TEST_SHARE.number(), (long) Settings.SPLIT_SEED.number());

        public Testing {
            Settings.TEST_SHARE.check(share);
            Settings.SPLIT_SEED.check((double) seed);
        }
    }

    /** All samples are learned from; a set that is drawn is drawn as usual. */
    public DataRecipe(@Nullable String name, @Nullable List<Sample> points) {
        this(name, points, Drawing.DEFAULT, Testing.NONE);
    }

    /** The network sees the inputs as they are. */
    public DataRecipe(@Nullable String name, @Nullable List<Sample> points, Drawing drawing, Testing testing) {
        this(name, points, drawing, testing, false, List.of());
    }

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
        if (!Settings.OWN_FORMULA.equals(name)) {
            drawing = new Drawing(drawing.samples, drawing.noise, drawing.seed);
        }
        features = features.stream().distinct().sorted().toList();
        features = features.equals(PLAIN) ? List.of() : features;
    }

    /** Whether the samples are drawn from a person's own function. */
    public boolean hasFormula() {
        return Settings.OWN_FORMULA.equals(name);
    }

    /** How many numbers of a sample the network sees, if it has so many. */
    public int width(int inputs) {
        return features.isEmpty() ? inputs : features.size();
    }

    /** The samples to learn from. */
    public Dataset dataset() {
        return split().training();
    }

    public Split split() {
        TensorFlowPlayground playground = tensorFlowPlayground();
        return playground == null
                ? Split.of(whole(), testing.share(), testing.seed())
                : playground.split(testing.share());
    }

    /** Whose samples these are, drawn anew: its first weights come next; null if they are others. */
    @Nullable
    TensorFlowPlayground tensorFlowPlayground() {
        return name == null
                ? null
                : Kind.named(name)
                        .map(kind -> new TensorFlowPlayground(
                                kind, drawing.noise, TensorFlowPlayground.seedOf(drawing.seed)))
                        .orElse(null);
    }

    /** All the samples, those to test with among them. */
    public Dataset whole() {
        if (points != null) {
            return new Dataset(points);
        }
        TensorFlowPlayground playground = tensorFlowPlayground();
        if (playground != null) {
            return new Dataset(playground.samples());
        }
        String set = String.valueOf(name);
        if (hasFormula()) {
            return Drawn.draw(new Curve(drawing.formula), drawing.samples, drawing.noise, drawing.seed);
        }
        return Datasets.named(set)
                .or(() -> Datasets.drawn(set).map(drawn -> drawn.draw(drawing.samples, drawing.noise, drawing.seed)))
                .orElseThrow();
    }

    static void check(List<Sample> points) {
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
