package glassgrad.explain;

import glassgrad.training.Frame;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Probe;
import glassgrad.training.Run;
import glassgrad.training.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a network, or soon will be.
 *
 * @param findings the gravest first: a number that is none, a run that is stuck, then neurons, then layers
 * @param layers the numbers behind the findings, layer by layer
 */
public record Health(List<Finding> findings, List<LayerHealth> layers, List<Threshold> thresholds) {
    /**
     * Something to look at.
     *
     * @param kind "non-finite", or a {@link Threshold}'s
     * @param where a neuron, a layer, or the node or parameter of the first number that is not finite
     * @param value the number that was compared
     * @param limit what it was compared with
     * @param share of the samples for which it is so; null where samples play no part
     * @param sample the first of them; of a run that is stuck, the one whose target is missed by most
     * @param cause what holds a run that is stuck, if it is known: "saturated" or "dead"
     * @param message what happened, of a number that is not finite
     */
    public record Finding(
            String kind,
            String where,
            @Nullable Double value,
            @Nullable Double limit,
            @Nullable Double share,
            @Nullable Integer sample,
            @Nullable String cause,
            @Nullable String message) {}

    /**
     * A layer; magnitudes are roots of mean squares.
     *
     * @param gradientRatio the gradient's magnitude by the output layer's
     * @param updateRatio the update's magnitude by the parameters'
     * @param saturated the share of its outputs that are flat; null unless the layer is tanh or sigmoid
     * @param dead how many of its neurons are 0 for every sample; null unless the layer is ReLU
     */
    public record LayerHealth(
            String layer,
            String activation,
            int neurons,
            double parameters,
            double gradient,
            double gradientRatio,
            double update,
            double updateRatio,
            @Nullable Double saturated,
            @Nullable Integer dead) {}

    public static Health of(Run run, Probe probe, Frame frame) {
        Stopped stopped = frame.stopped();
        if (stopped != null) {
            Finding finding =
                    new Finding("non-finite", stopped.node(), null, null, null, null, null, stopped.message());
            return new Health(List.of(finding), List.of(), Threshold.ALL);
        }
        NetworkRecipe network = run.recipe().network();
        int last = network.layers().size();
        List<Magnitudes> magnitudes = new ArrayList<>();
        for (int k = 1; k <= last; k++) {
            magnitudes.add(Magnitudes.of(probe, layer(k)));
        }
        Map<String, double[]> outputs = probe.outputs();
        List<Finding> neurons = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<LayerHealth> layers = new ArrayList<>();
        for (int k = 1; k <= last; k++) {
            String activation = network.activationOf(k);
            Outputs of = new Outputs(activation, k == last, ofLayer(outputs, layer(k)));
            neurons.addAll(of.findings());
            Magnitudes layer = magnitudes.get(k - 1);
            double gradientRatio = layer.gradient / magnitudes.get(last - 1).gradient;
            double updateRatio = layer.update / layer.parameters;
            compare(findings, layer(k), gradientRatio, Threshold.VANISHING, Threshold.EXPLODING);
            compare(findings, layer(k), updateRatio, Threshold.SMALL_UPDATE, Threshold.LARGE_UPDATE);
            layers.add(new LayerHealth(
                    layer(k),
                    activation,
                    network.layers().get(k - 1),
                    layer.parameters,
                    layer.gradient,
                    gradientRatio,
                    layer.update,
                    updateRatio,
                    of.saturated(),
                    of.dead()));
        }
        Standstill standstill = new Standstill(run, probe, frame);
        Finding stuck = standstill.find(layers, outputs);
        boolean mayBeSmall = stuck != null || standstill.hasLearned();
        List<Finding> all = new ArrayList<>(stuck == null ? List.of() : List.of(stuck));
        all.addAll(neurons);
        findings.stream()
                .filter(finding -> !mayBeSmall || !finding.kind().equals(Threshold.SMALL_UPDATE.kind()))
                .forEach(all::add);
        return new Health(all, layers, Threshold.ALL);
    }

    private static void compare(List<Finding> findings, String where, double value, Threshold low, Threshold high) {
        Threshold broken = value < low.limit() ? low : value > high.limit() ? high : null;
        // A ratio to nothing is no ratio: with no gradient anywhere there is nothing to compare.
        if (broken != null && Double.isFinite(value)) {
            findings.add(new Finding(broken.kind(), where, value, broken.limit(), null, null, null, null));
        }
    }

    private static String layer(int k) {
        return "layer" + k;
    }

    static Map<String, double[]> ofLayer(Map<String, double[]> outputs, String layer) {
        Map<String, double[]> own = new LinkedHashMap<>(outputs);
        own.keySet().removeIf(neuron -> !neuron.startsWith(layer + "."));
        return own;
    }

    /** Roots of mean squares over a layer's weights and biases. */
    private record Magnitudes(double parameters, double gradient, double update) {
        static Magnitudes of(Probe probe, String layer) {
            double[] values = probe.values();
            double[] gradients = probe.gradients();
            double[] next = probe.nextValues();
            double parameters = 0;
            double gradient = 0;
            double update = 0;
            int count = 0;
            for (int i = 0; i < values.length; i++) {
                if (probe.names().get(i).startsWith(layer + ".")) {
                    parameters += values[i] * values[i];
                    gradient += gradients[i] * gradients[i];
                    update += (next[i] - values[i]) * (next[i] - values[i]);
                    count++;
                }
            }
            return new Magnitudes(root(parameters, count), root(gradient, count), root(update, count));
        }

        private static double root(double squares, int count) {
            return Math.sqrt(squares / count);
        }
    }
}
