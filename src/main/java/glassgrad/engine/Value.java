package glassgrad.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that remembers how it was made, so that it can tell how it changes when the numbers it was made from change.
 *
 * <pre>{@code
 * Value a = new Value(2, "a");
 * Value b = new Value(-3, "b");
 * Value c = a.mul(b).add(10);
 * c.backward();
 * a.gradient; // -3: c moves by -3 for every 1 that a moves
 * }</pre>
 *
 * <p>A number may stand on either side of an operation ({@code a.sub(1)}, {@code a.rsub(1)} for {@code 1 - a}); it then
 * belongs to the operation, as a {@link #constant()}, and is no node of the graph.
 */
public final class Value {
    /** The value itself. */
    public double data;

    /** The derivative of the value on which {@link #backward} was last called, with respect to this one. */
    public double gradient;

    /** What a reader calls this value; empty if nothing. */
    public String label;

    private final @Nullable Op op;
    private final List<Value> operands;
    private final double constant;
    private final boolean constantFirst;

    /** A leaf: a number that nothing made. */
    public Value(double data) {
        this(data, "");
    }

    /** A leaf with a name. */
    public Value(double data, String label) {
        this(data, label, null, List.of(), 0, false);
    }

    private Value(
            double data, String label, @Nullable Op op, List<Value> operands, double constant, boolean constantFirst) {
        this.data = data;
        this.label = label;
        this.op = op;
        this.operands = operands;
        this.constant = constant;
        this.constantFirst = constantFirst;
    }

    // spotless:off - a table reads by its columns
    public Value add(Value other)  { return of(Op.ADD, this, other); }
    public Value sub(Value other)  { return of(Op.SUB, this, other); }
    public Value mul(Value other)  { return of(Op.MUL, this, other); }
    public Value div(Value other)  { return of(Op.DIV, this, other); }
    public Value pow(Value other)  { return of(Op.POW, this, other); }
    public Value max(Value other)  { return of(Op.MAX, this, other); }
    public Value min(Value other)  { return of(Op.MIN, this, other); }

    public Value add(double other) { return of(Op.ADD, this, other); }
    public Value sub(double other) { return of(Op.SUB, this, other); }
    public Value mul(double other) { return of(Op.MUL, this, other); }
    public Value div(double other) { return of(Op.DIV, this, other); }
    public Value pow(double other) { return of(Op.POW, this, other); }
    public Value max(double other) { return of(Op.MAX, this, other); }
    public Value min(double other) { return of(Op.MIN, this, other); }

    /** {@code other - this}; the r is Python's, as in {@code __rsub__}. */
    public Value rsub(double other) { return of(Op.SUB, other, this); }
    public Value rdiv(double other) { return of(Op.DIV, other, this); }
    public Value rpow(double other) { return of(Op.POW, other, this); }

    public Value neg()       { return of(Op.NEG, this); }
    public Value tanh()      { return of(Op.TANH, this); }
    public Value exp()       { return of(Op.EXP, this); }
    public Value log()       { return of(Op.LOG, this); }
    public Value relu()      { return of(Op.RELU, this); }
    public Value leakyRelu() { return of(Op.LEAKY_RELU, this); }
    public Value sigmoid()   { return of(Op.SIGMOID, this); }
    public Value softplus()  { return of(Op.SOFTPLUS, this); }
    public Value sin()       { return of(Op.SIN, this); }
    public Value cos()       { return of(Op.COS, this); }
    public Value sqrt()      { return of(Op.SQRT, this); }
    public Value abs()       { return of(Op.ABS, this); }
    // spotless:on

    /** The result of an operation on one value. */
    public static Value of(Op op, Value x) {
        return new Value(op.forward(x.data, 0), "", op, List.of(x), 0, false);
    }

    /** The result of an operation on two values, which may be the same one. */
    public static Value of(Op op, Value x, Value y) {
        return new Value(op.forward(x.data, y.data), "", op, List.of(x, y), 0, false);
    }

    /** The result of an operation on a value and a number that belongs to the operation. */
    public static Value of(Op op, Value x, double constant) {
        return new Value(op.forward(x.data, constant), "", op, List.of(x), constant, false);
    }

    /** The result of an operation on a number that belongs to the operation, and a value. */
    public static Value of(Op op, double constant, Value y) {
        return new Value(op.forward(constant, y.data), "", op, List.of(y), constant, true);
    }

    /** The sum of values in their order; at least one is needed. */
    public static Value sum(List<Value> terms) {
        Value sum = terms.get(0);
        for (Value term : terms.subList(1, terms.size())) {
            sum = sum.add(term);
        }
        return sum;
    }

    /** The same value under a name. */
    public Value named(String name) {
        label = name;
        return this;
    }

    /** The operation that made this value; null for a leaf. */
    public @Nullable Op op() {
        return op;
    }

    /** The values that this one was made from, in order; a value used twice stands twice. */
    public List<Value> operands() {
        return operands;
    }

    /** The number that belongs to the operation; meaningless unless {@link #hasConstant}. */
    public double constant() {
        return constant;
    }

    /** Whether one operand of the operation is a plain number. */
    public boolean hasConstant() {
        return op != null && operands.size() < op.arity();
    }

    /** Whether the plain number is the operation's first operand. */
    public boolean isConstantFirst() {
        return constantFirst;
    }

    public boolean isLeaf() {
        return op == null;
    }

    /** The local derivative of this value by operand {@code i}, counted in {@link #operands}. */
    public double partial(int i) {
        if (op == null) {
            throw new IllegalStateException("A leaf has no operands.");
        }
        return op.partial(constantFirst ? 1 : i, x(), y(), data);
    }

    /** Computes this value again from its operands' present data. */
    public void forward() {
        if (op != null) {
            data = op.forward(x(), y());
        }
    }

    /**
     * Gives every value below this one its gradient: how fast this value changes as that one does.
     *
     * <p>Gradients of leaves are added to what they hold, until someone sets them to zero; those of all other values start
     * afresh.
     */
    public void backward() {
        List<Value> order = order();
        for (Value value : order) {
            if (!value.isLeaf()) {
                value.gradient = 0;
            }
        }
        gradient = isLeaf() ? gradient + 1 : 1;

        for (int k = order.size() - 1; k >= 0; k--) {
            Value value = order.get(k);
            for (int i = 0; i < value.operands.size(); i++) {
                value.operands.get(i).gradient += Op.chain(value.gradient, value.partial(i));
            }
        }
    }

    /** This value and all below it, each once, operands before what was made of them; this value is the last. */
    public List<Value> order() {
        return Order.below(this);
    }

    /**
     * As {@link #order()}, without the values in {@code seen}, to which those returned are added: for walking a graph piece
     * by piece.
     *
     * @param seen a set that compares by identity
     */
    public List<Value> order(Set<Value> seen) {
        return Order.below(this, seen);
    }

    private double x() {
        return constantFirst ? constant : operands.get(0).data;
    }

    private double y() {
        if (operands.size() == 2) {
            return operands.get(1).data;
        }
        return constantFirst ? operands.get(0).data : constant;
    }

    @Override
    public String toString() {
        return "Value(data=%s, label=%s)".formatted(data, label);
    }

    /** The values of a list, under the same name with a number: x1, x2, ... */
    public static List<Value> leaves(String name, double... data) {
        List<Value> leaves = new ArrayList<>(data.length);
        for (int i = 0; i < data.length; i++) {
            leaves.add(new Value(data[i], name + (i + 1)));
        }
        return leaves;
    }
}
