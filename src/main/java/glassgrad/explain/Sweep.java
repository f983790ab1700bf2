package glassgrad.explain;

import glassgrad.engine.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The backward pass, contribution by contribution.
 *
 * <p>Its order: a graph's nodes from the last to the first, and a node's operands from the first to the last. The lists run
 * beside the graph's partials, one number for every operand of every node.
 *
 * @param overwritten whether every contribution replaces what was there, which is wrong
 * @param carried what gradients hold before the pass, by the ids of their nodes, for those that hold anything
 * @param contributions what the operand is handed: the node's gradient times the partial
 * @param sums the operand's gradient after that; the last one is the operand's gradient to the bit
 */
public record Sweep(boolean overwritten, Map<String, Double> carried, List<Double> contributions, List<Double> sums) {

    public static Sweep of(Wiring wiring) {
        List<Value> nodes = wiring.nodes();
        Numbering numbers = new Numbering(nodes);
        double[] gradients = new double[nodes.size()];
        int[] first = new int[nodes.size() + 1];
        Map<String, Double> carried = new LinkedHashMap<>();
        for (int k = 0; k < nodes.size(); k++) {
            Value value = nodes.get(k);
            first[k + 1] = first[k] + value.operands().size();
            gradients[k] = wiring.carried(value);
            if (gradients[k] != 0) {
                carried.put(wiring.id(value), gradients[k]);
            }
        }
        double[] contributions = new double[first[nodes.size()]];
        double[] sums = new double[contributions.length];
        for (int k = nodes.size() - 1; k >= 0; k--) {
            Value value = nodes.get(k);
            for (int i = 0; i < value.operands().size(); i++) {
                int operand = numbers.of(value.operands().get(i));
                double contribution = new Use(value, i).contribution();
                gradients[operand] = wiring.collect(gradients[operand], contribution);
                contributions[first[k] + i] = contribution;
                sums[first[k] + i] = gradients[operand];
            }
        }
        return new Sweep(wiring.overwrites(), carried, list(contributions), list(sums));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
