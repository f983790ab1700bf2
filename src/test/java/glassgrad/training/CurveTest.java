package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Dataset;
import glassgrad.data.Drawn;
import glassgrad.data.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
    @Test
    void a_formula_draws_what_the_set_of_the_same_function_draws() {
        List<Sample> sine = Drawn.SINE.draw(300, 0.2, 9).samples();
        List<Sample> own = drawn("sin(x)", 0.2).samples();
        for (int i = 0; i < 300; i++) {
            assertEquals(sine.get(i).x(), own.get(i).x());
            assertEquals(sine.get(i).y().get(0), own.get(i).y().get(0), 1e-15);
        }
        assertEquals(Drawn.NOISY_LINE.draw(300, 0, 9), drawn("x/6", 0));
    }

    @Test
    void its_value_is_that_of_the_formula() {
        for (Sample sample : drawn("a = x**2; max(a - 4, 0) * tanh(x)", 0).samples()) {
            double x = sample.x().get(0);
            assertEquals(Math.max(x * x - 4, 0) * Math.tanh(x), sample.y().get(0), 1e-12);
        }
    }

    @Test
    void a_formula_without_x_is_the_same_everywhere() {
        assertTrue(drawn("0.25", 0).samples().stream()
                .allMatch(sample -> sample.y().equals(List.of(0.25))));
    }

    @Test
    void another_formula_is_another_run() {
        assertNotEquals(
                new Recipe(data("x", 0), NetworkRecipe.DEFAULT, TrainingRecipe.DEFAULT, List.of()).id(),
                new Recipe(data("2*x", 0), NetworkRecipe.DEFAULT, TrainingRecipe.DEFAULT, List.of()).id());
    }

    @Test
    void a_formula_means_nothing_to_another_set() {
        DataRecipe.Drawing drawing = new DataRecipe.Drawing(300, 0, 9, "2*x");
        DataRecipe moons = new DataRecipe("moons", null, drawing, DataRecipe.Testing.NONE);
        assertEquals(new DataRecipe("moons", null, new DataRecipe.Drawing(300, 0, 9), DataRecipe.Testing.NONE), moons);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin(        | Column",
                "x + z       | z",
                "''          | nothing to compute",
                "log(x)      | it is no number",
                "1/0         | it is too large",
                "exp(x*x)    | between -1,000,000 and 1,000,000",
                "x; y = 2    | only the last statement",
            })
    void what_is_no_function_is_refused(String formula, String why) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> drawn(formula, 0));
        assertEquals("data.formula", refused.field());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    @Test
    void a_formula_has_a_limit_even_where_it_means_nothing() {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> new DataRecipe.Drawing(10, 0, 0, "x" + " + x".repeat(60)));
        assertEquals("Formula may have 200 characters at most, but has 241.", refused.getMessage());
    }

    private static Dataset drawn(String formula, double noise) {
        return data(formula, noise).whole();
    }

    private static DataRecipe data(String formula, double noise) {
        DataRecipe.Drawing drawing = new DataRecipe.Drawing(300, noise, 9, formula);
        return new DataRecipe("formula", null, drawing, DataRecipe.Testing.NONE);
    }
}
