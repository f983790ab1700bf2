package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import glassgrad.engine.GradientCheck;
import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private static Value loss(Loss loss, List<Value> outputs, double... targets) {
        Value value = loss.ofSample(outputs, Value.leaves("y", targets));
        value.backward();
        return value;
    }

    private double[] scores(int count, double most) {
        return random.doubles(count, -most, most).toArray();
    }

    /** Targets that fit any loss of several outputs but the hinge's, whose they are by sign. */
    private double[] oneHot(int count) {
        double[] targets = new double[count];
        targets[random.nextInt(count)] = 1;
        return targets;
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradients_agree_with_central_differences(Loss loss) {
        for (int i = 0; i < 200; i++) {
            List<Value> scores = Value.leaves("s", scores(random.nextInt(2, 6), 4));
            Value value = loss(loss, scores, oneHot(scores.size()));
            GradientCheck check = new GradientCheck(value);
            List<Double> gradients =
                    scores.stream().map(score -> score.gradient).toList();
            for (int k = 0; k < scores.size(); k++) {
                GradientCheck.Difference difference = check.by(scores.get(k));
                // At the hinge's corner, or where two scores are the largest, a difference says so itself.
                double near = Math.max(1e-9, difference.error());
                assertEquals(difference.derivative(), gradients.get(k), near, loss + " " + scores);
            }
        }
    }

    @Test
    void half_the_mean_of_squared_errors_has_the_error_as_its_derivative() {
        Value output = new Value(1.75);
        assertEquals(0.5 * 1.25 * 1.25, loss(Loss.HALF_MEAN_SQUARED_ERROR, List.of(output), 0.5).data);
        assertEquals(1.25, output.gradient);
        assertEquals(0.25, Loss.HALF_MEAN_SQUARED_ERROR.scale(4));
    }

    /** log(1 + exp(-s)) to twenty digits, by bc. */
    @ParameterizedTest
    @CsvSource({
        "0,     0.69314718055994530942",
        "1,     0.31326168751822283405",
        "-1,    1.31326168751822283405",
        "2.5,   0.07888973429254955660",
        "-30,   30.00000000000009357623",
        "40,    4.248354255291588995e-18",
        "1000,  0",
        "-1000, 1000"
    })
    void binary_cross_entropy_is_that_of_the_logistic_function(double score, double expected) {
        for (double sign : new double[] {1, -1}) {
            Value signed = new Value(sign * score);
            Value bit = new Value(sign * score);
            double tolerance = 1e-15 * Math.max(expected, 1e-17);
            assertEquals(expected, loss(Loss.BINARY_CROSS_ENTROPY, List.of(signed), sign).data, 2 * tolerance);
            assertEquals(
                    expected,
                    loss(Loss.BINARY_CROSS_ENTROPY_OF_BITS, List.of(bit), (sign + 1) / 2).data,
                    2 * tolerance);
            // The derivative is the probability less the target.
            double slope = -sign / (1 + StrictMath.exp(score));
            assertEquals(slope, signed.gradient, 1e-15);
            assertEquals(slope, bit.gradient, 1e-15);
        }
    }

    @Test
    void the_form_of_binary_cross_entropy_follows_from_the_targets() {
        assertEquals(Loss.BINARY_CROSS_ENTROPY, Loss.of("binary-cross-entropy", targets(-1, 1, 1)));
        assertEquals(Loss.BINARY_CROSS_ENTROPY_OF_BITS, Loss.of("binary-cross-entropy", targets(0, 1, 1)));
        for (Loss loss : Loss.values()) {
            assertEquals(loss.takesScores(), loss.name().contains("CROSS_ENTROPY"));
        }
    }

    @Test
    void softmax_cross_entropy_of_1_2_3_is_the_published_one() {
        // torch.nn.functional.log_softmax(torch.tensor([1., 2., 3.])): -2.4076, -1.4076, -0.4076.
        double[] published = {2.4076059644443806, 1.4076059644443806, 0.4076059644443806};
        for (int k = 0; k < 3; k++) {
            double[] targets = new double[3];
            targets[k] = 1;
            Value loss = loss(Loss.SOFTMAX_CROSS_ENTROPY, Value.leaves("s", 1, 2, 3), targets);
            assertEquals(published[k], loss.data, 1e-15);
        }
    }

    @Test
    void softmax_cross_entropy_is_minus_the_logarithm_of_the_softmax_and_its_slope_is_softmax_less_target() {
        for (int i = 0; i < 200; i++) {
            double[] scores = scores(random.nextInt(2, 8), 20);
            double[] targets = oneHot(scores.length);
            List<Value> values = Value.leaves("s", scores);
            double loss = loss(Loss.SOFTMAX_CROSS_ENTROPY, values, targets).data;
            double[] powers = Arrays.stream(scores).map(StrictMath::exp).toArray();
            double sum = Arrays.stream(powers).sum();
            for (int k = 0; k < scores.length; k++) {
                double probability = powers[k] / sum;
                assertEquals(probability - targets[k], values.get(k).gradient, 1e-14);
                if (targets[k] == 1) {
                    assertEquals(-StrictMath.log(probability), loss, 1e-12 * Math.max(1, loss));
                }
            }
        }
    }

    @Test
    void softmax_cross_entropy_is_stable_at_scores_of_a_thousand() {
        List<Value> right = Value.leaves("s", 1000, -1000, -1000);
        assertEquals(0, loss(Loss.SOFTMAX_CROSS_ENTROPY, right, 1, 0, 0).data);
        List<Value> wrong = Value.leaves("s", 1000, -1000, -1000);
        assertEquals(2000, loss(Loss.SOFTMAX_CROSS_ENTROPY, wrong, 0, 0, 1).data);
        assertEquals(
                List.of(1.0, 0.0, -1.0), wrong.stream().map(s -> s.gradient).toList());
        List<Value> close = Value.leaves("s", 1000, 999);
        assertEquals(StrictMath.log1p(StrictMath.exp(-1)), loss(Loss.SOFTMAX_CROSS_ENTROPY, close, 1, 0).data, 1e-15);
    }

    static Stream<Recipe> recipes() {
        return RandomRecipes.of(5, 200);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void accuracy_is_the_share_of_samples_in_their_class(Recipe recipe) {
        Run run = new Runs().open(recipe);
        Frame frame = run.frame(3, Deadline.never());
        Dataset data = run.dataset();
        boolean scores = recipe.training().loss().contains("cross-entropy");
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            List<Double> y = data.samples().get(i).y();
            List<Double> out = frame.outputs().get(i);
            if (y.size() == 1 && Math.abs(y.get(0)) == 1 && data.isSigned()) {
                right.add(Math.signum(y.get(0)) == (out.get(0) > 0 ? 1 : -1));
            } else if (y.size() == 1 && data.isBinary()) {
                right.add(y.get(0) == (out.get(0) > (scores ? 0 : 0.5) ? 1 : 0));
            } else if (data.isOneHot() && y.size() > 1) {
                int most = IntStream.range(0, y.size())
                        .reduce((a, b) -> out.get(b) > out.get(a) ? b : a)
                        .orElseThrow();
                right.add(y.get(most) == 1);
            }
        }
        if (right.isEmpty()) {
            assertNull(frame.accuracy());
        } else {
            assertEquals(right.stream().filter(r -> r).count() / (double) data.size(), frame.accuracy());
        }
    }

    @Test
    void a_network_learns_three_classes() {
        List<Sample> points = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int k = i % 3;
            double angle = 2 * Math.PI * k / 3 + 0.02 * i;
            double[] targets = new double[3];
            targets[k] = 1;
            points.add(Sample.of(new double[] {Math.cos(angle), Math.sin(angle)}, targets));
        }
        Recipe recipe = new Recipe(
                new DataRecipe(null, points),
                new NetworkRecipe(List.of(6, 3), "tanh", "linear", "random", 1337),
                new TrainingRecipe("softmax-cross-entropy", "sgd", 0.5, Schedule.CONSTANT, null, true, 0, 0),
                List.of());
        Frame frame = new Runs().open(recipe).frame(200, Deadline.never());
        assertEquals(1.0, frame.accuracy());
        assertTrue(frame.loss() < 0.1);
    }

    private static Dataset targets(double... targets) {
        return new Dataset(Arrays.stream(targets)
                .mapToObj(y -> Sample.of(new double[] {0}, y))
                .toList());
    }
}
