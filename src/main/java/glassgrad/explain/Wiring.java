package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import glassgrad.training.LossGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A differentiated graph in which a value is found by its id and knows where it is used.
 *
 * <p>Uses are in the order in which {@link Value#backward} adds their contributions, so that a sum made of them has the
 * gradient's bits.
 */
public final class Wiring {
    private final Value root;
    private final List<Value> order;
    private final List<Value> named;
    private final Map<String, Value> values = new HashMap<>();
    private final IdentityHashMap<Value, Graph.Node> nodes = new IdentityHashMap<>();
    private final IdentityHashMap<Value, List<Use>> uses = new IdentityHashMap<>();
    private final Map<String, Double> carried;
    private final boolean overwrites;

    private Wiring(Value root, List<Value> named, Graph graph, Map<String, Double> carried, boolean overwrites) {
        this.root = root;
        this.named = named;
        this.carried = carried;
        this.overwrites = overwrites;
        order = root.order();
        for (int i = 0; i < named.size(); i++) {
            Graph.Node node = graph.nodes().get(i);
            values.put(node.id(), named.get(i));
            nodes.put(named.get(i), node);
        }
        for (int k = order.size() - 1; k >= 0; k--) {
            Value consumer = order.get(k);
            for (int i = 0; i < consumer.operands().size(); i++) {
                uses.computeIfAbsent(consumer.operands().get(i), value -> new ArrayList<>())
                        .add(new Use(consumer, i));
            }
        }
    }

    /**
     * Of a moment of a run.
     *
     * @param carried what parameters held when backward began, by their names; none where gradients were set to zero
     */
    public static Wiring of(LossGraph graph, Map<String, Double> carried) {
        List<Value> named = graph.nodes().stream().map(LossGraph.Node::value).toList();
        return new Wiring(graph.root(), named, Graph.of(graph), carried, false);
    }

    /** Of an expression's result, on which backward has been called. */
    public static Wiring of(Value root) {
        return new Wiring(root, root.order(), Graph.of(root), Map.of(), false);
    }

    /** Of an expression's result, differentiated again in the wrong way of {@link Overwriting}. */
    public static Wiring overwritten(Value root) {
        Overwriting.backward(root);
        return new Wiring(root, root.order(), Graph.of(root), Map.of(), true);
    }

    Value root() {
        return root;
    }

    /** Every value, operands before what was made of them; the root is the last. */
    List<Value> order() {
        return order;
    }

    /** Every value in the order of the graph's nodes: operands before what was made of them, and a neuron's together. */
    List<Value> nodes() {
        return named;
    }

    /** @throws InvalidInput if there is no such value */
    Value named(String id) {
        Value value = values.get(id);
        if (value == null) {
            String shown = id.length() > 100 ? id.substring(0, 100) + "…" : id;
            throw new InvalidInput("node", "This graph has no node \"%s\".".formatted(shown));
        }
        return value;
    }

    Graph.Node node(Value value) {
        Graph.Node node = nodes.get(value);
        if (node == null) {
            throw new IllegalArgumentException("The value is not in this graph.");
        }
        return node;
    }

    String id(Value value) {
        return node(value).id();
    }

    /** Where a value is used; nowhere for the root. */
    List<Use> uses(Value value) {
        return uses.getOrDefault(value, List.of());
    }

    /** What the value's gradient was before backward added to it. */
    double carried(Value value) {
        return carried.getOrDefault(id(value), 0.0);
    }

    /** Whether contributions replace one another instead of adding up. */
    boolean overwrites() {
        return overwrites;
    }

    /** A gradient with one more contribution. */
    double collect(double gradient, double contribution) {
        return overwrites ? contribution : gradient + contribution;
    }

    /** How fast the root changes as the value does, by its uses alone: without what was carried over. */
    double derivative(Value value) {
        double sum = value == root ? 1 : 0;
        for (Use use : uses(value)) {
            sum = collect(sum, use.contribution());
        }
        return sum;
    }
}
