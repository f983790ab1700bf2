package glassgrad.engine;

import java.util.List;

/**
 * An operation: its symbol, how its value is computed, and how it changes as each operand changes.
 *
 * <p>Every operation that the engine knows is one row of the table below. The derivative stands beside the operation as
 * data, so that a page can write it on the edge of a graph. {@code x} is the first operand, {@code y} the second (0 where
 * there is none), {@code out} the operation's own value.
 *
 * <p>Where the JDK's {@link Math} may differ between versions or processors, {@link StrictMath} or arithmetic of our own
 * ({@link Tanh}, {@link Exp}, {@link Log}, {@link Sigmoid}) is used: the same operands give the same bits everywhere.
 */
public final class Op {
    /** The value of an operation. */
    @FunctionalInterface
    public interface Forward {
        double of(double x, double y);
    }

    /** The local derivative of an operation by one of its operands. */
    @FunctionalInterface
    public interface Partial {
        double of(double x, double y, double out);
    }

    private static final double LEAK = 0.01;

    private static final Partial ONE = (x, y, out) -> 1;

    // spotless:off - a table reads by its columns
    public static final Op ADD = infix("+",  (x, y) -> x + y,  ONE,                        ONE);
    public static final Op SUB = infix("-",  (x, y) -> x - y,  ONE,                        (x, y, out) -> -1);
    public static final Op MUL = infix("*",  (x, y) -> x * y,  (x, y, out) -> y,           (x, y, out) -> x);
    public static final Op DIV = infix("/",  (x, y) -> x / y,  (x, y, out) -> 1 / y,       (x, y, out) -> -x / (y * y));
    public static final Op POW = infix("**", StrictMath::pow,  Op::powByBase,              Op::powByExponent);
    public static final Op MAX = binary("max", Op::larger,     (x, y, out) -> x >= y ? 1 : 0, (x, y, out) -> x >= y ? 0 : 1);
    public static final Op MIN = binary("min", Op::smaller,    (x, y, out) -> x <= y ? 1 : 0, (x, y, out) -> x <= y ? 0 : 1);

    public static final Op NEG        = unary("neg",        (x, y) -> -x,                      (x, y, out) -> -1);
    public static final Op TANH       = unary("tanh",       (x, y) -> Tanh.of(x),              (x, y, out) -> 1 - out * out);
    public static final Op EXP        = unary("exp",        (x, y) -> Exp.of(x),               (x, y, out) -> out);
    public static final Op LOG        = unary("log",        (x, y) -> Log.of(x),               (x, y, out) -> 1 / x);
    public static final Op RELU       = unary("relu",       (x, y) -> x < 0 ? 0 : x,           (x, y, out) -> x > 0 ? 1 : 0);
    public static final Op LEAKY_RELU = unary("leaky_relu", (x, y) -> x < 0 ? LEAK * x : x,    (x, y, out) -> x > 0 ? 1 : LEAK);
    public static final Op SIGMOID    = unary("sigmoid",    (x, y) -> Sigmoid.of(x),           (x, y, out) -> out * (1 - out));
    public static final Op SOFTPLUS   = unary("softplus",   (x, y) -> softplus(x),             (x, y, out) -> Sigmoid.of(x));
    public static final Op SIN        = unary("sin",        (x, y) -> StrictMath.sin(x),       (x, y, out) -> StrictMath.cos(x));
    public static final Op COS        = unary("cos",        (x, y) -> StrictMath.cos(x),       (x, y, out) -> -StrictMath.sin(x));
    public static final Op SQRT       = unary("sqrt",       (x, y) -> Math.sqrt(x),            (x, y, out) -> 0.5 / out);
    public static final Op ABS        = unary("abs",        (x, y) -> Math.abs(x),             (x, y, out) -> Math.signum(x));

    private static final List<Op> ALL = List.of(
            ADD, SUB, MUL, DIV, POW, MAX, MIN,
            NEG, TANH, EXP, LOG, RELU, LEAKY_RELU, SIGMOID, SOFTPLUS, SIN, COS, SQRT, ABS);
    // spotless:on

    /** What a program makes of {@code x**2}: the same bits, without the search for a power. */
    static final Op SQUARE = unary("**2", (x, y) -> x * x, (x, y, out) -> 2 * x);

    private final String symbol;
    private final boolean infix;
    private final Forward forward;
    private final List<Partial> partials;

    private Op(String symbol, boolean infix, Forward forward, Partial... partials) {
        this.symbol = symbol;
        this.infix = infix;
        this.forward = forward;
        this.partials = List.of(partials);
    }

    /** Every operation, in the order of the table. */
    public static List<Op> all() {
        return ALL;
    }

    /** The name by which the operation is written: "+", "tanh". */
    public String symbol() {
        return symbol;
    }

    /** How many operands the operation takes: 1 or 2. */
    public int arity() {
        return partials.size();
    }

    /** Whether the operation is written between its operands. */
    public boolean isInfix() {
        return infix;
    }

    /** The operation's value; {@code y} is ignored by an operation of one operand. */
    public double forward(double x, double y) {
        return forward.of(x, y);
    }

    /** The local derivative by operand {@code i}, which is 0 or 1. */
    public double partial(int i, double x, double y, double out) {
        return partials.get(i).of(x, y, out);
    }

    /**
     * What one operand's gradient receives: the gradient from above times the local derivative (the chain rule).
     *
     * <p>Where the derivative is exactly zero nothing is handed on, even if the gradient from above is not finite: a ReLU
     * that is off stays off. (IEEE arithmetic would make NaN of 0 times infinity.)
     */
    public static double chain(double upstream, double partial) {
        return partial == 0 ? 0 : upstream * partial;
    }

    @Override
    public String toString() {
        return symbol;
    }

    private static Op infix(String symbol, Forward forward, Partial byX, Partial byY) {
        return new Op(symbol, true, forward, byX, byY);
    }

    private static Op binary(String symbol, Forward forward, Partial byX, Partial byY) {
        return new Op(symbol, false, forward, byX, byY);
    }

    private static Op unary(String symbol, Forward forward, Partial byX) {
        return new Op(symbol, false, forward, byX);
    }

    /** NaN wins, as in numpy.maximum; of equal operands the first is taken. */
    private static double larger(double x, double y) {
        return Double.isNaN(x) || x >= y ? x : y;
    }

    private static double smaller(double x, double y) {
        return Double.isNaN(x) || x <= y ? x : y;
    }

    private static double powByBase(double x, double y, double out) {
        return y == 0 ? 0 : y * StrictMath.pow(x, y - 1);
    }

    /** At base 0 the power stays 0 (or 1) as a non-negative exponent moves; 0 * log(0) would say NaN. */
    private static double powByExponent(double x, double y, double out) {
        return x == 0 && y >= 0 ? 0 : out * Log.of(x);
    }

    /** The exponent is never positive, so that nothing overflows. */
    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(Exp.of(-Math.abs(x)));
    }
}
