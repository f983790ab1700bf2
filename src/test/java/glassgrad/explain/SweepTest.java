package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Op;
import glassgrad.engine.RandomGraph;
import glassgrad.engine.Value;
import glassgrad.training.LossGraph;
import glassgrad.training.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final int GRAPHS = 300;

    @Test
    void the_sums_end_at_the_engines_gradients_to_the_bit() {
        int shared = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            shared += check(ExplanationTest.random(seed));
        }
        assertTrue(shared > 1_000, shared + " contributions to a gradient that held one already");
    }

    @Test
    void so_they_do_for_samples_and_batches_of_every_kind_of_run() {
        int shared = 0;
        int carried = 0;
        for (var recipe : Runnings.recipes().toList()) {
            Run run = Runnings.at(recipe, 6);
            LossGraph batch = run.graphOfBatch(6);
            Map<String, Double> before = new HashMap<>();
            double[] held = run.probe(6).carried();
            for (int i = 0; i < held.length; i++) {
                before.put(run.parameterNames().get(i), held[i]);
            }
            Wiring wiring = Wiring.of(batch, before);
            shared += check(wiring);
            carried += Sweep.of(wiring).carried().isEmpty() ? 0 : 1;
            shared += check(Wiring.of(run.graph(6, 0), Map.of()));
        }
        assertTrue(shared > 1_000, shared + " contributions to a gradient that held one already");
        assertTrue(carried > 5, carried + " runs with gradients that were not set to zero");
    }

    @Test
    void a_value_that_is_used_twice_is_seen_to_collect_both() {
        Value a = new Value(3, "a");
        Value b = a.add(a).named("b");
        b.backward();
        Sweep sweep = Sweep.of(Wiring.of(b));
        assertEquals(List.of(1.0, 1.0), sweep.contributions());
        assertEquals(List.of(1.0, 2.0), sweep.sums());
        assertFalse(sweep.overwritten());
    }

    @Test
    void with_the_lectures_mistake_a_contribution_replaces_the_one_before_which_is_lost() {
        int lost = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = Wiring.overwritten(new RandomGraph(seed).root);
            Sweep sweep = Sweep.of(wiring);
            assertTrue(sweep.overwritten());
            assertEquals(sweep.contributions(), sweep.sums());
            lost += check(wiring);
        }
        assertTrue(lost > 1_000, lost + " contributions were lost");
    }

    @Test
    void what_the_lectures_mistake_loses_is_what_makes_its_answer_wrong() {
        Value a = new Value(-2, "a");
        Value b = new Value(3, "b");
        Value root = a.mul(b).mul(a.add(b));
        assertEquals(3, lastSum(Sweep.of(Wiring.overwritten(root)), root, a));
        root.order().forEach(value -> value.gradient = 0);
        root.backward();
        assertEquals(-3, lastSum(Sweep.of(Wiring.of(root)), root, a));
        assertNotEquals(3, a.gradient);
    }

    /**
     * Walks the pass in the order that is promised.
     *
     * @return how many contributions met a gradient that held one already
     */
    private static int check(Wiring wiring) {
        Sweep sweep = Sweep.of(wiring);
        List<Value> nodes = wiring.nodes();
        Numbering numbers = new Numbering(nodes);
        double[] sums = new double[nodes.size()];
        boolean[] touched = new boolean[nodes.size()];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sweep.carried().getOrDefault(wiring.id(nodes.get(k)), 0.0);
        }
        sums[sums.length - 1] = 1;
        assertEquals(wiring.root(), nodes.get(sums.length - 1));
        int again = 0;
        int slot = sweep.sums().size();
        for (int k = sums.length - 1; k >= 0; k--) {
            Value value = nodes.get(k);
            // Whatever hands on is complete.
            assertEquals(value.gradient, sums[k]);
            slot -= value.operands().size();
            for (int i = 0; i < value.operands().size(); i++) {
                int operand = numbers.of(value.operands().get(i));
                double contribution = Op.chain(sums[k], value.partial(i));
                assertEquals(contribution, sweep.contributions().get(slot + i));
                sums[operand] = sweep.overwritten() ? contribution : sums[operand] + contribution;
                assertEquals(sums[operand], sweep.sums().get(slot + i));
                again += touched[operand] ? 1 : 0;
                touched[operand] = true;
            }
        }
        assertEquals(0, slot);
        return again;
    }

    private static double lastSum(Sweep sweep, Value root, Value operand) {
        double last = Double.NaN;
        List<Value> order = root.order();
        int slot = sweep.sums().size();
        for (int k = order.size() - 1; k >= 0; k--) {
            List<Value> operands = order.get(k).operands();
            slot -= operands.size();
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i) == operand) {
                    last = sweep.sums().get(slot + i);
                }
            }
        }
        return last;
    }
}
