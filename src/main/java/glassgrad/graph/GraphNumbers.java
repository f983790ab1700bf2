package glassgrad.graph;

import glassgrad.engine.Value;
import glassgrad.training.LossGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a graph, without what they belong to: one a node, in the order of the graph's nodes.
 *
 * @param partials the derivatives by each operand, one node's after the other's
 */
public record GraphNumbers(List<Double> data, List<Double> gradients, List<Double> partials) {
    public static GraphNumbers of(LossGraph graph) {
        int size = graph.nodes().size();
        List<Double> data = new ArrayList<>(size);
        List<Double> gradients = new ArrayList<>(size);
        List<Double> partials = new ArrayList<>(2 * size);
        for (LossGraph.Node node : graph.nodes()) {
            Value value = node.value();
            data.add(value.data);
            gradients.add(value.gradient);
            for (int i = 0; i < value.operands().size(); i++) {
                partials.add(value.partial(i));
            }
        }
        return new GraphNumbers(data, gradients, partials);
    }
}
