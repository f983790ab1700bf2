package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** A graph built once more, with one of its values as a leaf: what it was made of no longer matters. */
record Cut(Value root, Value leaf) {
    static Cut at(Value root, Value value) {
        IdentityHashMap<Value, Value> copies = new IdentityHashMap<>();
        for (Value old : root.order()) {
            copies.put(old, old == value ? new Value(old.data, "cut") : copy(old, copies));
        }
        return new Cut(of(root, copies), of(value, copies));
    }

    private static Value copy(Value old, IdentityHashMap<Value, Value> copies) {
        Op op = old.op();
        if (op == null) {
            return new Value(old.data, old.label);
        }
        List<Value> operands =
                old.operands().stream().map(operand -> of(operand, copies)).toList();
        if (old.hasConstant()) {
            return old.isConstantFirst()
                    ? Value.of(op, old.constant(), operands.get(0))
                    : Value.of(op, operands.get(0), old.constant());
        }
        return operands.size() == 1 ? Value.of(op, operands.get(0)) : Value.of(op, operands.get(0), operands.get(1));
    }

    private static Value of(Value old, IdentityHashMap<Value, Value> copies) {
        Value copy = copies.get(old);
        if (copy == null) {
            throw new AssertionError("Operands come first.");
        }
        return copy;
    }
}
