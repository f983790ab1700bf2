package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what each rule does in closed form, where there is one, and against other ways of writing it. */
class OptimizerTest {
    private static final double RATE = 0.05;

    private static Optimizer optimizer(String name) {
        return Optimizer.named(name, new Coefficients(0.8, 0.7, 0.9, 1e-8, 0.02));
    }

    /** The way of one parameter from 2 on, step by step, where its gradient at x is {@code slope * x + push}. */
    private static double[] way(Optimizer optimizer, double slope, double push, int steps) {
        double[] x = {2};
        double[] memory = new double[optimizer.memory()];
        double[] way = new double[steps + 1];
        way[0] = x[0];
        for (int k = 0; k < steps; k++) {
            optimizer.update(x, new double[] {slope * x[0] + push}, memory, RATE, k);
            way[k + 1] = x[0];
        }
        return way;
    }

    @Test
    void gradient_descent_in_a_bowl_shrinks_by_a_factor() {
        double[] way = way(optimizer("sgd"), 3, 0, 40);
        for (int k = 0; k <= 40; k++) {
            assertEquals(2 * Math.pow(1 - RATE * 3, k), way[k], 1e-15);
        }
    }

    @Test
    void momentum_under_a_constant_push_reaches_its_terminal_velocity() {
        double[] way = way(optimizer("momentum"), 0, 1, 60);
        for (int k = 1; k <= 60; k++) {
            double velocity = (1 - Math.pow(0.8, k)) / (1 - 0.8);
            assertEquals(RATE * velocity, way[k - 1] - way[k], 1e-14);
        }
        assertEquals(5 * RATE, way[59] - way[60], 1e-6);
    }

    @Test
    void momentum_in_a_bowl_is_the_heavy_ball_of_two_terms() {
        double[] way = way(optimizer("momentum"), 3, 0, 60);
        assertEquals(way[0] * (1 - RATE * 3), way[1], 1e-15);
        for (int k = 1; k < 60; k++) {
            assertEquals((1 + 0.8 - RATE * 3) * way[k] - 0.8 * way[k - 1], way[k + 1], 1e-14);
        }
        // The roots of t² - (1 + momentum - rate * 3)t + momentum are not real: it swings to the other side.
        assertTrue(IntStream.range(0, 60).anyMatch(k -> way[k] < 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, -40})
    void rmsprop_divides_a_constant_gradient_by_its_size(double push) {
        double[] way = way(optimizer("rmsprop"), 0, push, 30);
        for (int k = 1; k <= 30; k++) {
            double root = Math.abs(push) * Math.sqrt(1 - Math.pow(0.9, k));
            assertEquals(RATE * push / (root + 1e-8), way[k - 1] - way[k], 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, -40})
    void adam_moves_by_the_rate_whatever_the_size_of_a_constant_gradient(double push) {
        double[] way = way(optimizer("adam"), 0, push, 30);
        for (int k = 1; k <= 30; k++) {
            assertEquals(RATE * push / (Math.abs(push) + 1e-8), way[k - 1] - way[k], 1e-13);
        }
    }

    @Test
    void adam_in_a_bowl_is_the_papers_with_its_means_written_as_sums() {
        double[] way = way(optimizer("adam"), 3, 1, 25);
        for (int k = 0; k < 25; k++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i <= k; i++) {
                double gradient = 3 * way[i] + 1;
                mean += (1 - 0.7) * Math.pow(0.7, k - i) * gradient;
                square += (1 - 0.9) * Math.pow(0.9, k - i) * gradient * gradient;
            }
            mean /= 1 - Math.pow(0.7, k + 1);
            square /= 1 - Math.pow(0.9, k + 1);
            assertEquals(RATE * mean / (Math.sqrt(square) + 1e-8), way[k] - way[k + 1], 1e-14);
        }
    }

    @Test
    void adamw_is_adam_with_every_parameter_shrunk_besides() {
        double[] x = {2};
        double[] other = {2};
        double[] memory = new double[2];
        double[] memoryOfOther = new double[2];
        for (int k = 0; k < 20; k++) {
            double[] gradient = {Math.cos(k)};
            double before = x[0];
            other[0] = before;
            optimizer("adamw").update(x, gradient, memory, RATE, k);
            optimizer("adam").update(other, gradient, memoryOfOther, RATE, k);
            assertEquals(other[0] - RATE * 0.02 * before, x[0], 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "rmsprop", "adam", "adamw"})
    void a_parameter_without_a_gradient_stays_but_for_its_decay(String name) {
        double[] way = way(optimizer(name), 0, 0, 3);
        double factor = name.equals("adamw") ? 1 - RATE * 0.02 : 1;
        assertEquals(2 * Math.pow(factor, 3), way[3], 1e-15);
    }

    @Test
    void an_edit_of_the_momentum_is_in_force_from_its_step_on() {
        TrainingRecipe t = TrainingRecipe.DEFAULT;
        TrainingRecipe training = new TrainingRecipe(t.loss(), "momentum", 0.01, t.schedule(), null, true, 0, 0);
        Recipe plain = new Recipe(DataRecipe.DEFAULT, NetworkRecipe.DEFAULT, training, List.of());
        Recipe edited = plain.withEdits(List.of(new Edit(3, Map.of("training.momentum", 0.0))));
        Run run = new Runs().open(edited);
        Frame third = run.frame(3, Deadline.never());
        Frame fourth = run.frame(4, Deadline.never());
        for (int i = 0; i < 41; i++) {
            assertEquals(
                    third.values().get(i) - 0.01 * third.gradients().get(i),
                    fourth.values().get(i));
        }
        Frame without = new Runs().open(plain).frame(4, Deadline.never());
        assertEquals(new Runs().open(plain).frame(3, Deadline.never()).values(), third.values());
        assertTrue(!without.values().equals(fourth.values()));
    }

    @Test
    void numbers_that_an_optimizer_does_not_have_mean_nothing_to_it() {
        Coefficients others = new Coefficients(0.5, 0.6, 0.7, 0.1, 1);
        double[] usual = way(Optimizer.named("sgd", Coefficients.DEFAULT), 1, 0, 5);
        assertEquals(usual[5], way(Optimizer.named("sgd", others), 1, 0, 5)[5]);
        assertThrows(IllegalArgumentException.class, () -> Optimizer.named("lbfgs", others));
    }

    @Test
    void the_usual_numbers_are_those_of_the_papers() {
        assertEquals(new Coefficients(0.9, 0.9, 0.999, 1e-8, 0.01), Coefficients.DEFAULT);
    }
}
