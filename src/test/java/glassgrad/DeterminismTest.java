package glassgrad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassgrad.data.PythonRandom;
import glassgrad.engine.Op;
import glassgrad.training.DataRecipe;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Preset;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.training.Schedule;
import glassgrad.training.TrainingRecipe;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bits of our numbers, as digests. They are the same on every machine and every JDK: a link that was sent today shows the
 * same numbers in ten years. Who changes a digest changes what old links show.
 */
class DeterminismTest {
    private final MessageDigest digest = sha256();

    /** NaN has many bit patterns, and processors disagree on which one arithmetic gives; they count as one. */
    private void add(double number) {
        digest.update(ByteBuffer.allocate(Double.BYTES)
                .putLong(Double.doubleToLongBits(number))
                .array());
    }

    private void addAll(List<Double> numbers) {
        numbers.forEach(this::add);
    }

    private void assertDigest(String expected) {
        assertEquals(expected, HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    @Test
    void every_operation_and_its_derivatives() {
        PythonRandom random = new PythonRandom(1);
        for (Op op : Op.all()) {
            for (int i = 0; i < 5_000; i++) {
                double x = random.uniform(-8, 8);
                double y = random.uniform(-8, 8);
                double out = op.forward(x, y);
                add(out);
                for (int operand = 0; operand < op.arity(); operand++) {
                    add(op.partial(operand, x, y, out));
                }
            }
        }
        assertDigest("773c2fe03feab012");
    }

    @Test
    void normally_distributed_draws() {
        PythonRandom random = new PythonRandom(2);
        for (int i = 0; i < 10_000; i++) {
            add(random.gauss(0, 1));
        }
        assertDigest("22b280dcd62b5154");
    }

    @ParameterizedTest
    @CsvSource({"notebook, 500, f3d91bb38efdaa40", "micrograd-demo, 40, 6929d67502f101e6"})
    void a_preset_run(String name, int steps, String expected) {
        Preset preset = Preset.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        addRun(preset.recipe(), steps);
        assertDigest(expected);
    }

    @Test
    void a_run_with_the_other_optimizer_in_small_batches() {
        TrainingRecipe training = new TrainingRecipe(
                "mean-squared-error", "adamw", 0.02, new Schedule.Linear(0.001, 150), 3, true, 1e-4, 1e-3);
        NetworkRecipe network = new NetworkRecipe(List.of(5, 1), "sigmoid", "tanh", "random", 42);
        addRun(new Recipe(DataRecipe.DEFAULT, network, training, List.of()), 200);
        assertDigest("941d0d473450e352");
    }

    private void addRun(Recipe recipe, int steps) {
        Run run = new Runs().open(recipe);
        for (int k = 0; k <= steps; k++) {
            Frame frame = run.frame(k, Deadline.never());
            add(frame.loss());
            addAll(frame.values());
            addAll(frame.gradients());
            frame.outputs().forEach(this::addAll);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
