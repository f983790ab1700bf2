package glassgrad.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A graph of {@link Value}s compiled once, to be run over a batch of samples.
 *
 * <p>The graph is that of one sample. Its leaves are of three kinds: <em>inputs</em>, which differ from sample to sample;
 * <em>parameters</em>, which all samples share and whose gradients add up over them; and constants. A program holds no
 * numbers that change: those live in a {@link Tape}, so that one program serves many threads.
 *
 * <p>The order of every summation is fixed: samples in their order within a gradient, values in the order of the graph.
 */
public final class Program {
    /** Operations in the order of the graph; operation k has slot {@code leaves + k}. */
    final List<Op> ops = new ArrayList<>();

    /** The slots of each operation's operands; the first stands for both where there is one. */
    final int[] first;

    final int[] second;

    /** Slots 0.. are the inputs, then the parameters, then the constants, then one for every operation. */
    final int inputs;

    final int parameters;
    final double[] constants;
    final int leaves;
    final int root;

    private final IdentityHashMap<Value, Integer> slots = new IdentityHashMap<>();
    private final boolean[] learns;
    private final Plan plan;

    private Program(Value root, List<Value> inputLeaves, List<Value> parameterLeaves, boolean fused) {
        inputLeaves.forEach(leaf -> place(leaf, slots.size()));
        inputs = slots.size();
        parameterLeaves.forEach(leaf -> place(leaf, slots.size()));
        parameters = slots.size() - inputs;

        List<Value> operations = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (Value value : root.order()) {
            if (!value.isLeaf()) {
                operations.add(value);
            } else if (!slots.containsKey(value)) {
                place(value, inputs + parameters + numbers.size());
                numbers.add(value.data);
            }
        }
        int[] own = new int[operations.size()];
        for (int k = 0; k < own.length; k++) {
            if (operations.get(k).hasConstant()) {
                own[k] = inputs + parameters + numbers.size();
                numbers.add(operations.get(k).constant());
            }
        }
        constants = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        leaves = inputs + parameters + constants.length;

        first = new int[own.length];
        second = new int[own.length];
        for (int k = 0; k < own.length; k++) {
            Value value = operations.get(k);
            place(value, leaves + k);
            ops.add(operator(value));
            List<Value> operands = value.operands();
            int last = slot(operands.get(operands.size() - 1));
            first[k] = value.isConstantFirst() ? own[k] : slot(operands.get(0));
            second[k] = value.hasConstant() && !value.isConstantFirst() ? own[k] : last;
        }
        this.root = slot(root);
        learns = learning();
        plan = fused ? Fusion.of(this) : Plan.unfused(this);
    }

    /**
     * Compiles the graph below a value.
     *
     * @param root what is to be differentiated
     * @param inputs leaves that differ from sample to sample
     * @param parameters leaves that all samples share
     */
    public static Program compile(Value root, List<Value> inputs, List<Value> parameters) {
        return new Program(root, inputs, parameters, true);
    }

    /** Where a value of the compiled graph stands on a {@link Tape}. */
    public int slot(Value value) {
        Integer slot = slots.get(value);
        if (slot == null) {
            throw new IllegalArgumentException("The value is not in the compiled graph.");
        }
        return slot;
    }

    /** How many operations one sample takes. */
    public int operations() {
        return ops.size();
    }

    /** How many numbers a lane of a {@link Tape} takes. */
    public int rows() {
        return plan.rows();
    }

    /** New memory to run up to {@code lanes} samples side by side. */
    public Tape tape(int lanes) {
        return new Tape(this, plan, lanes);
    }

    /** As {@link #compile}, with one kernel an operation: the yardstick of every fusion. */
    static Program compileUnfused(Value root, List<Value> inputs, List<Value> parameters) {
        return new Program(root, inputs, parameters, false);
    }

    int slots() {
        return leaves + ops.size();
    }

    boolean isParameter(int slot) {
        return slot >= inputs && slot < inputs + parameters;
    }

    /** Whether a parameter stands below a slot, so that its gradient is needed. */
    boolean learns(int slot) {
        return learns[slot];
    }

    private boolean[] learning() {
        boolean[] learning = new boolean[slots()];
        for (int slot = 0; slot < learning.length; slot++) {
            int k = slot - leaves;
            learning[slot] = k < 0 ? isParameter(slot) : learning[first[k]] || learning[second[k]];
        }
        return learning;
    }

    private void place(Value value, int slot) {
        if (slots.put(value, slot) != null) {
            throw new IllegalArgumentException("A leaf is named twice.");
        }
    }

    private static Op operator(Value value) {
        Op op = value.op();
        if (op == null) {
            throw new IllegalStateException("A leaf is no operation.");
        }
        boolean isSquare = op == Op.POW && value.hasConstant() && !value.isConstantFirst() && value.constant() == 2;
        return isSquare ? Op.SQUARE : op;
    }

    @Override
    public String toString() {
        return "Program(%d inputs, %d parameters, %d constants, %s)"
                .formatted(inputs, parameters, constants.length, ops);
    }
}
