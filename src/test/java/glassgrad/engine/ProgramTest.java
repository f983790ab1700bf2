package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void a_program_gives_the_bits_of_the_values_it_was_compiled_from() {
        for (int seed = 0; seed < 500; seed++) {
            RandomGraph graph = new RandomGraph(seed);
            graph.root.backward();
            Tape tape = Program.compile(graph.root, List.of(), graph.leaves).tape(1);

            double[] parameters = data(graph.leaves);
            tape.forward(parameters);
            double[] gradients = new double[graph.leaves.size()];
            tape.backward(parameters, 1, gradients);

            assertEquals(graph.root.data, tape.root(0), "seed " + seed);
            double[] expected =
                    graph.leaves.stream().mapToDouble(leaf -> leaf.gradient).toArray();
            assertArrayEquals(expected, gradients, "seed " + seed);
        }
    }

    @Test
    void each_lane_is_a_sample_of_its_own_and_gradients_add_up_over_them() {
        Value x = new Value(0, "x");
        Value w = new Value(0, "w");
        Tape tape = Program.compile(w.mul(x).pow(2), List.of(x), List.of(w)).tape(4);
        tape.use(3);
        for (int lane = 0; lane < 3; lane++) {
            tape.setInputs(lane, new double[] {lane + 1});
        }
        double[] parameters = {5};
        tape.forward(parameters);
        double[] gradients = new double[1];
        tape.backward(parameters, 0.5, gradients);

        assertEquals(List.of(25.0, 100.0, 225.0), List.of(tape.root(0), tape.root(1), tape.root(2)));
        // Half the sum of 2 * w * x^2 over x = 1, 2, 3.
        assertEquals(70, gradients[0]);
    }

    @Test
    void a_constant_leaf_keeps_its_number() {
        Value w = new Value(2);
        Tape tape = Program.compile(w.mul(new Value(7)), List.of(), List.of(w)).tape(2);
        tape.forward(new double[] {3});
        assertEquals(21, tape.root(1));
    }

    @Test
    void a_number_that_is_not_finite_is_noticed_anywhere_in_the_graph() {
        Value w = new Value(1);
        Tape tape = Program.compile(w.log().relu(), List.of(), List.of(w)).tape(1);
        tape.forward(new double[] {2});
        assertTrue(tape.isFinite());
        tape.forward(new double[] {0});
        assertEquals(0, tape.root(0));
        assertFalse(tape.isFinite());
    }

    @Test
    void what_a_program_does_not_know_is_refused() {
        Value w = new Value(1);
        Program program = Program.compile(w.exp(), List.of(), List.of(w));
        assertThrows(IllegalArgumentException.class, () -> program.slot(new Value(1)));
        assertThrows(IllegalArgumentException.class, () -> program.tape(2).use(3));
        assertThrows(IllegalArgumentException.class, () -> Program.compile(w.exp(), List.of(w), List.of(w)));
    }

    private static double[] data(List<Value> values) {
        return values.stream().mapToDouble(value -> value.data).toArray();
    }
}
