package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.explain.Slope.Point;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Probe;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlopeTest {
    private static final Deadline NEVER = Deadline.never();

    static Stream<Recipe> recipes() {
        return Runnings.recipes();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_curve_passes_through_the_losses_of_runs_with_that_value(Recipe recipe) {
        int step = 5;
        Probe probe = Runnings.probe(recipe, step);
        for (String parameter :
                List.of(probe.names().get(0), probe.names().get(probe.names().size() - 1))) {
            Slope slope = Slope.of(probe, parameter, null, null, 9, NEVER);
            for (Point point : slope.points()) {
                List<Edit> edits = new ArrayList<>(recipe.edits());
                edits.add(new Edit(step, Map.of(parameter, point.at())));
                Run edited = Runnings.at(recipe.withEdits(edits), step);
                assertEquals(edited.frame(step, NEVER).loss(), point.loss());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_tangent_touches_the_curve(Recipe recipe) {
        Probe probe = Runnings.probe(recipe, 6);
        double h = 1e-5;
        for (int i = 0; i < probe.names().size(); i += 3) {
            String parameter = probe.names().get(i);
            double at = probe.values()[i];
            Slope slope = Slope.of(probe, parameter, at - h, at + h, 9, NEVER);
            Point first = slope.points().get(0);
            Point last = slope.points().get(8);
            // At a kink of ReLU or |p| the curve has a slope on either side, and the derivative is one of them or
            // between.
            double below = quotient(first, slope.points().get(4));
            double above = quotient(slope.points().get(4), last);
            double near = 1e-4 * Math.max(1, Math.abs(above));
            assertTrue(slope.derivative() > Math.min(below, above) - near);
            assertTrue(slope.derivative() < Math.max(below, above) + near);
            assertEquals(at, slope.value());
            double rise = slope.tangent().get(1).loss() - slope.tangent().get(0).loss();
            assertEquals(slope.derivative() * (last.at() - first.at()), rise, 1e-12);
        }
    }

    private static double quotient(Point from, Point to) {
        return (to.loss() - from.loss()) / (to.at() - from.at());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_present_and_the_next_point_are_those_of_the_run(Recipe recipe) {
        int step = 4;
        Recipe still = recipe.withEdits(List.of());
        Run run = Runnings.at(still, step + 1);
        Frame now = run.frame(step, NEVER);
        Frame next = run.frame(step + 1, NEVER);
        Probe probe = run.probe(step);
        for (int i = 0; i < probe.names().size(); i++) {
            Slope slope = Slope.of(probe, probe.names().get(i), null, null, 9, NEVER);
            assertEquals(now.loss(), slope.loss());
            assertEquals(now.values().get(i), slope.value());
            assertEquals(now.gradients().get(i), slope.gradient());
            assertEquals(next.values().get(i), slope.next().value());
            double from = slope.points().get(0).at();
            double to = slope.points().get(8).at();
            assertTrue(from < Math.min(slope.value(), slope.next().value()));
            assertTrue(to > Math.max(slope.value(), slope.next().value()));
            double[] values = probe.values();
            values[i] = slope.next().value();
            assertEquals(probe.lossAt(values), slope.next().loss());
        }
        if (still.training().batchSize() == null) {
            assertEquals(
                    next.loss(),
                    Slope.of(probe, probe.names().get(0), null, null, 9, NEVER)
                            .next()
                            .lossOfAll());
        }
    }

    @Test
    void a_span_may_be_chosen_and_its_points_are_even() {
        Probe probe = Runnings.probe(Recipe.DEFAULT, 0);
        Slope slope = Slope.of(probe, "layer2.neuron1.w3", -0.3, 0.9, 33, NEVER);
        assertEquals(33, slope.points().size());
        for (int i = 0; i < 33; i++) {
            assertEquals(-0.3 + 1.2 * i / 32, slope.points().get(i).at(), 1e-15);
        }
    }

    @ParameterizedTest
    @CsvSource({"2e6, 2.1e6", "-3e9, -3e9", "1e17, 1e17", "999999.5, 1200000", "-1e6, 1e6"})
    void a_span_holds_what_is_to_be_seen_however_large_it_is(double value, double next) {
        Span span = Span.of(new Span.Wish("from", null, "to", null), List.of(value, next));
        assertTrue(span.from() < Math.min(value, next), span.toString());
        assertTrue(span.to() > Math.max(value, next), span.toString());
        assertTrue(span.at(1, 9) > span.at(0, 9), span.toString());
    }

    @Test
    void around_a_value_beyond_the_limit_a_span_may_be_chosen_and_elsewhere_not() {
        Span.Wish near = new Span.Wish("from", 2e6 - 1, "to", 2e6 + 1);
        assertEquals(new Span(2e6 - 1, 2e6 + 1), Span.of(near, List.of(2e6, 2e6)));
        InvalidInput refused = assertThrows(InvalidInput.class, () -> Span.of(near, List.of(0.5, 0.6)));
        assertEquals("from", refused.field());
        assertEquals("A span lies between -1,000,000 and 1,000,000.", refused.getMessage());
    }

    @Test
    void when_time_runs_out_a_coarser_curve_is_whole() {
        Probe probe = Runnings.probe(Recipe.DEFAULT, 3);
        AtomicInteger asked = new AtomicInteger();
        Deadline soon = () -> asked.incrementAndGet() > 30;
        Slope coarse = Slope.of(probe, "layer1.neuron1.b", -1.0, 1.0, 257, soon);
        assertEquals(Slope.of(probe, "layer1.neuron1.b", -1.0, 1.0, 33, NEVER).points(), coarse.points());
        assertEquals(257, coarse.asked());
        assertEquals(
                9,
                Slope.of(probe, "layer1.neuron1.b", null, null, 257, () -> true)
                        .points()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "-2000000, 0,       9,  from",
        "0,        2000000, 9,  to",
        "1,        1,       9,  to",
        "NaN,      1,       9,  from",
        "0,        1,       10, points",
        "0,        1,       513, points",
        "0,        1,       0,  points",
    })
    void a_limit_that_is_broken_is_named(double from, double to, int points, String field) {
        Probe probe = Runnings.probe(Recipe.DEFAULT, 0);
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> Slope.of(probe, "layer1.neuron1.b", from, to, points, NEVER));
        assertEquals(field, refused.field());
    }
}
