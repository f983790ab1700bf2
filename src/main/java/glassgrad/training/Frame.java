package glassgrad.training;

import java.util.List;
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
        @Nullable Stopped stopped) {}
