package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.explain.Surface.Side;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
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

class SurfaceTest {
    private static final Deadline NEVER = Deadline.never();
    private static final Side X = new Side("layer1.neuron1.w1", null, null);
    private static final Side Y = new Side("layer3.neuron1.b", null, null);

    static Stream<Recipe> recipes() {
        return Runnings.recipes();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void its_heights_are_the_losses_of_runs_with_these_values(Recipe recipe) {
        int step = 6;
        Run run = Runnings.at(recipe, step);
        Side x = new Side(run.parameterNames().get(0), null, null);
        Side y = new Side(run.parameterNames().get(1), null, null);
        Surface surface = Surface.of(run, step, x, y, 5, NEVER, NEVER);
        for (int row = 0; row < 5; row += 2) {
            for (int column = 0; column < 5; column++) {
                double atX = at(surface.x(), column, 5);
                double atY = at(surface.y(), row, 5);
                assertEquals(atX, surface.x().at().get(column), 1e-12);
                assertEquals(atY, surface.y().at().get(row), 1e-12);
                List<Edit> edits = new ArrayList<>(recipe.edits());
                edits.add(new Edit(step, Map.of(x.parameter(), atX, y.parameter(), atY)));
                Run edited = Runnings.at(recipe.withEdits(edits), step);
                double loss = edited.frame(step, NEVER).loss();
                assertEquals(loss, surface.losses().get(row).get(column), 1e-12 * Math.max(1, loss));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_path_is_that_of_the_frames_and_lies_on_the_surface(Recipe recipe) {
        int step = 30;
        Run run = Runnings.at(recipe, step);
        Side x = new Side(run.parameterNames().get(0), null, null);
        Side y = new Side(run.parameterNames().get(1), null, null);
        Surface surface = Surface.of(run, step, x, y, 5, NEVER, NEVER);
        assertEquals(step + 1, surface.path().size());
        for (Trail.Place place : surface.path()) {
            Frame frame = run.frame(place.step(), NEVER);
            assertEquals(frame.values().get(0), place.x());
            assertEquals(frame.values().get(1), place.y());
            assertTrue(place.x() > surface.x().from() && place.x() < surface.x().to());
            assertTrue(place.y() > surface.y().from() && place.y() < surface.y().to());
        }
        assertEquals(surface.x().value(), surface.path().get(step).x());
        assertEquals(run.probe(step).nextValues()[1], surface.next().y());
    }

    @Test
    void the_path_of_a_long_run_is_short_and_ends_at_the_present() {
        int step = 9_000;
        Run run = Runnings.at(Recipe.DEFAULT, step);
        List<Trail.Place> path = Surface.of(run, step, X, Y, 5, NEVER, NEVER).path();
        assertTrue(path.size() > Trail.MOST / 2 && path.size() <= Trail.MOST, path.size() + " places");
        assertEquals(0, path.get(0).step());
        assertEquals(step, path.get(path.size() - 1).step());
        for (int i = 1; i < path.size(); i++) {
            assertTrue(path.get(i).step() > path.get(i - 1).step());
            assertTrue(path.get(i).step() - path.get(i - 1).step() <= 3 * step / Trail.MOST);
        }
        int index = run.parameterNames().indexOf(Y.parameter());
        Trail.Place middle = path.get(path.size() / 2);
        assertEquals(run.frame(middle.step(), NEVER).values().get(index), middle.y());
    }

    @Test
    void without_time_the_path_is_made_of_what_is_at_hand() {
        int step = 30_000;
        Run run = Runnings.at(Recipe.DEFAULT, step);
        List<Integer> steps = Surface.of(run, step, X, Y, 5, () -> true, NEVER).path().stream()
                .map(Trail.Place::step)
                .toList();
        assertEquals(0, steps.get(0));
        assertEquals(step, steps.get(steps.size() - 1));
        assertTrue(steps.size() > 10 && steps.size() <= Trail.MOST, steps.toString());
        for (int at : steps.subList(0, steps.size() - 1)) {
            assertEquals(at, run.lastKept(at));
        }
    }

    @Test
    void when_time_runs_out_a_coarser_surface_is_whole() {
        Run run = Runnings.at(Recipe.DEFAULT, 3);
        AtomicInteger asked = new AtomicInteger();
        Deadline soon = () -> asked.incrementAndGet() > 150;
        Surface coarse = Surface.of(run, 3, X, Y, 65, NEVER, soon);
        assertEquals(9, coarse.points());
        assertEquals(65, coarse.asked());
        Surface nine = Surface.of(run, 3, X, Y, 9, NEVER, NEVER);
        assertEquals(nine.losses(), coarse.losses());
        assertEquals(5, Surface.of(run, 3, X, Y, 65, NEVER, () -> true).points());
        double lowest = nine.losses().stream()
                .flatMap(List::stream)
                .mapToDouble(loss -> loss)
                .min()
                .orElseThrow();
        assertEquals(lowest, nine.lowest().loss());
    }

    @ParameterizedTest
    @CsvSource({
        "layer1.neuron1.w1, layer1.neuron1.w1, 0, 1,  9,  y",
        "w,                 layer1.neuron1.w1, 0, 1,  9,  x",
        "layer1.neuron1.w1, w,                 0, 1,  9,  y",
        "layer1.neuron1.w1, layer1.neuron1.b,  1, 0,  9,  xTo",
        "layer1.neuron1.w1, layer1.neuron1.b,  -1e7, 0,  9,  xFrom",
        "layer1.neuron1.w1, layer1.neuron1.b,  0, 1,  10, points",
        "layer1.neuron1.w1, layer1.neuron1.b,  0, 1,  129, points",
    })
    void a_limit_that_is_broken_is_named(String x, String y, double from, double to, int points, String field) {
        Run run = Runnings.at(Recipe.DEFAULT, 0);
        InvalidInput refused = assertThrows(
                InvalidInput.class,
                () -> Surface.of(run, 0, new Side(x, from, to), new Side(y, null, null), points, NEVER, NEVER));
        assertEquals(field, refused.field());
    }

    private static double at(Surface.Axis axis, int i, int n) {
        return axis.from() + (axis.to() - axis.from()) * i / (n - 1);
    }
}
