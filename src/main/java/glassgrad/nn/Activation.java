package glassgrad.nn;

import glassgrad.engine.Value;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What a neuron does to its weighted sum. */
public enum Activation {
    TANH(Value::tanh),
    RELU(Value::relu),

    /** A ReLU that lets a hundredth of a negative sum through, so that no neuron dies. */
    LEAKY_RELU(Value::leakyRelu),
    SIGMOID(Value::sigmoid),
    LINEAR(sum -> sum);

    private final UnaryOperator<Value> function;

    Activation(UnaryOperator<Value> function) {
        this.function = function;
    }

    /** By the name that a recipe gives it: "leaky-relu". */
    public static Activation named(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    public Value of(Value sum) {
        return function.apply(sum);
    }
}
