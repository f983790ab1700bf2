package glassgrad.nn;

import glassgrad.engine.Value;
import java.util.function.UnaryOperator;

/** What a neuron does to its weighted sum. */
public enum Activation {
    TANH(Value::tanh),
    RELU(Value::relu),
    SIGMOID(Value::sigmoid),
    LINEAR(sum -> sum);

    private final UnaryOperator<Value> function;

    Activation(UnaryOperator<Value> function) {
        this.function = function;
    }

    public Value of(Value sum) {
        return function.apply(sum);
    }
}
