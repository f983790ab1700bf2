package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.nn.Activation;
import glassgrad.nn.Mlp;
import glassgrad.training.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusionTest {
    /** On both sides of every number of lanes at which a kernel changes its way. */
    private static final List<Integer> LANES = List.of(1, 3, 4, 5, 7, 8, 9, 13, 16, 31, 32, 33, 70);

    /** Widths on both sides of the number of inputs from which weights are summed sample by sample. */
    private static final List<List<Integer>> LAYERS = List.of(
            List.of(1), List.of(4, 4, 1), List.of(5, 3, 2), List.of(33, 6, 2), List.of(3, 34, 1), List.of(31, 9));

    private static final int INPUTS = 3;

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @EnumSource(Activation.class)
    void a_fused_network_has_the_bits_of_its_single_operations(Activation activation) {
        for (List<Integer> layers : LAYERS) {
            Network network = new Network(layers, activation);
            Program fused = Program.compile(network.loss, network.leaves, network.parameters());
            Program single = Program.compileUnfused(network.loss, network.leaves, network.parameters());
            assertTrue(fused.rows() < single.rows());
            for (int lanes : LANES) {
                assertSameBits(run(single, lanes), run(fused, lanes), layers + " x " + lanes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void a_fused_network_has_the_numbers_of_its_graph_of_values(Activation activation) {
        for (List<Integer> layers : LAYERS) {
            Network network = new Network(layers, activation);
            network.loss.backward();
            Tape tape = Program.compile(network.loss, network.leaves, network.parameters())
                    .tape(1);
            tape.setInputs(0, data(network.leaves));
            double[] parameters = data(network.parameters());
            double[] gradients = new double[parameters.length];
            tape.forward(parameters);
            tape.backward(parameters, 1, gradients);

            assertEquals(network.loss.data, tape.root(0), 1e-12 * Math.abs(network.loss.data));
            for (int i = 0; i < gradients.length; i++) {
                double expected = network.parameters().get(i).gradient;
                assertEquals(expected, gradients[i], 1e-12 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_network_below_any_loss_has_the_bits_of_its_single_operations(Loss loss) {
        for (List<Integer> layers : List.of(List.of(4, 4, 2), List.of(3, 34, 3))) {
            Network network = new Network(layers, Activation.LEAKY_RELU, loss);
            Program fused = Program.compile(network.loss, network.leaves, network.parameters());
            Program single = Program.compileUnfused(network.loss, network.leaves, network.parameters());
            for (int lanes : LANES) {
                assertSameBits(run(single, lanes), run(fused, lanes), layers + " x " + lanes);
            }
        }
    }

    @Test
    void a_sum_whose_parts_are_used_elsewhere_is_left_alone() {
        Value x = new Value(3, "x");
        List<Value> parameters = Value.leaves("p", 2, -1, 0.5);
        Value product = parameters.get(0).mul(x);
        Value partial = parameters.get(2).add(product);
        Value whole = partial.add(parameters.get(1).mul(x));
        for (Value again : List.of(product, partial, parameters.get(0), parameters.get(2))) {
            assertSameAsSingleOperations(whole.mul(again), List.of(x), parameters);
        }
    }

    @Test
    void weights_in_any_order_and_sums_without_a_bias_are_computed_too() {
        List<Value> x = Value.leaves("x", 3, -2);
        List<Value> p = Value.leaves("p", 2, -1, 0.5);
        Value turned = p.get(2).add(p.get(1).mul(x.get(0))).add(p.get(0).mul(x.get(1)));
        Value biasFirst = p.get(0).add(p.get(1).mul(x.get(0))).add(p.get(2).mul(x.get(1)));
        Value none = p.get(0).mul(x.get(0)).add(p.get(1).mul(x.get(1))).add(p.get(2));
        for (Value sum : List.of(turned, biasFirst, none)) {
            assertSameAsSingleOperations(sum.tanh(), x, p);
        }
    }

    @Test
    void a_neuron_that_sees_an_input_beside_another_neuron_hands_gradients_to_both() {
        List<Value> x = Value.leaves("x", 3, -2);
        List<Value> p = Value.leaves("p", 2, -1, 0.5, 0.25, 1);
        Value hidden = p.get(1).add(p.get(0).mul(x.get(0))).tanh();
        Value inputFirst = p.get(4).add(p.get(2).mul(x.get(1))).add(p.get(3).mul(hidden));
        Value hiddenFirst = p.get(4).add(p.get(2).mul(hidden)).add(p.get(3).mul(x.get(1)));
        Value twice = p.get(4).add(p.get(2).mul(hidden)).add(p.get(3).mul(hidden));
        for (Value root : List.of(inputFirst, hiddenFirst, twice)) {
            assertSameAsSingleOperations(root, x, p);
        }
    }

    @Test
    void an_infinite_product_is_noticed_behind_an_activation_that_hides_it() {
        Value x = new Value(1e200, "x");
        List<Value> p = Value.leaves("p", 1e200, 0);
        Program program = Program.compile(p.get(1).add(p.get(0).mul(x)).tanh(), List.of(x), p);
        for (int lanes : LANES) {
            Tape tape = program.tape(lanes);
            for (int lane = 0; lane < lanes; lane++) {
                tape.setInputs(lane, new double[] {lane == lanes - 1 ? 1e200 : 1});
            }
            tape.forward(data(p));
            assertEquals(1, tape.root(lanes - 1));
            assertFalse(tape.isFinite());
            tape.setInputs(lanes - 1, new double[] {1});
            tape.forward(data(p));
            assertTrue(tape.isFinite());
        }
    }

    @Test
    void a_value_inside_a_fused_sum_has_no_number_of_its_own() {
        Value x = new Value(2, "x");
        List<Value> p = Value.leaves("p", 3, 1);
        Value product = p.get(0).mul(x);
        Program program = Program.compile(p.get(1).add(product).tanh(), List.of(x), p);
        Tape tape = program.tape(1);
        assertThrows(IllegalArgumentException.class, () -> tape.data(program.slot(product), 0));
    }

    private void assertSameAsSingleOperations(Value root, List<Value> inputs, List<Value> parameters) {
        assertSameBits(
                run(Program.compileUnfused(root, inputs, parameters), 5),
                run(Program.compile(root, inputs, parameters), 5),
                root.toString());
    }

    /** Every lane's root and then the gradients, from numbers that depend on the count of lanes alone. */
    private static double[] run(Program program, int lanes) {
        SplittableRandom random = new SplittableRandom(lanes);
        double[] parameters = random.doubles(program.parameters, -1, 1).toArray();
        double[] gradients = random.doubles(program.parameters, -1, 1).toArray();
        Tape tape = program.tape(lanes + 2);
        tape.use(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            tape.setInputs(lane, random.doubles(program.inputs, -1, 1).toArray());
        }
        tape.forward(parameters);
        tape.backward(parameters, 0.25, gradients);
        double[] numbers = new double[lanes + gradients.length];
        for (int lane = 0; lane < lanes; lane++) {
            numbers[lane] = tape.root(lane);
        }
        System.arraycopy(gradients, 0, numbers, lanes, gradients.length);
        return numbers;
    }

    private static void assertSameBits(double[] expected, double[] actual, String message) {
        assertArrayEquals(expected, actual, message);
    }

    private static double[] data(List<Value> values) {
        return values.stream().mapToDouble(value -> value.data).toArray();
    }

    /** A random network and its loss on a random sample. */
    private final class Network {
        final Mlp mlp;
        final List<Value> leaves;
        final Value loss;

        Network(List<Integer> layers, Activation activation) {
            this(layers, activation, Loss.SUM_SQUARED_ERROR);
        }

        Network(List<Integer> layers, Activation activation, Loss kind) {
            mlp = new Mlp(
                    INPUTS,
                    layers,
                    activation,
                    activation,
                    () -> random.nextDouble(-1, 1),
                    () -> random.nextDouble(-1, 1));
            leaves = new ArrayList<>(
                    Value.leaves("x", random.doubles(INPUTS, -1, 1).toArray()));
            List<Value> outputs = mlp.of(leaves);
            List<Value> targets =
                    Value.leaves("y", random.doubles(outputs.size(), -1, 1).toArray());
            leaves.addAll(targets);
            loss = kind.ofSample(outputs, targets);
        }

        List<Value> parameters() {
            return mlp.parameters();
        }
    }
}
