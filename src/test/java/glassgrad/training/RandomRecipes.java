package glassgrad.training;

import glassgrad.data.Feature;
import glassgrad.data.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small recipes of every kind, from a seed. */
public final class RandomRecipes {
    private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "leaky-relu", "sigmoid", "linear");
    private static final List<String> OPTIMIZERS = List.of("momentum", "rmsprop", "adam", "adamw");
    private static final List<Schedule> SCHEDULES = List.of(
            Schedule.CONSTANT,
            new Schedule.Linear(0.001, 7),
            new Schedule.Cosine(0.0001, 9),
            new Schedule.Steps(4, 0.5));
    private static final List<String> LOSSES = List.of(
            "sum-squared-error",
            "mean-squared-error",
            "half-mean-squared-error",
            "hinge",
            "binary-cross-entropy",
            "softmax-cross-entropy");

    private final SplittableRandom random;

    private RandomRecipes(long seed) {
        random = new SplittableRandom(seed);
    }

    /** {@code count} recipes; their rates are small, so that none of them diverges within a hundred steps. */
    public static Stream<Recipe> of(long seed, int count) {
        RandomRecipes recipes = new RandomRecipes(seed);
        return Stream.generate(recipes::recipe).limit(count);
    }

    private Recipe recipe() {
        int inputs = random.nextInt(1, 4);
        String loss = pick(LOSSES);
        int outputs = loss.startsWith("softmax") ? random.nextInt(2, 4) : random.nextInt(1, 3);
        Supplier<double[]> targets = targets(loss, outputs);
        List<Sample> points = Stream.generate(() -> sample(inputs, targets))
                .limit(random.nextInt(1, 9))
                .toList();
        List<Integer> layers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            layers.add(random.nextInt(1, 5));
        }
        layers.add(outputs);
        return new Recipe(
                new DataRecipe(
                        null,
                        points,
                        DataRecipe.Drawing.DEFAULT,
                        DataRecipe.Testing.NONE,
                        random.nextBoolean(),
                        inputs == 2 ? features() : List.of()),
                new NetworkRecipe(
                        layers,
                        List.of(pick(ACTIVATIONS)),
                        loss.endsWith("cross-entropy") ? "linear" : pick(ACTIVATIONS),
                        random.nextBoolean() ? "random" : "zero",
                        random.nextInt(-50, 50),
                        random.nextBoolean() ? "uniform" : pick(List.of("xavier", "he"))),
                training(loss, points.size()),
                edits());
    }

    private TrainingRecipe training(String loss, int samples) {
        @Nullable Integer batchSize = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(1, samples + 1));
        Schedule schedule = SCHEDULES.get(random.nextInt(SCHEDULES.size()));
        return new TrainingRecipe(
                loss,
                random.nextBoolean() ? "sgd" : pick(OPTIMIZERS),
                random.nextDouble(0.0005, 0.005),
                schedule,
                batchSize,
                random.nextInt(4) != 0,
                random.nextBoolean() ? 0 : random.nextDouble(0.01),
                random.nextBoolean() ? 0 : random.nextDouble(0.01),
                random.nextBoolean()
                        ? Coefficients.DEFAULT
                        : new Coefficients(
                                random.nextDouble(0.95),
                                random.nextDouble(0.95),
                                random.nextDouble(0.5, 0.9999),
                                1e-6,
                                random.nextDouble(0.1)),
                random.nextInt(3) > 0 ? Order.GIVEN : new Order("shuffled", random.nextInt(-9, 9)),
                random.nextBoolean() ? "all" : "weights");
    }

    private List<Feature> features() {
        return Arrays.stream(Feature.values())
                .filter(each -> random.nextBoolean())
                .toList();
    }

    private List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            edits.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Edit(random.nextInt(20), Map.of("layer1.neuron1.w1", random.nextDouble(-2, 2)));
                        case 1 ->
                            new Edit(
                                    random.nextInt(20),
                                    Map.of("training.learningRate", 0.001, "training.momentum", 0.5));
                        default -> new Edit(random.nextInt(20), Map.of("training.zeroGrad", random.nextBoolean()));
                    });
        }
        return edits;
    }

    private Sample sample(int inputs, Supplier<double[]> targets) {
        return Sample.of(numbers(inputs, () -> random.nextDouble(-1, 1)), targets.get());
    }

    /** Draws targets that fit a loss. */
    private Supplier<double[]> targets(String loss, int outputs) {
        double low = loss.equals("binary-cross-entropy") && random.nextBoolean() ? 0 : -1;
        return switch (loss) {
            case "hinge", "binary-cross-entropy" -> () -> numbers(outputs, () -> random.nextBoolean() ? 1 : low);
            case "softmax-cross-entropy" ->
                () -> {
                    double[] targets = new double[outputs];
                    targets[random.nextInt(outputs)] = 1;
                    return targets;
                };
            default -> () -> numbers(outputs, () -> random.nextDouble(-1, 1));
        };
    }

    private static double[] numbers(int count, DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(count).toArray();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
