package glassgrad.training;

import glassgrad.engine.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** What large parameters add to the loss: l2 times the sum of their squares, l1 times the sum of their magnitudes. */
record Regularization(double l1, double l2) {
    /** The loss with what the parameters add, as values. */
    Value addTo(Value loss, List<Value> parameters) {
        Value sum = loss;
        if (l2 != 0) {
            sum = sum.add(sumOf(parameters, p -> p.mul(p)).mul(l2));
        }
        if (l1 != 0) {
            sum = sum.add(sumOf(parameters, Value::abs).mul(l1));
        }
        return sum;
    }

    /** What the parameters add to the loss; their gradients are added to {@code gradients}. */
    double addTo(double[] gradients, double[] parameters) {
        double loss = 0;
        if (l2 != 0) {
            double squares = 0;
            for (int i = 0; i < parameters.length; i++) {
                squares += parameters[i] * parameters[i];
                gradients[i] += 2 * l2 * parameters[i];
            }
            loss += l2 * squares;
        }
        if (l1 != 0) {
            double magnitudes = 0;
            for (int i = 0; i < parameters.length; i++) {
                magnitudes += Math.abs(parameters[i]);
                gradients[i] += l1 * Math.signum(parameters[i]);
            }
            loss += l1 * magnitudes;
        }
        return loss;
    }

    private static Value sumOf(List<Value> parameters, UnaryOperator<Value> of) {
        return Value.sum(parameters.stream().map(of).toList());
    }
}
