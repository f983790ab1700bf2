package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.RandomGraph;
import glassgrad.engine.Value;
import glassgrad.explain.Exercise.Quantity;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import glassgrad.training.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final Wiring NOTEBOOK =
            Wiring.of(Runnings.at(Recipe.DEFAULT, 0).graph(0, 0), Map.of());

    @Test
    void a_series_is_decided_by_its_seed() {
        assertEquals(Series.of(NOTEBOOK, 7, 10, null), Series.of(NOTEBOOK, 7, 10, null));
        assertNotEquals(Series.of(NOTEBOOK, 7, 10, null), Series.of(NOTEBOOK, 8, 10, null));
    }

    @Test
    void exercises_grow_harder_and_none_comes_twice() {
        for (long seed = 0; seed < 100; seed++) {
            List<Exercise> series = Series.of(NOTEBOOK, seed, 10, null);
            assertEquals(10, series.size());
            assertEquals(10, new HashSet<>(series).size());
            for (int i = 1; i < 10; i++) {
                assertTrue(series.get(i).difficulty() >= series.get(i - 1).difficulty());
            }
            assertTrue(series.get(9).difficulty() > series.get(0).difficulty());
        }
    }

    @Test
    void none_is_trivial() {
        for (int seed = 0; seed < 200; seed++) {
            Value root = new RandomGraph(seed).root;
            root.backward();
            Wiring wiring = Wiring.of(root);
            int ofRoot = 0;
            for (Exercise exercise : Series.of(wiring, seed, Limits.EXERCISES, null)) {
                Value value = wiring.named(exercise.node());
                boolean isGradient = exercise.quantity() == Quantity.GRADIENT;
                double number = isGradient ? value.gradient : value.data;
                assertTrue(Math.abs(number) >= 0.001 && Math.abs(number) <= 1e6);
                assertFalse(value.isLeaf() && !isGradient);
                ofRoot += value == root && isGradient ? 1 : 0;
            }
            assertTrue(ofRoot <= 1);
        }
    }

    @Test
    void a_small_graph_gives_a_short_series() {
        Value root = new Value(3, "a").mul(2).named("b");
        root.backward();
        assertEquals(
                List.of("b gradient", "b data", "a gradient"),
                Series.of(Wiring.of(root), 1, 10, null).stream()
                        .map(exercise ->
                                exercise.node() + " " + exercise.quantity().word())
                        .toList());
    }

    @Test
    void where_a_graph_has_no_other_exercises_it_says_so() {
        Value root = new Value(3, "a").mul(2).named("b");
        root.backward();
        Wiring wiring = Wiring.of(root);
        assertEquals(3, Series.among(wiring, 1, 10, null).candidates());
        assertEquals(Series.among(wiring, 1, 10, null), Series.among(wiring, 2, 10, null));
        assertTrue(Series.among(NOTEBOOK, 1, 10, null).candidates() > 10);
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void a_series_may_ask_for_one_quantity_alone(Quantity asked) {
        for (long seed = 0; seed < 20; seed++) {
            List<Exercise> series = Series.of(NOTEBOOK, seed, 10, asked);
            assertEquals(10, series.size());
            assertTrue(series.stream().allMatch(exercise -> exercise.quantity() == asked));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void the_number_of_exercises_is_limited(int count) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> Series.of(NOTEBOOK, 0, count, null));
        assertEquals("count", refused.field());
    }
}
