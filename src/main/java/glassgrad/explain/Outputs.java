package glassgrad.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a layer's neurons give for all samples, looked at for neurons that no longer learn.
 *
 * @param isLast an output near its limits is where a target of -1 or 1 wants it: the last layer is not called saturated
 * @param neurons one number a sample
 */
record Outputs(String activation, boolean isLast, Map<String, double[]> neurons) {
    List<Health.Finding> findings() {
        List<Health.Finding> findings = new ArrayList<>();
        neurons.forEach((neuron, outputs) -> {
            double flat = share(outputs, this::isFlat);
            if (bends() && !isLast && flat > Threshold.MOST_SAMPLES.limit()) {
                double largest =
                        Arrays.stream(outputs).map(this::stretched).max().orElse(0);
                findings.add(finding(Threshold.SATURATED, neuron, largest, flat, first(outputs, this::isFlat)));
            }
            if (isDead(outputs)) {
                findings.add(finding(Threshold.DEAD, neuron, 0, 1, 0));
            }
        });
        return findings;
    }

    /** The share of the samples for which a neuron is flat. */
    double flat(String neuron) {
        return share(neurons.getOrDefault(neuron, new double[0]), this::isFlat);
    }

    @Nullable
    Double saturated() {
        if (!bends()) {
            return null;
        }
        return neurons.values().stream()
                .mapToDouble(outputs -> share(outputs, this::isFlat))
                .average()
                .orElse(0);
    }

    @Nullable
    Integer dead() {
        return activation.equals("relu")
                ? (int) neurons.values().stream().filter(this::isDead).count()
                : null;
    }

    private boolean bends() {
        return activation.equals("tanh") || activation.equals("sigmoid");
    }

    private boolean isDead(double[] outputs) {
        return activation.equals("relu") && Arrays.stream(outputs).allMatch(out -> out <= Threshold.DEAD.limit());
    }

    private boolean isFlat(double out) {
        return stretched(out) > Threshold.SATURATED.limit();
    }

    /** A sigmoid is a tanh that was pressed between 0 and 1. */
    private double stretched(double out) {
        return Math.abs(activation.equals("sigmoid") ? 2 * out - 1 : out);
    }

    private static Health.Finding finding(Threshold broken, String neuron, double value, double share, int sample) {
        return new Health.Finding(broken.kind(), neuron, value, broken.limit(), share, sample, null, null);
    }

    private static double share(double[] outputs, DoublePredicate test) {
        return (double) Arrays.stream(outputs).filter(test).count() / outputs.length;
    }

    private static int first(double[] outputs, DoublePredicate test) {
        int sample = 0;
        while (!test.test(outputs[sample])) {
            sample++;
        }
        return sample;
    }
}
