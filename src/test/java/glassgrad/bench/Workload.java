package glassgrad.bench;

import glassgrad.data.Sample;
import glassgrad.training.DataRecipe;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Recipe;
import glassgrad.training.Schedule;
import glassgrad.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What is measured: a fully connected network with tanh on every layer, trained on squared error by gradient descent, all
 * samples in every update.
 *
 * @param layers the number of inputs, then of each layer's neurons
 */
record Workload(List<Integer> layers, int samples) {
    private static final long SEED = 1337;

    /** So low that a long run stays lively: no tanh saturates. */
    private static final double RATE = 1e-4;

    /** From its name: "2-16-16-1x100". */
    static Workload named(String name) {
        String[] parts = name.split("x", 2);
        List<Integer> layers =
                Arrays.stream(parts[0].split("-", -1)).map(Integer::valueOf).toList();
        return new Workload(layers, Integer.parseInt(parts[1]));
    }

    Recipe recipe() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Sample> points = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            List<Double> x = Stream.generate(() -> random.nextDouble(-1, 1))
                    .limit(layers.get(0))
                    .toList();
            points.add(new Sample(x, List.of(random.nextBoolean() ? 1.0 : -1.0)));
        }
        List<Integer> neurons = layers.subList(1, layers.size());
        return new Recipe(
                new DataRecipe(null, points),
                new NetworkRecipe(neurons, "tanh", "tanh", "random", SEED),
                new TrainingRecipe("sum-squared-error", "sgd", RATE, Schedule.CONSTANT, null, true, 0, 0),
                List.of());
    }
}
