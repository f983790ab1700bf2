package glassgrad.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AscentTest {
    private static final String LECTURE = "e = a*b; d = e + c; L = d*f";
    private static final Map<String, Double> INPUTS = Map.of("a", 2.0, "b", -3.0, "c", 10.0, "f", -2.0);

    @Test
    void a_step_of_a_hundredth_has_the_lectures_numbers() {
        Ascent step = Ascent.of(Expression.of(LECTURE, INPUTS), List.of("a", "b", "c", "f"), 0.01);
        assertEquals(Map.of("a", 2.06, "b", -3.04, "c", 9.98, "f", -1.96), step.moved());
        assertEquals(-7.286496, step.value(), 1e-12);
    }

    @Test
    void the_leaves_that_are_not_chosen_stay_where_they_are() {
        Ascent step = Ascent.of(Expression.of(LECTURE, INPUTS), List.of("f"), 0.5);
        assertEquals(Map.of("f", 0.0), step.moved());
        assertEquals(0, step.value());
    }

    @Test
    void what_follows_from_the_moved_leaves_is_what_they_would_have_given_from_the_start() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            Map<String, Double> inputs =
                    Map.of("x", random.nextDouble(-2, 2), "w", random.nextDouble(-2, 2), "b", random.nextDouble(-2, 2));
            String source = "n = x*w + b; o = tanh(n)*n; o - exp(x)/3";
            double rate = random.nextDouble(-1, 1);
            Ascent step = Ascent.of(Expression.of(source, inputs), List.of("x", "w", "b"), rate);
            assertEquals(Expression.of(source, step.moved()).value(), step.value());
            Map<String, Double> gradients = Expression.of(source, inputs).gradients();
            step.moved()
                    .forEach((name, moved) -> assertEquals(
                            inputs.getOrDefault(name, 0.0) + rate * gradients.getOrDefault(name, 0.0), moved, 0, name));
        }
    }

    @Test
    void a_leaf_with_two_names_takes_one_step() {
        Ascent step = Ascent.of(Expression.of("d = a; b = d*d", Map.of("a", 3.0)), List.of("a", "d", "a"), 0.5);
        assertEquals(Map.of("a", 6.0, "d", 6.0), step.moved());
        assertEquals(36, step.value());
    }

    @Test
    void numbers_of_the_text_are_leaves_too_and_results_are_not() {
        Expression expression = Expression.of("a = 2; b = a*x", Map.of("x", 5.0));
        assertTrue(Ascent.isLeaf(expression, "a"));
        assertTrue(Ascent.isLeaf(expression, "x"));
        assertFalse(Ascent.isLeaf(expression, "b"));
        assertFalse(Ascent.isLeaf(expression, "y"));
        assertThrows(IllegalArgumentException.class, () -> Ascent.of(expression, List.of("b"), 1));
    }
}
