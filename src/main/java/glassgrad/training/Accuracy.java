package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many predictions are right, where right and wrong can be told apart. */
final class Accuracy {
    private Accuracy() {}

    /**
     * The share of the samples that are put into their class: by the sign of one output whose targets are -1 and 1; by whether
     * it is more likely than not, where they are 0 and 1; by the largest of several outputs that each stand for a class.
     *
     * @param outputs one row a sample
     * @return null if the targets name no classes, or an output is not finite
     */
    static @Nullable Double of(Dataset data, Loss loss, double[][] outputs) {
        boolean isClass = data.outputs() == 1 ? data.isSigned() || data.isBinary() : data.isOneHot();
        if (!isClass) {
            return null;
        }
        double border = data.isSigned() || loss.takesScores() ? 0 : 0.5;
        int right = 0;
        for (int i = 0; i < outputs.length; i++) {
            if (!Arrays.stream(outputs[i]).allMatch(Double::isFinite)) {
                return null;
            }
            Sample sample = data.samples().get(i);
            right += isRight(outputs[i], sample.y(), border) ? 1 : 0;
        }
        return (double) right / outputs.length;
    }

    private static boolean isRight(double[] outputs, List<Double> targets, double border) {
        if (outputs.length == 1) {
            return outputs[0] > border == targets.get(0) > 0;
        }
        int largest = 0;
        for (int k = 1; k < outputs.length; k++) {
            largest = outputs[k] > outputs[largest] ? k : largest;
        }
        return targets.get(largest) == 1;
    }
}
