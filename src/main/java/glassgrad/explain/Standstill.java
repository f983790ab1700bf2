package glassgrad.explain;

import glassgrad.explain.Health.Finding;
import glassgrad.explain.Health.LayerHealth;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.Probe;
import glassgrad.training.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a run has come to a standstill before it has learned, and what holds it. */
record Standstill(Run run, Probe probe, Frame frame) {
    /** Whether there is little left to learn, so that small updates are as they should be. */
    boolean hasLearned() {
        double first = run.frame(0, Deadline.never()).trainLoss();
        return frame.trainLoss() <= Threshold.LEARNED.limit() * first;
    }

    /**
     * The finding; null for a run that moves, or that has learned.
     *
     * @param layers from the first to the last
     * @param outputs what every neuron gives, one number a sample
     */
    @Nullable
    Finding find(List<LayerHealth> layers, Map<String, double[]> outputs) {
        // Weights begin at about 1: those that have come to rest at 0 are no measure of an update.
        boolean moves = layers.stream()
                .anyMatch(layer -> layer.update() > Threshold.SMALL_UPDATE.limit() * Math.max(1, layer.parameters()));
        double pull = pull();
        // Without any loss there is nothing to learn, and the quotient is none.
        if (moves || !(pull < Threshold.STUCK.limit()) || hasLearned()) {
            return null;
        }
        LayerHealth last = layers.get(layers.size() - 1);
        Double saturated = last.saturated();
        if (saturated != null && saturated > Threshold.MOST_SAMPLES.limit()) {
            return inOutput(
                    pull, last.layer(), new Outputs(last.activation(), true, Health.ofLayer(outputs, last.layer())));
        }
        for (int k = layers.size() - 1; k >= 0; k--) {
            LayerHealth layer = layers.get(k);
            Integer dead = layer.dead();
            if (dead != null && dead == layer.neurons()) {
                return finding(pull, layer.layer(), Threshold.DEAD.kind(), null, null);
            }
        }
        return finding(pull, last.layer(), null, null, null);
    }

    /** By which share of itself the loss would change at most if every parameter changed by all of its own size. */
    private double pull() {
        double[] values = probe.values();
        double[] gradients = probe.gradients();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(gradients[i] * values[i]);
        }
        return sum / Math.abs(probe.loss());
    }

    /** The output that is flat for most samples, and the sample whose target it misses by most. */
    private Finding inOutput(double pull, String layer, Outputs last) {
        int flattest = 0;
        double most = -1;
        for (int k = 0; k < last.neurons().size(); k++) {
            double share = last.flat(neuron(layer, k));
            if (share > most) {
                flattest = k;
                most = share;
            }
        }
        int worst = 0;
        double miss = -1;
        for (int i = 0; i < frame.outputs().size(); i++) {
            double target = run.dataset().samples().get(i).y().get(flattest);
            double distance = Math.abs(frame.outputs().get(i).get(flattest) - target);
            if (distance > miss) {
                worst = i;
                miss = distance;
            }
        }
        return finding(pull, neuron(layer, flattest), Threshold.SATURATED.kind(), most, worst);
    }

    private static String neuron(String layer, int k) {
        return layer + ".neuron" + (k + 1);
    }

    private static Finding finding(
            double pull, String where, @Nullable String cause, @Nullable Double share, @Nullable Integer sample) {
        return new Finding(Threshold.STUCK.kind(), where, pull, Threshold.STUCK.limit(), share, sample, cause, null);
    }
}
