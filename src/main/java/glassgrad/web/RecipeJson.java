package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import glassgrad.data.Feature;
import glassgrad.data.Sample;
import glassgrad.link.Layers;
import glassgrad.training.Coefficients;
import glassgrad.training.DataRecipe;
import glassgrad.training.Edit;
import glassgrad.training.InvalidInput;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Order;
import glassgrad.training.Recipe;
import glassgrad.training.Schedule;
import glassgrad.training.Settings;
import glassgrad.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe as JSON: what is left out is null here, and becomes its default in the recipe. */
record RecipeJson(
        @Nullable Integer version,
        @Nullable Data data,
        @Nullable Network network,
        @Nullable Training training,
        @Nullable List<EditJson> edits) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            @Nullable String name,
            @Nullable List<Point> points,
            @Nullable Integer samples,
            @Nullable Double noise,
            @Nullable Long seed,
            @Nullable Double testShare,
            @Nullable Long splitSeed,
            @Nullable Boolean standardise,
            @Nullable List<String> features,
            @Nullable String formula) {
        static final Data DEFAULT = new Data(null, null, null, null, null, null, null, null, null, null);

        DataRecipe recipe() {
            DataRecipe otherwise = DataRecipe.DEFAULT;
            return new DataRecipe(
                    points == null && name == null ? otherwise.name() : name,
                    points == null ? null : samples(points),
                    new DataRecipe.Drawing(
                            or(samples, otherwise.drawing().samples()),
                            or(noise, otherwise.drawing().noise()),
                            or(seed, otherwise.drawing().seed()),
                            or(formula, otherwise.drawing().formula())),
                    new DataRecipe.Testing(
                            or(testShare, otherwise.testing().share()),
                            or(splitSeed, otherwise.testing().seed())),
                    or(standardise, otherwise.standardise()),
                    features == null ? List.of() : features(features));
        }

        private static List<Feature> features(List<String> ids) {
            String field = Settings.FEATURES.field();
            if (ids.isEmpty()) {
                throw new InvalidInput(
                        field, "The network must see one feature at least; null for the inputs as they are.");
            }
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                String id = Settings.FEATURES.check(
                        "%s[%d]".formatted(field, i), RecipeJson.required("%s[%d]".formatted(field, i), ids.get(i)));
                features.add(Feature.named(id).orElseThrow());
            }
            return features;
        }

        private static List<Sample> samples(List<Point> points) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                String field = "data.points[" + i + "]";
                Point point = points.get(i);
                samples.add(new Sample(
                        RecipeJson.required(field + ".x", point.x), RecipeJson.required(field + ".y", point.y)));
            }
            return samples;
        }
    }

    record Point(@Nullable List<Double> x, @Nullable List<Double> y) {}

    record Network(
            @Nullable List<Integer> layers,

            @JsonFormat(
                    with = {
                        JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
                    })
            @Nullable
            List<String> activation,

            @Nullable String outputActivation,
            @Nullable String bias,
            @Nullable Long seed,
            @Nullable String initialisation) {
        static final Network DEFAULT = new Network(null, null, null, null, null, null);

        NetworkRecipe recipe(DataRecipe data) {
            NetworkRecipe otherwise = NetworkRecipe.DEFAULT;
            return new NetworkRecipe(
                    layers == null ? Layers.of(Layers.DEFAULT_HIDDEN, data.dataset()) : layers,
                    or(activation, otherwise.activation()),
                    or(outputActivation, otherwise.outputActivation()),
                    or(bias, otherwise.bias()),
                    or(seed, otherwise.seed()),
                    or(initialisation, otherwise.initialisation()));
        }
    }

    record Training(
            @Nullable String loss,
            @Nullable String optimizer,
            @Nullable Double learningRate,
            @Nullable Schedule schedule,
            @Nullable Integer batchSize,
            @Nullable Boolean zeroGrad,
            @Nullable Double l1,
            @Nullable Double l2,
            @Nullable Double momentum,
            @Nullable Double beta1,
            @Nullable Double beta2,
            @Nullable Double epsilon,
            @Nullable Double weightDecay,
            @Nullable String order,
            @Nullable Long orderSeed,
            @Nullable String penalty) {
        static final Training DEFAULT = new Training(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        TrainingRecipe recipe() {
            TrainingRecipe otherwise = TrainingRecipe.DEFAULT;
            Coefficients usual = otherwise.coefficients();
            return new TrainingRecipe(
                    or(loss, otherwise.loss()),
                    or(optimizer, otherwise.optimizer()),
                    or(learningRate, otherwise.learningRate()),
                    or(schedule, otherwise.schedule()),
                    batchSize,
                    or(zeroGrad, otherwise.zeroGrad()),
                    or(l1, otherwise.l1()),
                    or(l2, otherwise.l2()),
                    new Coefficients(
                            or(momentum, usual.momentum()),
                            or(beta1, usual.beta1()),
                            or(beta2, usual.beta2()),
                            or(epsilon, usual.epsilon()),
                            or(weightDecay, usual.weightDecay())),
                    new Order(
                            or(order, otherwise.order().name()),
                            or(orderSeed, otherwise.order().seed())),
                    or(penalty, otherwise.penalty()));
        }
    }

    record EditJson(@Nullable Integer step, @Nullable Map<String, @Nullable Object> set) {}

    /** @throws InvalidInput if a value breaks a limit */
    Recipe recipe() {
        if (version != null && version != Recipe.VERSION) {
            throw new InvalidInput("version", "The version of a recipe must be " + Recipe.VERSION + ".");
        }
        DataRecipe data = or(this.data, Data.DEFAULT).recipe();
        return new Recipe(
                data,
                or(network, Network.DEFAULT).recipe(data),
                or(training, Training.DEFAULT).recipe(),
                edits(or(edits, List.of())));
    }

    /** The recipe with every default written out. */
    static RecipeJson of(Recipe recipe) {
        NetworkRecipe network = recipe.network();
        TrainingRecipe training = recipe.training();
        Coefficients coefficients = training.coefficients();
        return new RecipeJson(
                Recipe.VERSION,
                dataOf(recipe.data()),
                new Network(
                        network.layers(),
                        network.activation(),
                        network.outputActivation(),
                        network.bias(),
                        network.seed(),
                        network.initialisation()),
                new Training(
                        training.loss(),
                        training.optimizer(),
                        training.learningRate(),
                        training.schedule(),
                        training.batchSize(),
                        training.zeroGrad(),
                        training.l1(),
                        training.l2(),
                        coefficients.momentum(),
                        coefficients.beta1(),
                        coefficients.beta2(),
                        coefficients.epsilon(),
                        coefficients.weightDecay(),
                        training.order().name(),
                        training.order().seed(),
                        training.penalty()),
                recipe.edits().stream()
                        .map(edit -> new EditJson(edit.step(), edit.set()))
                        .toList());
    }

    private static Data dataOf(DataRecipe data) {
        List<Sample> samples = data.points();
        return new Data(
                data.name(),
                samples == null
                        ? null
                        : samples.stream()
                                .map(sample -> new Point(sample.x(), sample.y()))
                                .toList(),
                data.drawing().samples(),
                data.drawing().noise(),
                data.drawing().seed(),
                data.testing().share(),
                data.testing().seed(),
                data.standardise(),
                data.features().isEmpty()
                        ? null
                        : data.features().stream().map(Feature::id).toList(),
                data.hasFormula() ? data.drawing().formula() : null);
    }

    private static List<Edit> edits(List<EditJson> edits) {
        List<Edit> all = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            String field = "edits[" + i + "]";
            EditJson edit = edits.get(i);
            all.add(new Edit(required(field + ".step", edit.step), required(field + ".set", edit.set)));
        }
        return all;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "This field is missing.");
        }
        return value;
    }
}
