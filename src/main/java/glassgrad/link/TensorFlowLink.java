package glassgrad.link;

import glassgrad.data.Feature;
import glassgrad.data.TensorFlowPlayground;
import glassgrad.data.TensorFlowPlayground.Kind;
import glassgrad.training.Coefficients;
import glassgrad.training.DataRecipe;
import glassgrad.training.InvalidInput;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Order;
import glassgrad.training.Recipe;
import glassgrad.training.Schedule;
import glassgrad.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A link to TensorFlow Playground as a recipe that has the same samples, first weights and losses: one of its epochs is as many
 * steps here as there are batches.
 *
 * @param notes what could not be taken over, or is done otherwise here, in sentences
 */
public record TensorFlowLink(Recipe recipe, List<String> notes) {
    private static final Map<String, Kind> CLASSIFICATION =
            Map.of("circle", Kind.CIRCLE, "xor", Kind.XOR, "gauss", Kind.GAUSS, "spiral", Kind.SPIRAL);

    private static final Map<String, Kind> REGRESSION = Map.of("reg-plane", Kind.PLANE, "reg-gauss", Kind.MULTI_GAUSS);

    private static final Map<String, Feature> FEATURES = Map.of(
            "x", Feature.X1,
            "y", Feature.X2,
            "xSquared", Feature.X1_SQUARED,
            "ySquared", Feature.X2_SQUARED,
            "xTimesY", Feature.PRODUCT,
            "sinX", Feature.SIN_X1,
            "sinY", Feature.SIN_X2);

    private static final Set<String> ACTIVATIONS = Set.of("tanh", "relu", "sigmoid", "linear");

    /** How its page looks, which means nothing here. */
    private static final Set<String> LOOKS =
            Set.of("showTestData", "discretize", "hideText", "tutorial", "collectStats", "cosX", "cosY");

    public TensorFlowLink {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a link.
     *
     * @throws InvalidInput if it is no such link, or says what cannot be
     */
    public static TensorFlowLink read(String url) {
        return new Reader(new TensorFlowQuery(url)).read();
    }

    private static final class Reader {
        private final TensorFlowQuery query;
        private final List<String> notes = new ArrayList<>();

        Reader(TensorFlowQuery query) {
            this.query = query;
        }

        TensorFlowLink read() {
            boolean regression = query.choice("problem", "classification", Set.of("classification", "regression"))
                    .equals("regression");
            Kind kind = kind(regression);
            DataRecipe data = data(kind);
            int batch = query.integer("batchSize", 10, 1, 2_000);
            Recipe recipe = query.fitting(() -> new Recipe(data, network(regression), training(batch), List.of()));
            int samples = recipe.data().dataset().size();
            tellBatches(samples, batch);
            query.unknown(known -> known.equals("regDataset") || known.equals("dataset") || LOOKS.contains(known))
                    .forEach(key -> notes.add("“" + key + "” is not known here, and was left out."));
            return new TensorFlowLink(recipe, notes);
        }

        private Kind kind(boolean regression) {
            Map<String, Kind> kinds = regression ? REGRESSION : CLASSIFICATION;
            String name = regression
                    ? query.choice("regDataset", "reg-plane", kinds.keySet())
                    : query.choice("dataset", "circle", kinds.keySet());
            return Objects.requireNonNull(kinds.get(name));
        }

        private DataRecipe data(Kind kind) {
            double noise = query.number("noise", 0, 0, 50) / 100;
            double share = query.number("percTrainData", 50, 10, 90) / 100;
            String seed = query.text("seed", "");
            if (seed.isEmpty()) {
                notes.add(
                        "The link has no seed: its page draws other samples every time. Here they are those of 0.50000.");
            }
            long number = TensorFlowPlayground.numberOf(seed.isEmpty() ? "0.50000" : seed)
                    .orElseThrow(() -> query.refused("seed must look like 0.12345."));
            List<Feature> features = FEATURES.entrySet().stream()
                    .filter(each -> query.flag(each.getKey(), each.getKey().length() == 1))
                    .map(Map.Entry::getValue)
                    .toList();
            if (features.isEmpty()) {
                throw query.refused("The network must see one feature at least.");
            }
            return query.fitting(() -> new DataRecipe(
                    kind.id(),
                    null,
                    new DataRecipe.Drawing(DataRecipe.Drawing.DEFAULT.samples(), noise, number),
                    new DataRecipe.Testing(1 - share, DataRecipe.Testing.NONE.seed()),
                    false,
                    features));
        }

        private NetworkRecipe network(boolean regression) {
            List<Integer> layers = new ArrayList<>(query.integers("networkShape", List.of(4, 2)));
            layers.add(1);
            boolean zeros = query.flag("initZero", false);
            return new NetworkRecipe(
                    layers,
                    List.of(query.choice("activation", "tanh", ACTIVATIONS)),
                    regression ? "linear" : "tanh",
                    zeros ? "zero" : NetworkRecipe.DEFAULT.bias(),
                    NetworkRecipe.DEFAULT.seed(),
                    zeros ? "zeros" : "tensorflow-playground");
        }

        private TrainingRecipe training(int batch) {
            String penalty = query.choice("regularization", "none", Set.of("none", "L1", "L2"));
            double rate = query.number("regularizationRate", 0, 0, 10);
            if (penalty.equals("L1") && rate > 0) {
                notes.add("There, a weight that L1 carries across 0 stays 0 for good. Here it may come back.");
            }
            return new TrainingRecipe(
                    "half-mean-squared-error",
                    "sgd",
                    query.number("learningRate", 0.03, 0, 1_000),
                    Schedule.CONSTANT,
                    batch,
                    true,
                    penalty.equals("L1") ? rate : 0,
                    // Its L2 is half the square.
                    penalty.equals("L2") ? rate / 2 : 0,
                    Coefficients.DEFAULT,
                    Order.GIVEN,
                    "weights");
        }

        private void tellBatches(int samples, int batch) {
            int steps = (samples + batch - 1) / batch;
            notes.add(
                    steps == 1
                            ? "An epoch there is a step here."
                            : "An epoch there is %d steps here.".formatted(steps));
            if (samples % batch != 0) {
                notes.add(
                        "%d samples make no whole number of batches of %d. There, what is left of an epoch is added to the next"
                                        .formatted(samples, batch)
                                + " epoch's first batch; here it is a smaller batch.");
            }
        }
    }
}
