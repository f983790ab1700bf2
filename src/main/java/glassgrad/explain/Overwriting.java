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
        order.forEach(value -> value.gradient = 0);
        root.gradient = 1;
        for (int k = order.size() - 1; k >= 0; k--) {
            Value value = order.get(k);
            for (int i = 0; i < value.operands().size(); i++) {
                value.operands().get(i).gradient = Op.chain(value.gradient, value.partial(i));
            }
        }
    }
}
