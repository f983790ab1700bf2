package glassgrad.expression;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is applied to: a value of the graph, or a plain number that was written in the source.
 *
 * <p>Plain numbers are computed among themselves at once; one beside a value belongs to the operation.
 */
record Operand(@Nullable Value value, double number) {
    static Operand of(Value value) {
        return new Operand(value, 0);
    }

    static Operand of(double number) {
        return new Operand(null, number);
    }

    static Operand apply(Op op, Operand x) {
        return x.value == null ? of(op.forward(x.number, 0)) : of(Value.of(op, x.value));
    }

    static Operand apply(Op op, Operand x, Operand y) {
        if (x.value == null) {
            return y.value == null ? of(op.forward(x.number, y.number)) : of(Value.of(op, x.number, y.value));
        }
        return of(y.value == null ? Value.of(op, x.value, y.number) : Value.of(op, x.value, y.value));
    }

    boolean isNumber() {
        return value == null;
    }

    /** The value of the graph; a plain number becomes a leaf. */
    Value toValue() {
        return value == null ? new Value(number) : value;
    }
}
