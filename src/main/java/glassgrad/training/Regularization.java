package glassgrad.training;

import glassgrad.engine.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What large parameters add to the loss: l2 times the sum of their squares, l1 times the sum of their magnitudes. */
final class Regularization {
    static final Regularization NONE = new Regularization(0, 0, new int[0]);

    private final double l1;
    private final double l2;

    /** The places of the parameters that are penalised. */
    private final int[] places;

    Regularization(double l1, double l2, int[] places) {
        this.l1 = l1;
        this.l2 = l2;
        this.places = places;
    }

    /** The loss with what the parameters add, as values. */
    Value addTo(Value loss, List<Value> parameters) {
        List<Value> penalised = IntStream.of(places).mapToObj(parameters::get).toList();
        Value sum = loss;
        if (l2 != 0) {
            sum = sum.add(sumOf(penalised, p -> p.mul(p)).mul(l2));
        }
        if (l1 != 0) {
            sum = sum.add(sumOf(penalised, Value::abs).mul(l1));
        }
        return sum;
    }

    /** What the parameters add to the loss; their gradients are added to {@code gradients}. */
    double addTo(double[] gradients, double[] parameters) {
        double loss = 0;
        if (l2 != 0) {
            double squares = 0;
            for (int i : places) {
                squares += parameters[i] * parameters[i];
                gradients[i] += 2 * l2 * parameters[i];
            }
            loss += l2 * squares;
        }
        if (l1 != 0) {
            double magnitudes = 0;
            for (int i : places) {
                magnitudes += Math.abs(parameters[i]);
                gradients[i] += l1 * Math.signum(parameters[i]);
            }
            loss += l1 * magnitudes;
        }
        return loss;
    }

    /** All that decides what it adds to a graph. */
    String inWords() {
        return "l1 %s, l2 %s, of %d".formatted(l1, l2, places.length);
    }

    private static Value sumOf(List<Value> parameters, UnaryOperator<Value> of) {
        return Value.sum(parameters.stream().map(of).toList());
    }
}
