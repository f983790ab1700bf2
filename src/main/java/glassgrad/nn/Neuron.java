package glassgrad.nn;

import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A single artificial neuron: a weight for every input, a bias, and an activation. */
public final class Neuron {
    private final String name;
    private final List<Value> weights = new ArrayList<>();
    private final Value bias;
    private final Activation activation;

    /**
     * @param name what parameters are named after: "layer1.neuron2" has the weight "layer1.neuron2.w1"
     * @param inputs how many inputs it takes
     * @param weight draws one weight; called once for every input, in order
     * @param bias draws the bias; called once, after the weights
     */
    public Neuron(String name, int inputs, Activation activation, DoubleSupplier weight, DoubleSupplier bias) {
        this.name = name;
        this.activation = activation;
        for (int i = 1; i <= inputs; i++) {
            weights.add(new Value(weight.getAsDouble(), name + ".w" + i));
        }
        this.bias = new Value(bias.getAsDouble(), name + ".b");
    }

    /** The activation of w * x + b, summed from the bias on, as the notebook does. */
    public Value of(List<Value> x) {
        Value sum = bias;
        for (int i = 0; i < weights.size(); i++) {
            sum = sum.add(weights.get(i).mul(x.get(i)));
        }
        return activation.of(sum).named(name);
    }

    /** The weights in order, then the bias. */
    public List<Value> parameters() {
        List<Value> parameters = new ArrayList<>(weights);
        parameters.add(bias);
        return parameters;
    }

    public String name() {
        return name;
    }
}
