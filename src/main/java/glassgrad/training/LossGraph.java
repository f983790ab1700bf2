package glassgrad.training;

import glassgrad.data.Sample;
import glassgrad.engine.Value;
import glassgrad.nn.Layer;
import glassgrad.nn.Mlp;
import glassgrad.nn.Neuron;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loss of one sample or of a batch as a graph of values, every value with a name that stays the same from step to step.
 *
 * <p>This is the truth that a run's program is compiled from, and that a person sees when looking inside.
 */
public final class LossGraph {
    private static final String INPUTS = "inputs";
    private static final String LOSS = "loss";

    /**
     * A value of the graph and its place.
     *
     * @param id a leaf's own name ("x1", "layer1.neuron2.w3"), or the group and a number ("layer1.neuron2#4"); in the graph of
     *     a batch, what belongs to one sample is prefixed ("sample0/x1")
     * @param group the neuron it belongs to ("layer1.neuron2"), or "inputs", or "loss"
     */
    public record Node(String id, String group, Value value) {}

    private final String topology;
    private final Mlp network;
    private final Loss loss;
    private final List<String> inputNames;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Integer> counts = new HashMap<>();

    final List<Value> inputs = new ArrayList<>();
    final List<Value> targets = new ArrayList<>();
    final List<Value> outputs = new ArrayList<>();
    private Value root;

    private LossGraph(String topology, Mlp network, Loss loss, List<String> inputNames) {
        this.topology = topology;
        this.network = network;
        this.loss = loss;
        this.inputNames = inputNames;
        root = new Value(0);
    }

    /** One sample's loss, before a mean divides it. */
    static LossGraph ofSample(String topology, Mlp network, Loss loss, List<String> inputNames, Sample sample) {
        LossGraph graph = new LossGraph(topology, network, loss, inputNames);
        graph.root = graph.addSample("", sample).named(LOSS);
        return graph;
    }

    /**
     * The loss of a batch, regularization included.
     *
     * @param all the samples, by their places among which samples are named
     * @param batch the places of the batch's
     */
    static LossGraph ofBatch(
            String topology,
            Mlp network,
            Loss loss,
            List<String> inputNames,
            List<Sample> all,
            List<Integer> batch,
            Regularization regularization) {
        LossGraph graph = new LossGraph(topology, network, loss, inputNames);
        List<Value> terms = new ArrayList<>();
        for (int sample : batch) {
            terms.add(graph.addSample("sample%d/".formatted(sample), all.get(sample)));
        }
        Value sum = Value.sum(terms);
        double scale = loss.scale(batch.size());
        Value mean = scale == 1 ? sum : sum.mul(scale);
        graph.root = regularization.addTo(mean, network.parameters()).named(LOSS);
        graph.add("", LOSS, graph.root);
        return graph;
    }

    /** A name for all but the numbers: graphs of one name have the same nodes and edges, in the same order. */
    public String topology() {
        return topology;
    }

    /** Every value, operands before what was made of them; the root is the last. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    public Value root() {
        return root;
    }

    List<Value> parameters() {
        return network.parameters();
    }

    private Value addSample(String prefix, Sample sample) {
        List<Value> x = new ArrayList<>();
        for (int i = 0; i < inputNames.size(); i++) {
            x.add(new Value(sample.x().get(i), inputNames.get(i)));
        }
        x.forEach(input -> add(prefix, INPUTS, input));
        inputs.addAll(x);

        List<Value> values = x;
        for (Layer layer : network.layers()) {
            List<Value> next = new ArrayList<>();
            for (Neuron neuron : layer.neurons()) {
                Value output = neuron.of(values);
                add(prefix, neuron.name(), output);
                next.add(output);
            }
            values = next;
        }
        outputs.addAll(values);

        List<Value> y = targets(sample.y());
        y.forEach(target -> add(prefix, LOSS, target));
        targets.addAll(y);
        Value term = loss.ofSample(values, y);
        add(prefix, LOSS, term);
        return term;
    }

    /** Names all that is new below a value. Parameters belong to every sample and have no prefix. */
    private void add(String prefix, String group, Value value) {
        for (Value made : value.order(seen)) {
            String id;
            if (!made.isLeaf()) {
                id = prefix + group + "#" + counts.merge(prefix + group, 1, Integer::sum);
            } else if (made.label.startsWith(group + ".")) {
                id = made.label;
            } else {
                id = prefix + made.label;
            }
            nodes.add(new Node(id, group, made));
        }
    }

    /** A single one is "y", several are "y1", "y2". */
    private static List<Value> targets(List<Double> numbers) {
        double[] data = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        List<Value> leaves = Value.leaves("y", data);
        if (leaves.size() == 1) {
            leaves.get(0).label = "y";
        }
        return leaves;
    }
}
