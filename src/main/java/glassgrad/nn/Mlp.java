package glassgrad.nn;

import glassgrad.data.PythonRandom;
import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** A multi-layer perceptron: layers one after the other. */
public final class Mlp {
    /** The seed of a network that is given none. */
    public static final long DEFAULT_SEED = 1337;

    private final List<Layer> layers = new ArrayList<>();

    /** The notebook's {@code MLP(3, [4, 4, 1])} after {@code random.seed(1337)}: tanh everywhere. */
    public Mlp(int inputs, List<Integer> outputs) {
        this(inputs, outputs, new PythonRandom(DEFAULT_SEED));
    }

    /** The notebook's network, its weights and biases drawn by {@code random.uniform(-1, 1)}. */
    public Mlp(int inputs, List<Integer> outputs, PythonRandom random) {
        this(
                inputs,
                outputs,
                Activation.TANH,
                Activation.TANH,
                () -> random.uniform(-1, 1),
                () -> random.uniform(-1, 1));
    }

    /**
     * @param inputs how many inputs a sample has
     * @param outputs the number of neurons of each layer, the output layer's last
     * @param hidden the activation of every layer but the last
     * @param output the activation of the last layer
     * @param weight draws a weight
     * @param bias draws a bias; neuron by neuron, after the neuron's weights
     */
    public Mlp(
            int inputs,
            List<Integer> outputs,
            Activation hidden,
            Activation output,
            DoubleSupplier weight,
            DoubleSupplier bias) {
        this(
                inputs,
                outputs,
                Stream.concat(Collections.nCopies(outputs.size() - 1, hidden).stream(), Stream.of(output))
                        .toList(),
                (in, out) -> weight.getAsDouble(),
                (in, out) -> bias.getAsDouble());
    }

    /** Draws a parameter of a layer of so many inputs and outputs. */
    @FunctionalInterface
    public interface Draw {
        double of(int inputs, int outputs);
    }

    /** @param activations one a layer */
    public Mlp(int inputs, List<Integer> outputs, List<Activation> activations, Draw weight, Draw bias) {
        int width = inputs;
        for (int i = 0; i < outputs.size(); i++) {
            int in = width;
            int out = outputs.get(i);
            layers.add(new Layer(
                    "layer" + (i + 1), in, out, activations.get(i), () -> weight.of(in, out), () -> bias.of(in, out)));
            width = out;
        }
    }

    /** What the network makes of one sample: one value an output. */
    public List<Value> of(List<Value> x) {
        List<Value> values = x;
        for (Layer layer : layers) {
            values = layer.of(values);
        }
        return values;
    }

    /** What the network makes of one sample of plain numbers. */
    public List<Value> of(double... x) {
        return of(Value.leaves("x", x));
    }

    /** Every weight and bias: per neuron its weights, then its bias. */
    public List<Value> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    public List<Layer> layers() {
        return layers;
    }
}
