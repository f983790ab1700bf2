package glassgrad.graph;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.training.LossGraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A graph of values as data.
 *
 * @param nodes operands before what was made of them
 * @param root the id of the node that was differentiated
 */
public record Graph(List<Node> nodes, String root) {
    /**
     * A value of a graph.
     *
     * @param op the operation with the number that belongs to it ("tanh", "**2"); empty for a leaf
     * @param operands ids, in order; a repeated operand stands twice
     * @param partials the derivative by each operand
     * @param group where it belongs: "layer1.neuron2", "loss"
     */
    public record Node(
            String id,
            String op,
            String label,
            double data,
            double gradient,
            List<String> operands,
            List<Double> partials,
            String group) {}

    public static Graph of(LossGraph graph) {
        IdentityHashMap<Value, String> ids = new IdentityHashMap<>();
        graph.nodes().forEach(node -> ids.put(node.value(), node.id()));
        List<Node> nodes = graph.nodes().stream()
                .map(node -> node(node.value(), node.id(), node.group(), ids))
                .toList();
        return new Graph(nodes, idOf(graph.root(), ids));
    }

    /** The graph below a value that belongs to no network: leaves are known by their labels, all else by number. */
    public static Graph of(Value root) {
        IdentityHashMap<Value, String> ids = new IdentityHashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Value value : root.order()) {
            String name = value.label;
            int count = taken.merge(name, 1, Integer::sum);
            ids.put(value, name.isEmpty() || count > 1 ? name + "#" + count : name);
            nodes.add(node(value, idOf(value, ids), "", ids));
        }
        return new Graph(nodes, idOf(root, ids));
    }

    private static Node node(Value value, String id, String group, IdentityHashMap<Value, String> ids) {
        return new Node(
                id,
                symbol(value),
                value.label,
                value.data,
                value.gradient,
                value.operands().stream().map(operand -> idOf(operand, ids)).toList(),
                IntStream.range(0, value.operands().size())
                        .mapToObj(value::partial)
                        .toList(),
                group);
    }

    /** "**2" or "1-": an operation's own number stands on its side of the symbol. */
    private static String symbol(Value value) {
        Op op = value.op();
        if (op == null) {
            return "";
        }
        if (!value.hasConstant()) {
            return op.symbol();
        }
        String number = plain(value.constant());
        if (!op.isInfix()) {
            return "%s %s".formatted(op.symbol(), number);
        }
        return value.isConstantFirst() ? number + op.symbol() : op.symbol() + number;
    }

    private static String plain(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        if (whole) {
            return Long.toString((long) number);
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toString();
    }

    private static String idOf(Value value, IdentityHashMap<Value, String> ids) {
        return ids.getOrDefault(value, "");
    }
}
