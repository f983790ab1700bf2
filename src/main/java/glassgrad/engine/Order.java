package glassgrad.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The order in which a graph is computed: operands before what was made of them. */
final class Order {
    private Order() {}

    /**
     * The root and everything below it, each value once, the root last.
     *
     * <p>A depth-first walk with a stack of its own, so that depth is bounded by memory: recursion would overflow the
     * thread's stack at some twenty thousand values.
     */
    static List<Value> below(Value root) {
        return below(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The same, without the values that were seen before; those returned are added to them. */
    static List<Value> below(Value root, Set<Value> seen) {
        List<Value> order = new ArrayList<>();
        if (!seen.add(root)) {
            return order;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.next < visit.value.operands().size()) {
                Value operand = visit.value.operands().get(visit.next++);
                if (seen.add(operand)) {
                    path.push(new Visit(operand));
                }
            } else {
                order.add(path.pop().value);
            }
        }
        return order;
    }

    private static final class Visit {
        final Value value;
        int next;

        Visit(Value value) {
            this.value = value;
        }
    }
}
