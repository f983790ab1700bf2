package glassgrad.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one moment of a run, all from the same step.
 *
 * @param run the run's id
 * @param step how many updates were made
 * @param loss of the batch that the next update uses, regularization included
 * @param trainLoss of all the training samples, without regularization
 * @param testLoss of all the test samples; null if there are none
 * @param learningRate of the next update
 * @param values the parameters, in {@code parameters()} order
 * @param gradients those that the next update uses, in the same order
 * @param outputs the network's outputs, one row a training sample
 * @param accuracy the share of the samples that are put into their class; null unless the targets name classes and all outputs
 *     are finite
 * @param testAccuracy the same for the test samples
 * @param stopped null unless the run met a number that is not finite
 */
public record Frame(
        String run,
        int step,
        double loss,
        double trainLoss,
        @Nullable Double testLoss,
        double learningRate,
        List<Double> values,
        List<Double> gradients,
        List<List<Double>> outputs,
        @Nullable Double accuracy,
        @Nullable Double testAccuracy,
        @Nullable Stopped stopped) {
    /**
     * The frame of a state.
     *
     * @param run its id
     * @param stopped why the run went no further, if it is known already
     */
    static Frame of(String run, Model model, TrainingRecipe training, State state, @Nullable Stopped stopped) {
        try (Trainer trainer = new Trainer(model, training)) {
            boolean finite = trainer.evaluate(state);
            double loss = trainer.loss();
            Measure.Outputs outputs = new Measure.Outputs(model);
            Measure measure = Measure.of(model, trainer, state.parameters, outputs);
            return new Frame(
                    run,
                    state.step,
                    loss,
                    measure.trainLoss(),
                    measure.testLoss(),
                    trainer.rate(state.step),
                    boxed(state.parameters),
                    boxed(state.gradients),
                    Arrays.stream(outputs.training).map(Frame::boxed).toList(),
                    measure.accuracy(),
                    measure.testAccuracy(),
                    finite || stopped != null ? stopped : Divergence.find(model, training, state));
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }
}
