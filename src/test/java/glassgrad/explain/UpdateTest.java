package glassgrad.explain;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import glassgrad.explain.Update.Row;
import glassgrad.training.Coefficients;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateTest {
    static Stream<Recipe> recipes() {
        return Runnings.recipes();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_next_frame_has_the_values_of_the_update_to_the_bit(Recipe recipe) {
        Run run = Runnings.at(recipe, 25);
        for (int step = 0; step < 25; step++) {
            Frame now = run.frame(step, Deadline.never());
            Frame next = run.frame(step + 1, Deadline.never());
            Update update = Update.of(run.probe(step), recipe.edits(), null);
            assertEquals(now.learningRate(), update.rate());
            for (int i = 0; i < next.values().size(); i++) {
                Row row = update.parameters().get(i);
                assertEquals(run.parameterNames().get(i), row.name());
                assertEquals(now.values().get(i), row.value());
                assertEquals(now.gradients().get(i), row.gradient());
                assertEquals(row.next() - row.value(), row.change());
                assertEquals(next.values().get(i), row.edited() == null ? row.next() : row.edited());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_numbers_behind_a_step_give_the_step(Recipe recipe) {
        Run run = Runnings.at(recipe, 10);
        Update update = Update.of(run.probe(10), List.of(), null);
        assertEquals(recipe.training().optimizer(), update.optimizer());
        for (Row row : update.parameters()) {
            assertEquals(row.value() - update.rate() * step(update, row), row.next());
        }
    }

    /** What the rate is multiplied with, from the numbers that the update tells. */
    private static double step(Update update, Row row) {
        Update.Moments moments = row.moments();
        Update.Velocity velocity = row.velocity();
        Update.Square square = row.square();
        switch (update.optimizer()) {
            case "sgd" -> {
                return row.gradient();
            }
            case "momentum" -> {
                assertNotNull(velocity);
                assertNotNull(update.momentum());
                assertEquals(update.momentum() * velocity.before() + row.gradient(), velocity.v());
                return velocity.v();
            }
            case "rmsprop" -> {
                assertNotNull(square);
                assertNotNull(update.rmsProp());
                double beta2 = update.rmsProp().beta2();
                double v = beta2 * square.before() + (1 - beta2) * row.gradient() * row.gradient();
                assertEquals(v, square.v());
                assertEquals(row.gradient() / (Math.sqrt(v) + update.rmsProp().epsilon()), square.step());
                return square.step();
            }
            default -> {
                assertNotNull(moments);
                assertNotNull(update.adam());
                assertEquals(update.adam().weightDecay() * row.value(), moments.decay());
                assertEquals(update.optimizer().equals("adam"), update.adam().weightDecay() == 0);
                return moments.step() + moments.decay();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void what_is_remembered_at_a_step_is_what_the_update_before_left(Recipe recipe) {
        Run run = Runnings.at(recipe, 11);
        Update update = Update.of(run.probe(10), List.of(), null);
        Remembered remembered = Remembered.of(run.probe(11));
        assertEquals(recipe.training().optimizer(), remembered.optimizer());
        List<List<Double>> left = switch (update.optimizer()) {
            case "sgd" -> List.of();
            case "momentum" ->
                List.of(column(update, row -> requireNonNull(row.velocity()).v()));
            case "rmsprop" ->
                List.of(column(update, row -> requireNonNull(row.square()).v()));
            default ->
                List.of(
                        column(update, row -> requireNonNull(row.moments()).m()),
                        column(update, row -> requireNonNull(row.moments()).v()));
        };
        assertEquals(
                left, remembered.state().stream().map(Remembered.Column::values).toList());
    }

    private static List<Double> column(Update update, Function<Row, Double> of) {
        return update.parameters().stream().map(of).toList();
    }

    @Test
    void the_moments_are_those_of_the_paper() {
        Recipe recipe = Recipes.with(null, true, "adamw", 0, 0);
        Run run = Runnings.at(recipe, 4);
        Coefficients adam = Coefficients.DEFAULT;
        double m = 0;
        double v = 0;
        List<Double> before = List.of(0.0, 0.0);
        for (int step = 0; step <= 3; step++) {
            Update update = Update.of(run.probe(step), List.of(), null);
            Row row = update.parameters().get(7);
            double g = run.frame(step, Deadline.never()).gradients().get(7);
            m = adam.beta1() * m + (1 - adam.beta1()) * g;
            v = adam.beta2() * v + (1 - adam.beta2()) * g * g;
            Update.Moments moments = row.moments();
            assertNotNull(moments);
            assertEquals(before, List.of(moments.mBefore(), moments.vBefore()));
            before = List.of(moments.m(), moments.v());
            assertEquals(m, moments.m(), 1e-15);
            assertEquals(v, moments.v(), 1e-15);
            assertEquals(m / (1 - StrictMath.pow(0.9, step + 1)), moments.mHat(), 1e-15);
            assertEquals(v / (1 - StrictMath.pow(0.999, step + 1)), moments.vHat(), 1e-15);
            assertEquals(0.01 * row.value(), moments.decay());
            assertNotNull(update.adam());
            assertEquals(0.9, update.adam().beta1());
        }
    }

    @Test
    void where_gradients_add_up_over_the_steps_the_derivative_stands_beside_them() {
        Recipe recipe = Recipes.with(null, false, "sgd", 0, 0);
        Run run = Runnings.at(recipe, 5);
        List<Row> first = Update.of(run.probe(0), List.of(), null).parameters();
        assertTrue(first.stream().allMatch(row -> row.derivative() == null));
        double[] before = run.probe(4).gradients();
        List<Row> rows = Update.of(run.probe(5), List.of(), null).parameters();
        for (int i = 0; i < before.length; i++) {
            Double derivative = rows.get(i).derivative();
            assertNotNull(derivative);
            assertEquals(rows.get(i).gradient() - before[i], derivative, 1e-12);
        }
    }

    @Test
    void one_parameter_can_be_asked_for_alone() {
        Run run = Runnings.at(Recipe.DEFAULT, 2);
        Row fifth = Update.of(run.probe(2), List.of(), null).parameters().get(4);
        assertEquals(
                List.of(fifth), Update.of(run.probe(2), List.of(), fifth.name()).parameters());
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> Update.of(run.probe(2), List.of(), "layer9.neuron1.b"));
        assertEquals("parameter", refused.field());
    }

    @Test
    void an_edit_at_the_next_step_has_the_last_word() {
        Edit edit = new Edit(3, Map.of("layer1.neuron1.w2", 0.75));
        Recipe recipe = Recipe.DEFAULT.withEdits(List.of(edit));
        Run run = Runnings.at(recipe, 3);
        Update update = Update.of(run.probe(2), recipe.edits(), null);
        assertEquals(0.75, update.parameters().get(1).edited());
        assertNull(update.parameters().get(0).edited());
        assertNull(Update.of(run.probe(1), recipe.edits(), null)
                .parameters()
                .get(1)
                .edited());
    }

    @Test
    void the_notebooks_first_update_is_the_notebooks() {
        double[] second = Golden.numbers(Golden.read("notebook-runs.json").at("/runs/0/losses"));
        Run run = Runnings.at(Recipe.DEFAULT, 0);
        double[] next = run.probe(0).nextValues();
        assertEquals(second[1], run.probe(0).lossAt(next), 1e-12);
    }
}
