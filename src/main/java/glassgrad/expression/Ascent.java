package glassgrad.expression;

import glassgrad.engine.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A step along the gradient: every chosen leaf becomes {@code leaf + rate * gradient}, all at once.
 *
 * @param moved what the chosen leaves are then
 * @param value what the result is then
 */
public record Ascent(Map<String, Double> moved, double value) {
    /** The step's size in the lecture. */
    public static final double DEFAULT_RATE = 0.01;

    /** Larger steps leave everything behind that the gradient knows about. */
    public static final double MAX_RATE = 1_000;

    /**
     * Takes a step, by the gradients that the values hold; the expression's values are then those after it.
     *
     * @param leaves names that {@link #isLeaf} accepts
     */
    public static Ascent of(Expression expression, Collection<String> leaves, double rate) {
        Map<String, Double> moved = new LinkedHashMap<>();
        Set<Value> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : leaves) {
            Value leaf = expression.named().get(name);
            if (leaf == null || !leaf.isLeaf()) {
                throw new IllegalArgumentException(name);
            }
            // A leaf with two names takes one step.
            if (done.add(leaf)) {
                leaf.data += rate * leaf.gradient;
            }
            moved.put(name, leaf.data);
        }
        expression.root().order().forEach(Value::forward);
        return new Ascent(moved, expression.value());
    }

    /** Whether a name stands for a number that nothing made. */
    public static boolean isLeaf(Expression expression, String name) {
        Value value = expression.named().get(name);
        return value != null && value.isLeaf();
    }
}
