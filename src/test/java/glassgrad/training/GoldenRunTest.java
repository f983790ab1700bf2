package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassgrad.Golden;
import glassgrad.data.Sample;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs against the numbers that CPython and the published notebooks print. */
class GoldenRunTest {
    private static final Deadline NEVER = Deadline.never();

    static Stream<JsonNode> notebookRuns() {
        return Golden.read("notebook-runs.json").get("runs").valueStream();
    }

    @ParameterizedTest
    @MethodSource("notebookRuns")
    void the_notebooks_loop_gives_the_numbers_of_cpython(JsonNode golden) {
        int steps = golden.get("losses").size();
        Run run = new Runs().open(recipe(golden));

        Frame first = run.frame(0, NEVER);
        assertEquals(numbers(golden.get("initialParameters")), first.values());
        assertClose(golden.get("initialPredictions"), outputs(first));
        assertClose(golden.get("gradientsAtStep0"), first.gradients());

        Progress progress = run.advance(0, steps, NEVER);
        List<Double> losses = numbers(golden.get("losses"));
        for (int k = 0; k < steps && losses.get(k) > 1e-6; k++) {
            assertEquals(losses.get(k), progress.losses().get(k), 1e-9 * losses.get(k), "loss " + k);
        }
        if (losses.get(steps - 1) > 1e-6) {
            assertClose(golden.get("finalParameters"), progress.frame().values());
            assertClose(golden.get("finalPredictions"), outputs(progress.frame()));
        }
    }

    @Test
    void the_published_demo_prints_its_hundred_lines() {
        JsonNode golden = Golden.read("micrograd-demo.json");
        Run run = new Runs().open(Preset.MICROGRAD_DEMO.recipe());
        assertEquals(golden.get("parameters").intValue(), run.parameterNames().size());

        List<Double> losses = numbers(golden.get("losses"));
        List<Double> accuracies = numbers(golden.get("accuracies"));
        for (int k = 0; k < 100; k++) {
            Frame frame = run.frame(k, NEVER);
            assertEquals(losses.get(k), frame.loss(), 1e-10 * losses.get(k), "loss " + k);
            assertEquals(accuracies.get(k), frame.accuracy(), "accuracy " + k);
        }
    }

    private static Recipe recipe(JsonNode golden) {
        return new Recipe(
                new DataRecipe(null, points(golden)),
                new NetworkRecipe(
                        golden.get("layers")
                                .valueStream()
                                .map(JsonNode::intValue)
                                .toList(),
                        "tanh",
                        "tanh",
                        "random",
                        golden.get("seed").longValue()),
                new TrainingRecipe(
                        "sum-squared-error",
                        "sgd",
                        golden.get("learningRate").doubleValue(),
                        Schedule.CONSTANT,
                        null,
                        golden.get("zeroGrad").booleanValue(),
                        0,
                        0),
                List.of());
    }

    private static List<Sample> points(JsonNode golden) {
        return IntStream.range(0, golden.get("inputs").size())
                .mapToObj(i -> Sample.of(
                        Golden.numbers(golden.get("inputs").get(i)),
                        golden.get("targets").get(i).doubleValue()))
                .toList();
    }

    private static List<Double> numbers(JsonNode array) {
        return DoubleStream.of(Golden.numbers(array)).boxed().toList();
    }

    private static List<Double> outputs(Frame frame) {
        return frame.outputs().stream().map(row -> row.get(0)).toList();
    }

    private static void assertClose(JsonNode expected, List<Double> actual) {
        List<Double> numbers = numbers(expected);
        assertEquals(numbers.size(), actual.size());
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(numbers.get(i), actual.get(i), 1e-9 * Math.max(1e-3, Math.abs(numbers.get(i))), "number " + i);
        }
    }
}
