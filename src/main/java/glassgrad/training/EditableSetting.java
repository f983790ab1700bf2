package glassgrad.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A training setting that an edit may change, and how. */
record EditableSetting(Setting setting, Change change) {
    /** The training settings with another value for one of them. */
    @FunctionalInterface
    interface Change {
        TrainingRecipe apply(TrainingRecipe training, @Nullable Object value);
    }

    private static final List<EditableSetting> ALL = List.of(
            new EditableSetting(
                    Settings.LEARNING_RATE,
                    (t, value) -> with(t, number(value), t.batchSize(), t.zeroGrad(), t.l1(), t.l2())),
            new EditableSetting(
                    Settings.BATCH_SIZE,
                    (t, value) -> with(t, t.learningRate(), size(value), t.zeroGrad(), t.l1(), t.l2())),
            new EditableSetting(
                    Settings.ZERO_GRAD,
                    (t, value) -> with(t, t.learningRate(), t.batchSize(), Boolean.TRUE.equals(value), t.l1(), t.l2())),
            new EditableSetting(
                    Settings.L1,
                    (t, value) -> with(t, t.learningRate(), t.batchSize(), t.zeroGrad(), number(value), t.l2())),
            new EditableSetting(
                    Settings.L2,
                    (t, value) -> with(t, t.learningRate(), t.batchSize(), t.zeroGrad(), t.l1(), number(value))),
            ofOptimizer(Settings.MOMENTUM, Coefficients::withMomentum),
            ofOptimizer(Settings.BETA1, Coefficients::withBeta1),
            ofOptimizer(Settings.BETA2, Coefficients::withBeta2),
            ofOptimizer(Settings.EPSILON, Coefficients::withEpsilon),
            ofOptimizer(Settings.WEIGHT_DECAY, Coefficients::withWeightDecay));

    static Optional<EditableSetting> named(String field) {
        return ALL.stream().filter(row -> row.setting.field().equals(field)).findFirst();
    }

    static List<String> fields() {
        return ALL.stream().map(row -> row.setting.field()).toList();
    }

    /** Refuses a value of the wrong kind, or one that breaks the setting's limits. */
    void check(String where, @Nullable Object value) {
        switch (setting.type()) {
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    throw new InvalidInput(where, "It must be true or false.");
                }
            }
            case INTEGER -> {
                if (value != null) {
                    double size = Edits.number(where, value);
                    if (size != Math.rint(size)) {
                        throw new InvalidInput(where, "It must be " + setting.range() + ".");
                    }
                    setting.check(where, size);
                }
            }
            default -> setting.check(where, Edits.number(where, value));
        }
    }

    private static TrainingRecipe with(
            TrainingRecipe t, double rate, @Nullable Integer batchSize, boolean zeroGrad, double l1, double l2) {
        return new TrainingRecipe(
                t.loss(),
                t.optimizer(),
                rate,
                t.schedule(),
                batchSize,
                zeroGrad,
                l1,
                l2,
                t.coefficients(),
                t.order(),
                t.penalty());
    }

    private static EditableSetting ofOptimizer(Setting setting, BiFunction<Coefficients, Double, Coefficients> change) {
        return new EditableSetting(setting, (t, value) -> t.with(change.apply(t.coefficients(), number(value))));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static @Nullable Integer size(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }
}
