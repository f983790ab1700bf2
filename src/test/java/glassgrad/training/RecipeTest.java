package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {
    @Test
    void edits_stand_in_the_order_of_their_steps_one_a_step() {
        Recipe recipe = Recipe.DEFAULT.withEdits(List.of(
                new Edit(9, Map.of("layer1.neuron1.b", 1.0)),
                new Edit(4, Map.of("training.l2", 0.1)),
                new Edit(9, Map.of("layer1.neuron1.b", 2.0, "layer1.neuron1.w1", 3.0))));
        assertEquals(
                List.of(
                        new Edit(4, Map.of("training.l2", 0.1)),
                        new Edit(9, Map.of("layer1.neuron1.b", 2.0, "layer1.neuron1.w1", 3.0))),
                recipe.edits());
    }

    @Test
    void the_same_recipe_has_the_same_id_on_every_jdk() {
        assertEquals(Recipe.DEFAULT.id(), Recipe.DEFAULT.withEdits(List.of()).id());
        assertEquals(32, Recipe.DEFAULT.id().length());
        // The number whose decimal form changed in JDK 19.
        Recipe recipe = Recipe.DEFAULT.withEdits(List.of(new Edit(1, Map.of("layer1.neuron1.b", 2.0E-3))));
        assertEquals(
                recipe.id(),
                Recipe.DEFAULT
                        .withEdits(List.of(new Edit(1, Map.of("layer1.neuron1.b", 0.002))))
                        .id());
    }

    @Test
    void different_recipes_have_different_ids() {
        Set<String> ids = new HashSet<>();
        Set<Recipe> recipes = new HashSet<>();
        RandomRecipes.of(5, 500).forEach(recipe -> {
            recipes.add(recipe);
            ids.add(recipe.id());
        });
        assertEquals(recipes.size(), ids.size());
        assertNotEquals(Recipe.DEFAULT.id(), Preset.MICROGRAD_DEMO.recipe().id());
    }

    @Test
    void every_default_is_one_that_its_setting_allows() {
        assertEquals(Settings.LAYERS.fallback(), Recipe.DEFAULT.network().layers());
        assertEquals(1337L, Settings.SEED.fallback());
        assertTrue(Settings.all().stream().map(Setting::key).distinct().count()
                == Settings.all().size());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("network.layers", "8 layers", () -> network(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1))),
                mistake("network.layers[1]", "256 neurons", () -> network(List.of(4, 257, 1))),
                mistake("network.layers[0]", "at least 1", () -> network(List.of(0, 1))),
                mistake("network.layers", "1 neuron", () -> recipe(network(List.of(4, 2)))),
                mistake("network.layers", "20,000", () -> recipe(network(List.of(250, 250, 1)))),
                mistake(
                        "network.activation",
                        "tanh, relu",
                        () -> new NetworkRecipe(List.of(1), "gelu", "tanh", "random", 1)),
                mistake("network.activation", "one for each of them", () -> activations(List.of("relu", "tanh"))),
                mistake("network.activation", "one for each of them", () -> activations(List.of())),
                mistake("network.activation[2]", "tanh, relu", () -> activations(List.of("relu", "tanh", "gelu"))),
                mistake(
                        "network.seed",
                        "whole number",
                        () -> new NetworkRecipe(List.of(1), "tanh", "tanh", "random", Limits.SEED + 1)),
                mistake("training.learningRate", "more than 0 and at most 1,000", () -> rate(0)),
                mistake("training.learningRate", "1,000", () -> rate(1000.1)),
                mistake("training.learningRate", "1,000", () -> rate(Double.NaN)),
                mistake("training.schedule.steps", "1,000,000", () -> new Schedule.Linear(0.1, 0)),
                mistake("training.momentum", "at least 0 and at most 0.999999", () -> optimizer(1, 0.9, 1e-8)),
                mistake("training.beta2", "at most 0.999999", () -> optimizer(0.9, Double.NaN, 1e-8)),
                mistake("training.epsilon", "at least 0.000000000001 and at most 1", () -> optimizer(0.9, 0.9, 0)),
                mistake("edits[0].set.training.beta1", "at least 0", () -> edit(1, "training.beta1", -0.5)),
                mistake("data", "not both", () -> new DataRecipe("notebook", List.of())),
                mistake("data.points", "2,000 samples", () -> new DataRecipe(null, List.of())),
                mistake(
                        "data.points[1].x",
                        "as many inputs",
                        () -> new DataRecipe(
                                null, List.of(Sample.of(new double[] {1}, 1), Sample.of(new double[] {1, 2}, 1)))),
                mistake(
                        "data.points[0].x[1]",
                        "1,000,000",
                        () -> new DataRecipe(null, List.of(Sample.of(new double[] {1, 1e7}, 1)))),
                mistake("edits[0].step", "0 to 1,000,000", () -> edit(-1, "training.l1", 0.0)),
                mistake("edits[0].set.training.l1", "at most 10", () -> edit(1, "training.l1", 11.0)),
                mistake("edits[0].set.training.zeroGrad", "true or false", () -> edit(1, "training.zeroGrad", 1.0)),
                mistake("edits[0].set.training.batchSize", "whole number", () -> edit(1, "training.batchSize", 1.5)),
                mistake("edits[0].set.training.learningRate", "a number", () -> edit(1, "training.learningRate", null)),
                mistake(
                        "edits[0].set.layer1.neuron1.w1",
                        "1,000,000",
                        () -> edit(1, "layer1.neuron1.w1", Double.POSITIVE_INFINITY)),
                mistake(
                        "edits[0].set.layer9.neuron1.w1",
                        "layer1.neuron1.w1 or layer3.neuron1.b",
                        () -> edit(1, "layer9.neuron1.w1", 1.0)),
                mistake(
                        "edits",
                        "200 edits",
                        () -> Recipe.DEFAULT.withEdits(
                                Collections.nCopies(201, new Edit(1, Map.of("training.l1", 0.0))))),
                mistake("training.loss", "-1 or 1", RecipeTest::hingeOnHalves),
                mistake("training.loss", "all 0 or 1", () -> classes("binary-cross-entropy", "linear", 1, -1, 0)),
                mistake("training.loss", "two or more classes", () -> classes("softmax-cross-entropy", "linear", 1)),
                mistake("training.loss", "other targets", () -> classes("softmax-cross-entropy", "linear", 1, 1)),
                mistake("training.loss", "other targets", () -> classes("softmax-cross-entropy", "linear", 0, 0)),
                mistake(
                        "network.outputActivation",
                        "must be linear",
                        () -> classes("softmax-cross-entropy", "tanh", 0, 1)),
                mistake(
                        "network.outputActivation",
                        "must be linear",
                        () -> classes("binary-cross-entropy", "sigmoid", 0)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_broken_limit_is_named_with_its_field(String field, String limit, Executable attempt) {
        InvalidInput refused = assertThrows(InvalidInput.class, attempt);
        assertEquals(field, refused.field());
        assertTrue(refused.getMessage().contains(limit), refused.getMessage());
    }

    private static Recipe classes(String loss, String output, double... targets) {
        return new Recipe(
                new DataRecipe(null, List.of(Sample.of(new double[] {1}, targets))),
                new NetworkRecipe(List.of(targets.length), "tanh", output, "random", 1),
                new TrainingRecipe(loss, "sgd", 0.1, Schedule.CONSTANT, null, true, 0, 0),
                List.of());
    }

    private static Coefficients optimizer(double momentum, double beta2, double epsilon) {
        return new Coefficients(momentum, 0.9, beta2, epsilon, 0.01);
    }

    private static NetworkRecipe activations(List<String> names) {
        return new NetworkRecipe(List.of(4, 4, 4, 1), names, "linear", "random", 1, "uniform");
    }

    @Test
    void activations_that_are_all_the_same_are_one() {
        assertEquals(activations(List.of("relu")), activations(List.of("relu", "relu", "relu")));
        NetworkRecipe each = activations(List.of("relu", "tanh", "leaky-relu"));
        assertEquals(
                List.of("relu", "tanh", "leaky-relu", "linear"),
                List.of(each.activationOf(1), each.activationOf(2), each.activationOf(3), each.activationOf(4)));
    }

    private static Arguments mistake(String field, String limit, Executable attempt) {
        return Arguments.of(field, limit, attempt);
    }

    private static NetworkRecipe network(List<Integer> layers) {
        return new NetworkRecipe(layers, "tanh", "tanh", "random", 1);
    }

    private static Recipe recipe(NetworkRecipe network) {
        return new Recipe(DataRecipe.DEFAULT, network, TrainingRecipe.DEFAULT, List.of());
    }

    private static TrainingRecipe rate(double rate) {
        return new TrainingRecipe("hinge", "sgd", rate, Schedule.CONSTANT, null, true, 0, 0);
    }

    private static Recipe edit(int step, String name, @Nullable Object value) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put(name, value);
        return Recipe.DEFAULT.withEdits(new ArrayList<>(List.of(new Edit(step, set))));
    }

    private static Recipe hingeOnHalves() {
        return new Recipe(
                new DataRecipe(null, List.of(Sample.of(new double[] {1}, 0.5))),
                network(List.of(1)),
                rate(0.1),
                List.of());
    }
}
