package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Value;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.LossGraph;
import glassgrad.training.Probe;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharesTest {
    static Stream<Recipe> recipes() {
        return Runnings.recipes();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_shares_of_a_parameter_add_up_to_the_gradient_of_the_frame(Recipe recipe) {
        for (int step : new int[] {0, 1, 7, 20}) {
            Run run = Runnings.at(recipe, step);
            Frame frame = run.frame(step, Deadline.never());
            Probe probe = run.probe(step);
            for (int i = 0; i < frame.gradients().size(); i++) {
                Shares.OfParameter shares =
                        Shares.ofParameter(probe, run.parameterNames().get(i), Shares.DEFAULT, null);
                double sum = shares.carried() + shares.regularization();
                for (double share : shares.shares()) {
                    sum += share;
                }
                assertEquals(frame.gradients().get(i), shares.gradient());
                assertClose(shares.gradient(), sum);
                assertClose(shares.gradient(), shares.sum());
                assertEquals(shares.to() - shares.from(), shares.shares().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_share_is_the_gradient_of_the_samples_own_graph_times_the_scale(Recipe recipe) {
        int step = 4;
        Run run = Runnings.at(recipe, step);
        Probe probe = run.probe(step);
        for (int sample : probe.batch()) {
            Shares.OfSample shares =
                    Shares.ofSample(probe, sample, run.dataset().size());
            assertTrue(shares.inBatch());
            LossGraph graph = run.graph(step, sample);
            for (LossGraph.Node node : graph.nodes()) {
                int index = run.parameterNames().indexOf(node.id());
                if (index >= 0) {
                    Value parameter = node.value();
                    assertClose(
                            parameter.gradient * shares.scale(), shares.shares().get(index));
                    assertEquals(
                            Shares.ofParameter(probe, node.id(), Shares.DEFAULT, null)
                                    .shares()
                                    .get(probe.batch().indexOf(sample)),
                            shares.shares().get(index));
                }
            }
            for (int i = 0; i < shares.gradients().size(); i++) {
                double sum = shares.shares().get(i)
                        + shares.rest().get(i)
                        + shares.regularization().get(i)
                        + shares.carried().get(i);
                assertClose(shares.gradients().get(i), sum);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_shares_are_the_derivatives_of_the_batchs_loss(Recipe recipe) {
        Probe probe = Runnings.probe(recipe, 3);
        double[] derivatives = probe.derivatives();
        double[] gradients = probe.gradients();
        double[] carried = probe.carried();
        for (int i = 0; i < derivatives.length; i++) {
            assertClose(gradients[i], derivatives[i] + carried[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_largest_shares_and_the_rest_are_all_of_them(Recipe recipe) {
        Probe probe = Runnings.probe(recipe, 2);
        String parameter = probe.names().get(0);
        int always = probe.batch().get(probe.batch().size() - 1);
        Shares.OfParameter shares = Shares.ofParameter(probe, parameter, 3, always);
        int listed = Math.min(3, shares.shares().size());
        assertEquals(listed, shares.largest().size());
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (Shares.Share share : shares.largest()) {
            assertEquals(shares.shares().get(probe.batch().indexOf(share.sample())), share.share());
            least = share.sample() == always ? least : Math.min(least, Math.abs(share.share()));
            sum += share.share();
        }
        List<Integer> samples =
                shares.largest().stream().map(Shares.Share::sample).toList();
        assertEquals(samples.stream().sorted().distinct().toList(), samples);
        assertTrue(samples.contains(always));
        for (int i = 0; i < shares.shares().size(); i++) {
            assertTrue(samples.contains(probe.batch().get(i))
                    || Math.abs(shares.shares().get(i)) <= least);
        }
        Shares.Rest rest = shares.rest();
        assertEquals(shares.shares().size(), listed + (rest == null ? 0 : rest.count()));
        assertClose(shares.shares().stream().mapToDouble(x -> x).sum(), sum + (rest == null ? 0 : rest.sum()));
    }

    @Test
    void a_sample_outside_the_batch_has_no_share() {
        Recipe one = Recipes.with(1, true, "sgd", 0, 0);
        Probe probe = Runnings.probe(one, 2);
        assertEquals(2, probe.batchFrom());
        Shares.OfSample outside = Shares.ofSample(probe, 0, 4);
        assertFalse(outside.inBatch());
        assertTrue(outside.shares().stream().allMatch(share -> share == 0));
        assertEquals(outside.gradients(), outside.rest());
        assertEquals(outside.gradients(), Shares.ofSample(probe, 2, 4).shares());
    }

    @Test
    void without_zeroing_the_gradient_of_the_step_before_is_carried_over() {
        Recipe recipe = Recipes.with(null, false, "sgd", 0, 0.01);
        List<Double> before = Runnings.at(recipe, 5).frame(5, Deadline.never()).gradients();
        Probe probe = Runnings.probe(recipe, 6);
        for (int i = 0; i < before.size(); i++) {
            Shares.OfParameter shares = Shares.ofParameter(probe, probe.names().get(i), Shares.DEFAULT, null);
            assertEquals(before.get(i), shares.carried());
            assertEquals(2 * 0.01 * probe.values()[i], shares.regularization());
        }
    }

    @Test
    void what_does_not_exist_is_named() {
        Probe probe = Runnings.probe(Recipe.DEFAULT, 0);
        InvalidInput parameter = assertThrows(
                InvalidInput.class, () -> Shares.ofParameter(probe, "layer9.neuron1.b", Shares.DEFAULT, null));
        assertEquals("parameter", parameter.field());
        assertTrue(parameter.getMessage().contains("layer1.neuron1.w1 to layer3.neuron1.b"));
        for (int most : new int[] {0, Shares.MOST + 1}) {
            assertEquals(
                    "most",
                    assertThrows(InvalidInput.class, () -> Shares.ofParameter(probe, "layer1.neuron1.b", most, null))
                            .field());
        }
        assertEquals(
                "sample",
                assertThrows(InvalidInput.class, () -> Shares.ofSample(probe, 4, 4))
                        .field());
        assertEquals(
                "sample",
                assertThrows(InvalidInput.class, () -> Shares.ofSample(probe, -1, 4))
                        .field());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)));
    }
}
