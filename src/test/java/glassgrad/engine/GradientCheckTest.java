package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static final int GRAPHS = 2_000;

    /** Relative to the gradient, or absolute if that is below 1. */
    private static final double TOLERANCE = 1e-10;

    @Test
    void two_thousand_random_graphs_agree_with_central_differences() {
        int compared = 0;
        int kinks = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            RandomGraph graph = new RandomGraph(seed);
            graph.root.backward();
            GradientCheck check = new GradientCheck(graph.root);
            for (Value leaf : graph.leaves) {
                if (graph.hasKinkNear(leaf, GradientCheck.firstStep(leaf.data))) {
                    kinks++;
                    continue;
                }
                compared++;
                assertEquals(
                        check.by(leaf).derivative(),
                        leaf.gradient,
                        TOLERANCE * Math.max(1, Math.abs(leaf.gradient)),
                        "seed " + seed + ", " + leaf.label);
            }
        }
        assertTrue(compared > GRAPHS && kinks < compared / 50, kinks + " kinks, " + compared + " compared");
    }

    @Test
    void the_random_graphs_hold_every_operation_with_constants_on_either_side() {
        Set<RandomGraph.Use> seen = new HashSet<>();
        for (int seed = 0; seed < GRAPHS; seed++) {
            seen.addAll(new RandomGraph(seed).used);
        }
        long unary = Op.all().stream().filter(op -> op.arity() == 1).count();
        long binary = Op.all().size() - unary;
        assertEquals(unary + binary * RandomGraph.Constant.values().length, seen.size());
    }

    @Test
    void a_wrong_gradient_is_told_from_a_right_one() {
        Value x = new Value(0.8);
        GradientCheck.Difference difference = new GradientCheck(x.tanh().mul(x)).by(x);

        double right = StrictMath.tanh(0.8) + 0.8 * (1 - StrictMath.pow(StrictMath.tanh(0.8), 2));
        assertEquals(right, difference.derivative(), 1e-12);
        assertTrue(difference.error() < 1e-11);
    }

    @Test
    void a_kink_shows_as_a_large_error() {
        Value x = new Value(0.001);
        assertTrue(new GradientCheck(x.relu()).by(x).error() > 1e-3);
    }

    @Test
    void a_leaf_that_the_result_does_not_use_moves_nothing() {
        Value x = new Value(2);
        assertEquals(0, new GradientCheck(x.mul(x)).by(new Value(5)).derivative());
    }

    @Test
    void afterwards_every_value_is_what_it_was() {
        Value x = new Value(0.3);
        Value middle = x.exp();
        Value root = middle.mul(x);
        List<Double> before = List.of(x.data, middle.data, root.data);

        new GradientCheck(root).by(x);

        assertEquals(before, List.of(x.data, middle.data, root.data));
    }
}
