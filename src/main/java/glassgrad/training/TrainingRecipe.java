package glassgrad.training;

import org.jspecify.annotations.Nullable;

/**
 * How a network is trained.
 *
 * @param batchSize how many samples an update looks at; null for all
 * @param zeroGrad whether the gradients of the step before are forgotten
 * @param coefficients the optimizer's numbers
 * @param order of the samples from batch to batch
 * @param penalty which parameters L1 and L2 penalise: "all" or "weights"
 */
public record TrainingRecipe(
        String loss,
        String optimizer,
        double learningRate,
        Schedule schedule,
        @Nullable Integer batchSize,
        boolean zeroGrad,
        double l1,
        double l2,
        Coefficients coefficients,
        Order order,
        String penalty) {

    /** Every parameter is penalised, biases too. */
    private static final String ALL = Settings.PENALTY.text();

    /** The notebook's. */
    public static final TrainingRecipe DEFAULT = new TrainingRecipe(
            Settings.LOSS.text(),
            Settings.OPTIMIZER.text(),
            Settings.LEARNING_RATE.number(),
            Schedule.CONSTANT,
            null,
            Settings.ZERO_GRAD.flag(),
            Settings.L1.number(),
            Settings.L2.number());

    /** With the usual numbers for the optimizer, and the samples as they are given. */
    public TrainingRecipe(
            String loss,
            String optimizer,
            double learningRate,
            Schedule schedule,
            @Nullable Integer batchSize,
            boolean zeroGrad,
            double l1,
            double l2) {
        this(
                loss,
                optimizer,
                learningRate,
                schedule,
                batchSize,
                zeroGrad,
                l1,
                l2,
                Coefficients.DEFAULT,
                Order.GIVEN,
                ALL);
    }

    public TrainingRecipe {
        Settings.LOSS.check(loss);
        Settings.OPTIMIZER.check(optimizer);
        Settings.LEARNING_RATE.check(learningRate);
        if (batchSize != null) {
            Settings.BATCH_SIZE.check(batchSize);
        }
        Settings.L1.check(l1);
        Settings.L2.check(l2);
        Settings.PENALTY.check(penalty);
    }

    TrainingRecipe with(Coefficients others) {
        return new TrainingRecipe(
                loss, optimizer, learningRate, schedule, batchSize, zeroGrad, l1, l2, others, order, penalty);
    }

    Batches batches(int samples) {
        return new Batches(samples, batchSize, order);
    }

    Optimizer updater() {
        return Optimizer.named(optimizer, coefficients);
    }

    Regularization regularization(ParameterNames names) {
        return new Regularization(l1, l2, penalty.equals(ALL) ? names.places() : names.placesOfWeights());
    }
}
