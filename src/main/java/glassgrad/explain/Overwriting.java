package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.List;

/**
 * The lecture's bug: a backward pass in which every contribution replaces the one before, where it should be added. Wrong
 * for every value that is used more than once, and for all that is below one.
 */
public final class Overwriting {
    private Overwriting() {}

    /** As {@link Value#backward}, with {@code =} for {@code +=}. */
    public static void backward(Value root) {
        List<Value> order = root.order();
        double[] gradients = gradients(order);
        for (int k = 0; k < gradients.length; k++) {
            order.get(k).gradient = gradients[k];
        }
    }

    /** The wrong gradients of values, the root the last of them. */
    static double[] gradients(List<Value> order) {
        Numbering numbers = new Numbering(order);
        double[] gradients = new double[order.size()];
        gradients[gradients.length - 1] = 1;
        for (int k = gradients.length - 1; k >= 0; k--) {
            Value value = order.get(k);
            for (int i = 0; i < value.operands().size(); i++) {
                gradients[numbers.of(value.operands().get(i))] = Op.chain(gradients[k], value.partial(i));
            }
        }
        return gradients;
    }
}
