package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Sample;
import glassgrad.engine.Value;
import glassgrad.explain.Health.Finding;
import glassgrad.explain.Health.LayerHealth;
import glassgrad.training.DataRecipe;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.LossGraph;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Preset;
import glassgrad.training.Probe;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.TrainingRecipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthTest {
    private static final Deadline NEVER = Deadline.never();

    static Stream<Recipe> recipes() {
        return Runnings.recipes();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_outputs_are_those_of_the_samples_graphs(Recipe recipe) {
        Run run = Runnings.at(recipe, 3);
        Map<String, double[]> outputs = run.probe(3).outputs();
        int neurons =
                recipe.network().layers().stream().mapToInt(layer -> layer).sum();
        assertEquals(neurons, outputs.size());
        for (int sample = 0; sample < run.dataset().size(); sample++) {
            for (LossGraph.Node node : run.graph(3, sample).nodes()) {
                Value value = node.value();
                if (!value.isLeaf() && value.label.startsWith("layer")) {
                    assertEquals(value.data, outputs.getOrDefault(value.label, new double[9])[sample]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_layers_magnitudes_are_those_of_the_frames(Recipe recipe) {
        Recipe plain = recipe.withEdits(List.of());
        Run run = Runnings.at(plain, 6);
        Frame now = run.frame(5, NEVER);
        Frame next = run.frame(6, NEVER);
        Health health = Health.of(run, run.probe(5), now);
        assertEquals(plain.network().layers().size(), health.layers().size());
        for (LayerHealth layer : health.layers()) {
            double values = 0;
            double gradients = 0;
            double updates = 0;
            int count = 0;
            for (int i = 0; i < now.values().size(); i++) {
                if (run.parameterNames().get(i).startsWith(layer.layer() + ".")) {
                    values += StrictMath.pow(now.values().get(i), 2);
                    gradients += StrictMath.pow(now.gradients().get(i), 2);
                    updates +=
                            StrictMath.pow(next.values().get(i) - now.values().get(i), 2);
                    count++;
                }
            }
            assertEquals(Math.sqrt(values / count), layer.parameters(), 1e-12);
            assertEquals(Math.sqrt(gradients / count), layer.gradient(), 1e-12);
            assertEquals(Math.sqrt(updates / count), layer.update(), 1e-12);
            assertEquals(layer.update() / layer.parameters(), layer.updateRatio(), 1e-15);
        }
        LayerHealth last = health.layers().get(health.layers().size() - 1);
        assertTrue(last.gradientRatio() == 1 || last.gradient() == 0);
    }

    @Test
    void the_notebooks_network_is_in_good_health() {
        assertEquals(List.of(), at(Recipe.DEFAULT, 20).findings());
    }

    @Test
    void a_neuron_far_out_is_saturated() {
        Health health = at(edited(Recipe.DEFAULT, Map.of("layer1.neuron2.b", 20.0)), 0);
        Finding finding = find(health, "saturated");
        assertEquals("layer1.neuron2", finding.where());
        assertEquals(1.0, finding.share());
        assertEquals(0, finding.sample());
        assertEquals(0.97, finding.limit());
        assertEquals(1.0, number(finding.value()), 1e-9);
        assertTrue(number(health.layers().get(0).saturated()) >= 0.25);
    }

    @Test
    void an_output_near_its_target_is_not_called_saturated() {
        Run run = Runnings.at(Recipe.DEFAULT, 500);
        Health health = Health.of(run, run.probe(500), run.frame(500, NEVER));
        assertTrue(number(health.layers().get(2).saturated()) > 0.5);
        assertTrue(
                health.findings().stream().noneMatch(finding -> finding.where().startsWith("layer3.")));
    }

    @Test
    void a_sigmoid_is_saturated_at_both_of_its_ends() {
        Recipe sigmoid = network("sigmoid", List.of(4, 1), Map.of("layer1.neuron1.b", -30.0, "layer1.neuron3.b", 30.0));
        List<String> where = at(sigmoid, 0).findings().stream()
                .filter(finding -> finding.kind().equals("saturated"))
                .map(Finding::where)
                .toList();
        assertEquals(List.of("layer1.neuron1", "layer1.neuron3"), where);
    }

    @Test
    void a_relu_that_is_off_for_every_sample_is_dead() {
        Health health = at(edited(Preset.MICROGRAD_DEMO.recipe(), Map.of("layer2.neuron5.b", -50.0)), 0);
        Finding finding = find(health, "dead");
        assertEquals("layer2.neuron5", finding.where());
        assertEquals(1.0, finding.share());
        assertEquals(1, health.layers().get(1).dead());
        assertNull(health.layers().get(1).saturated());
        assertNull(health.layers().get(2).dead());
    }

    @Test
    void gradients_that_fade_on_the_way_back_are_vanishing() {
        Recipe deep = network("sigmoid", List.of(4, 4, 4, 4, 4, 4, 1), Map.of());
        Finding finding = find(at(deep, 0), "vanishing");
        assertEquals("layer1", finding.where());
        assertTrue(number(finding.value()) < 0.01);
    }

    @Test
    void gradients_that_grow_on_the_way_back_are_exploding() {
        Map<String, Object> large = new HashMap<>();
        for (int k = 1; k <= 3; k++) {
            large.put("layer2.neuron1.w" + k, 900.0);
        }
        Finding finding = find(at(network("linear", List.of(3, 1), large), 0), "exploding");
        assertEquals("layer1", finding.where());
        assertTrue(number(finding.value()) > 100);
    }

    @Test
    void updates_are_held_against_the_parameters() {
        assertEquals("layer1", find(at(rate(1e-7), 0), "update-small").where());
        assertTrue(number(find(at(rate(3), 0), "update-large").value()) > 0.1);
    }

    @Test
    void a_run_whose_output_is_flat_on_the_wrong_side_is_stuck() {
        Health health = at(rate(3), 60);
        Finding stuck = health.findings().get(0);
        assertEquals("stuck", stuck.kind());
        assertEquals("saturated", stuck.cause());
        assertEquals("layer3.neuron1", stuck.where());
        assertEquals(0, stuck.value());
        // The first sample's target is 1, and every output is -1.
        assertEquals(0, stuck.sample());
        assertEquals(1.0, stuck.share());
        Run run = Runnings.at(rate(3), 1_000);
        assertEquals(run.frame(60, NEVER).loss(), run.frame(1_000, NEVER).loss());
        assertTrue(
                health.findings().stream().noneMatch(finding -> finding.kind().equals("update-small")));
    }

    @Test
    void a_run_with_a_layer_of_dead_relus_is_stuck_there_once_the_bias_has_settled() {
        Recipe dead = network("relu", List.of(2, 1), Map.of("layer1.neuron1.b", -9.0, "layer1.neuron2.b", -9.0));
        Finding stuck = find(at(dead, 300), "stuck");
        assertEquals("dead", stuck.cause());
        assertEquals("layer1", stuck.where());
    }

    @Test
    void a_network_that_cannot_do_better_is_stuck_without_a_cause() {
        DataRecipe xor = new DataRecipe(
                null,
                List.of(
                        Sample.of(new double[] {0, 0}, -1),
                        Sample.of(new double[] {0, 1}, 1),
                        Sample.of(new double[] {1, 0}, 1),
                        Sample.of(new double[] {1, 1}, -1)));
        Recipe line = new Recipe(
                xor, new NetworkRecipe(List.of(1), "tanh", "linear", "random", 1), TrainingRecipe.DEFAULT, List.of());
        Finding stuck = find(at(line, 500), "stuck");
        assertEquals("layer1", stuck.where());
        assertNull(stuck.cause());
        assertTrue(at(line, 5).findings().stream()
                .noneMatch(finding -> finding.kind().equals("stuck")));
    }

    @Test
    void a_run_that_has_learned_may_rest() {
        assertEquals(List.of(), at(Recipe.DEFAULT, 5_000).findings());
    }

    @Test
    void the_first_number_that_is_none_is_traced_to_its_operation() {
        Run run = Runnings.at(network("linear", List.of(3, 1), Map.of("training.learningRate", 500.0)), 5_000);
        Frame frame = run.frame(5_000, NEVER);
        Health health = Health.of(run, run.probe(frame.step()), frame);
        Finding finding = find(health, "non-finite");
        assertTrue(frame.stopped() != null);
        assertEquals(frame.stopped().node(), finding.where());
        assertEquals(frame.stopped().message(), finding.message());
        assertEquals(1, health.findings().size());
    }

    @Test
    void every_limit_has_its_reason_and_its_source() {
        assertEquals(
                Threshold.ALL.size(),
                Threshold.ALL.stream().map(Threshold::kind).distinct().count());
        for (Threshold threshold : Threshold.ALL) {
            assertTrue(threshold.reason().endsWith("."));
            assertTrue(threshold.source().length() > 10);
        }
    }

    private static Health at(Recipe recipe, int step) {
        Run run = Runnings.at(recipe, step);
        Probe probe = run.probe(step);
        return Health.of(run, probe, run.frame(step, NEVER));
    }

    private static double number(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }

    private static Finding find(Health health, String kind) {
        return health.findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(health.findings() + " " + health.layers()));
    }

    private static Recipe edited(Recipe recipe, Map<String, Object> set) {
        return recipe.withEdits(List.of(new Edit(0, new HashMap<>(set))));
    }

    private static Recipe network(String activation, List<Integer> layers, Map<String, Object> set) {
        DataRecipe points = new DataRecipe(
                null, List.of(Sample.of(new double[] {0.5, -1}, 0.8), Sample.of(new double[] {-0.3, 0.6}, 0.1)));
        Recipe recipe = new Recipe(
                points,
                new NetworkRecipe(layers, activation, "linear", "random", 5),
                TrainingRecipe.DEFAULT,
                List.of());
        return set.isEmpty() ? recipe : edited(recipe, set);
    }

    private static Recipe rate(double rate) {
        return edited(Recipe.DEFAULT, Map.of("training.learningRate", rate));
    }
}
