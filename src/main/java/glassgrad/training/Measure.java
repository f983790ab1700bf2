package glassgrad.training;

import glassgrad.data.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a network is, over all the samples.
 *
 * @param trainLoss of the samples to learn from, without regularization
 * @param testLoss of those to test with; null if there are none
 * @param accuracy the share of the samples that are put into their class; null unless the targets name classes and all outputs
 *     are finite
 * @param testAccuracy the same for the test samples
 */
public record Measure(
        double trainLoss,
        @Nullable Double testLoss,
        @Nullable Double accuracy,
        @Nullable Double testAccuracy) {
    /** The outputs of a network for all the samples, one row a sample. */
    static final class Outputs {
        final double[][] training;
        final double[][] test;

        /** Room for them. */
        Outputs(Model model) {
            int outputs = model.compiled.outputs.length;
            training = new double[model.dataset.size()][outputs];
            test = new double[model.given.test().size()][outputs];
        }
    }

    /**
     * At these parameters.
     *
     * @param outputs filled with what the network says
     */
    static Measure of(Model model, Trainer trainer, double[] parameters, Outputs outputs) {
        double trainLoss = trainer.predict(parameters, outputs.training);
        Double accuracy = accuracy(model, model.dataset.samples(), outputs.training);
        if (model.given.test().isEmpty()) {
            return new Measure(trainLoss, null, accuracy, null);
        }
        double testLoss = trainer.predictTest(parameters, outputs.test);
        return new Measure(trainLoss, testLoss, accuracy, accuracy(model, model.given.test(), outputs.test));
    }

    private static @Nullable Double accuracy(Model model, List<Sample> samples, double[][] outputs) {
        return model.classes == null ? null : model.classes.accuracy(samples, outputs);
    }
}
