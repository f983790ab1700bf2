package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes that targets name: by the sign of one target that is -1 or 1; by one that is 0 or 1; by which of several is 1 where
 * the others are 0. Outputs choose one by the border between two, or by the largest of several.
 */
final class Classes {
    private final List<String> names;
    private final double border;

    private Classes(List<String> names, double border) {
        this.names = names;
        this.border = border;
    }

    /**
     * Those of some data.
     *
     * @param data all of it, what is put aside to test with included
     * @return null if its targets name no classes
     */
    static @Nullable Classes of(Dataset data, Loss loss) {
        if (data.outputs() > 1) {
            return data.isOneHot()
                    ? new Classes(
                            IntStream.rangeClosed(1, data.outputs())
                                    .mapToObj(Integer::toString)
                                    .toList(),
                            0)
                    : null;
        }
        if (data.isSigned()) {
            return new Classes(List.of("-1", "1"), 0);
        }
        return data.isBinary() ? new Classes(List.of("0", "1"), loss.takesScores() ? 0 : 0.5) : null;
    }

    /** What they are called: a target's value, or the number of a target, from 1. */
    List<String> names() {
        return names;
    }

    /** The share of the samples that are put into their class; null if an output is not finite. */
    @Nullable
    Double accuracy(List<Sample> samples, double[][] outputs) {
        int right = 0;
        for (int i = 0; i < outputs.length; i++) {
            if (!areFinite(outputs[i])) {
                return null;
            }
            right += chosen(outputs[i]) == named(samples.get(i)) ? 1 : 0;
        }
        return (double) right / outputs.length;
    }

    /** How many samples of each class, one row a class, are put into each; null if an output is not finite. */
    @Nullable
    List<List<Integer>> confusion(List<Sample> samples, double[][] outputs) {
        int[][] counts = new int[names.size()][names.size()];
        for (int i = 0; i < outputs.length; i++) {
            if (!areFinite(outputs[i])) {
                return null;
            }
            counts[named(samples.get(i))][chosen(outputs[i])]++;
        }
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private int named(Sample sample) {
        List<Double> targets = sample.y();
        return targets.size() == 1 ? targets.get(0) > 0 ? 1 : 0 : targets.indexOf(1.0);
    }

    private int chosen(double[] outputs) {
        if (outputs.length == 1) {
            return outputs[0] > border ? 1 : 0;
        }
        int largest = 0;
        for (int k = 1; k < outputs.length; k++) {
            largest = outputs[k] > outputs[largest] ? k : largest;
        }
        return largest;
    }

    private static boolean areFinite(double[] outputs) {
        return Arrays.stream(outputs).allMatch(Double::isFinite);
    }
}
