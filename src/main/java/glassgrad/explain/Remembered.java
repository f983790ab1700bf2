package glassgrad.explain;

import glassgrad.training.Optimizer;
import glassgrad.training.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the optimizer remembers of the updates before a step.
 *
 * @param optimizer as a recipe calls it
 * @param state nothing for gradient descent
 */
public record Remembered(String optimizer, List<Column> state) {
    /**
     * One kind of number.
     *
     * @param name "velocity", "mean" or "square"
     * @param values one a parameter, in {@code parameters()} order
     */
    public record Column(String name, String title, List<Double> values) {}

    public static Remembered of(Probe probe) {
        double[] memory = probe.memory();
        int n = probe.names().size();
        List<Column> state = new ArrayList<>();
        for (Optimizer.Remembered each : probe.optimizer().remembers()) {
            int from = state.size() * n;
            List<Double> values = Arrays.stream(memory, from, from + n).boxed().toList();
            state.add(new Column(each.name(), each.title(), values));
        }
        return new Remembered(probe.optimizerName(), state);
    }
}
