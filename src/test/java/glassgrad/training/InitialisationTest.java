package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.PythonRandom;
import glassgrad.data.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialisationTest {
    private static final List<Integer> LAYERS = List.of(30, 20, 1);

    private static Frame first(String initialisation, String bias) {
        NetworkRecipe network = new NetworkRecipe(LAYERS, List.of("tanh"), "linear", bias, 5, initialisation);
        return new Runs()
                .open(new Recipe(DataRecipe.DEFAULT, network, TrainingRecipe.DEFAULT, List.of()))
                .frame(0, Deadline.never());
    }

    /** Layer by layer: each neuron's weights, then its bias. */
    private static List<List<Double>> layers(List<Double> values) {
        List<List<Double>> layers = new ArrayList<>();
        int from = 0;
        int inputs = 3;
        for (int neurons : LAYERS) {
            int to = from + neurons * (inputs + 1);
            layers.add(values.subList(from, to));
            from = to;
            inputs = neurons;
        }
        return layers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xavier", "he"})
    void the_draws_are_those_of_the_uniform_ones_stretched_to_the_layers_interval(String initialisation) {
        List<List<Double>> uniform = layers(first("uniform", "random").values());
        List<List<Double>> stretched = layers(first(initialisation, "random").values());
        // √(6/(inputs + outputs)) and √(6/inputs), for 3-30-20-1.
        double[] bounds = initialisation.equals("xavier")
                ? new double[] {0.4264014327112209, 0.34641016151377546, 0.5345224838248488}
                : new double[] {1.4142135623730951, 0.4472135954999579, 0.5477225575051661};
        for (int layer = 0; layer < 3; layer++) {
            double most = 0;
            for (int i = 0; i < uniform.get(layer).size(); i++) {
                double value = stretched.get(layer).get(i);
                assertEquals(bounds[layer] * uniform.get(layer).get(i), value, 1e-15);
                most = Math.max(most, Math.abs(value));
            }
            assertTrue(most <= bounds[layer] && most > 0.8 * bounds[layer]);
        }
    }

    @Test
    void python_draws_the_same_numbers() {
        PythonRandom random = new PythonRandom(5);
        double bound = Math.sqrt(6.0 / 33);
        List<Double> values = first("xavier", "zero").values();
        for (int neuron = 0; neuron < 30; neuron++) {
            for (int k = 0; k < 3; k++) {
                assertEquals(random.uniform(-bound, bound), values.get(4 * neuron + k));
            }
            assertEquals(0, values.get(4 * neuron + 3));
        }
    }

    @Test
    void from_zeros_all_neurons_of_a_layer_stay_alike() {
        List<Sample> points = List.of(Sample.of(new double[] {1, 2}, 1), Sample.of(new double[] {-1, 0.5}, -0.25));
        Recipe recipe = new Recipe(
                new DataRecipe(null, points),
                new NetworkRecipe(List.of(3, 1), List.of("sigmoid"), "linear", "random", 5, "zeros"),
                TrainingRecipe.DEFAULT,
                List.of());
        Run run = new Runs().open(recipe);
        assertTrue(run.frame(0, Deadline.never()).values().stream().allMatch(value -> Double.compare(value, 0) == 0));
        List<Double> later = run.frame(50, Deadline.never()).values();
        assertTrue(later.get(0) != 0);
        assertEquals(later.subList(0, 3), later.subList(3, 6));
        assertEquals(later.subList(0, 3), later.subList(6, 9));
    }
}
