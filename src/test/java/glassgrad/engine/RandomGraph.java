package glassgrad.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A graph drawn at random: every operation, constants on either side, values used again, the same value twice.
 *
 * <p>It keeps away from where a derivative does not exist or a difference cannot find it: kinks, poles, edges of domains,
 * and numbers so large that rounding hides a small step.
 */
public final class RandomGraph {
    /** On which side of an operation a plain number stands. */
    enum Constant {
        NONE,
        LEFT,
        RIGHT
    }

    /** An operation of the graph, with its constant. */
    record Use(Op op, Constant constant) {}

    private static final Set<Op> BRANCHING = Set.of(Op.RELU, Op.LEAKY_RELU, Op.ABS, Op.MAX, Op.MIN);
    private static final double MARGIN = 0.2;
    private static final double LARGEST = 6;

    public final List<Value> leaves = new ArrayList<>();
    public final Value root;

    final List<Use> used = new ArrayList<>();

    private final Random random;

    public RandomGraph(long seed) {
        random = new Random(seed);
        int leafCount = 1 + random.nextInt(4);
        int operations = 1 + random.nextInt(20);
        List<Value> values = new ArrayList<>();
        while (leaves.size() < leafCount) {
            Value leaf = new Value(random.nextDouble(-3, 3), "x" + (leaves.size() + 1));
            leaves.add(leaf);
            values.add(leaf);
        }
        while (values.size() < leafCount + operations) {
            addOperation(values);
        }
        List<Value> looseEnds = new ArrayList<>(values);
        values.forEach(value -> looseEnds.removeAll(value.operands()));
        root = Value.sum(looseEnds);
    }

    /** Whether an operation takes its other branch (a ReLU goes off) within so much of the leaf's number. */
    public boolean hasKinkNear(Value leaf, double reach) {
        double at = leaf.data;
        List<Double> here = branchesAt(leaf, at);
        boolean kink = DoubleStream.of(-1, -0.5, 0.5, 1)
                .anyMatch(part -> !branchesAt(leaf, at + part * reach).equals(here));
        branchesAt(leaf, at);
        return kink;
    }

    private List<Double> branchesAt(Value leaf, double data) {
        leaf.data = data;
        List<Value> order = root.order();
        order.forEach(Value::forward);
        return order.stream()
                .filter(value -> value.op() != null && BRANCHING.contains(value.op()))
                .map(value -> value.partial(0))
                .toList();
    }

    private void addOperation(List<Value> values) {
        Op op = Op.all().get(random.nextInt(Op.all().size()));
        Constant constant = op.arity() == 1 ? Constant.NONE : Constant.values()[random.nextInt(3)];
        double number = random.nextDouble(-3, 3);
        Value a = recent(values);
        Value b = recent(values);
        double x = constant == Constant.LEFT ? number : a.data;
        double y = constant == Constant.RIGHT ? number : b.data;
        if (!isSmooth(op, x, y) || !(Math.abs(op.forward(x, y)) < LARGEST)) {
            return;
        }
        used.add(new Use(op, constant));
        values.add(
                switch (constant) {
                    case NONE -> op.arity() == 1 ? Value.of(op, a) : Value.of(op, a, b);
                    case LEFT -> Value.of(op, number, b);
                    case RIGHT -> Value.of(op, a, number);
                });
    }

    /** Mostly one of the last values, so that graphs grow deep, and now and then any of them. */
    private Value recent(List<Value> values) {
        int window = random.nextInt(4) == 0 ? values.size() : Math.min(3, values.size());
        return values.get(values.size() - 1 - random.nextInt(window));
    }

    private static boolean isSmooth(Op op, double x, double y) {
        return switch (op.symbol()) {
            case "/" -> Math.abs(y) > MARGIN;
            case "**" -> x > MARGIN;
            case "log", "sqrt" -> x > MARGIN;
            case "relu", "leaky_relu", "abs" -> Math.abs(x) > MARGIN;
            case "max", "min" -> Math.abs(x - y) > MARGIN;
            default -> true;
        };
    }
}
