package glassgrad.nn;

import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Neurons side by side, each of which sees all the inputs. */
public final class Layer {
    private final List<Neuron> neurons = new ArrayList<>();

    public Layer(
            String name, int inputs, int outputs, Activation activation, DoubleSupplier weight, DoubleSupplier bias) {
        for (int j = 1; j <= outputs; j++) {
            neurons.add(new Neuron(name + ".neuron" + j, inputs, activation, weight, bias));
        }
    }

    /** One output a neuron. */
    public List<Value> of(List<Value> x) {
        return neurons.stream().map(neuron -> neuron.of(x)).toList();
    }

    public List<Value> parameters() {
        return neurons.stream().flatMap(neuron -> neuron.parameters().stream()).toList();
    }

    public List<Neuron> neurons() {
        return neurons;
    }
}
