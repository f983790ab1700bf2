package glassgrad.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A graph of {@link Value}s compiled once to flat arrays, to be run over a batch of samples.
 *
 * <p>The graph is that of one sample. Its leaves are of three kinds: <em>inputs</em>, which differ from sample to sample;
 * <em>parameters</em>, which all samples share and whose gradients add up over them; and constants. A program holds no
 * numbers that change: those live in a {@link Tape}, so that one program serves many threads.
 *
 * <p>The order of every summation is fixed: samples in their order within a gradient, values in the order of the graph.
 */
public final class Program {
    /** What an operand index says when the operand is the operation's own number. */
    static final int CONSTANT = -1;

    /** Operations in the order in which they are computed; operation k writes slot {@code leaves + k}. */
    final Op[] ops;

    final int[] first;
    final int[] second;
    final double[] constants;

    /** Slots 0.. hold the inputs, then the parameters, then the constants, then one for every operation. */
    final int inputs;

    final int parameters;
    final double[] fixed;
    final int leaves;

    private final IdentityHashMap<Value, Integer> slots = new IdentityHashMap<>();

    private Program(Value root, List<Value> inputLeaves, List<Value> parameterLeaves) {
        List<Value> order = root.order();
        inputLeaves.forEach(this::place);
        inputs = slots.size();
        parameterLeaves.forEach(this::place);
        parameters = slots.size() - inputs;
        List<Value> operations = new ArrayList<>();
        List<Value> rest = new ArrayList<>();
        for (Value value : order) {
            if (!value.isLeaf()) {
                operations.add(value);
            } else if (!slots.containsKey(value)) {
                rest.add(value);
                place(value);
            }
        }
        fixed = rest.stream().mapToDouble(value -> value.data).toArray();
        leaves = slots.size();
        operations.forEach(this::place);

        int count = operations.size();
        ops = new Op[count];
        first = new int[count];
        second = new int[count];
        constants = new double[count];
        for (int k = 0; k < count; k++) {
            compile(k, operations.get(k));
        }
    }

    /**
     * Compiles the graph below a value.
     *
     * @param root what is to be differentiated
     * @param inputs leaves that differ from sample to sample
     * @param parameters leaves that all samples share
     */
    public static Program compile(Value root, List<Value> inputs, List<Value> parameters) {
        return new Program(root, inputs, parameters);
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
        return ops.length;
    }

    /** New memory to run up to {@code lanes} samples side by side. */
    public Tape tape(int lanes) {
        return new Tape(this, lanes);
    }

    int slots() {
        return leaves + ops.length;
    }

    private void place(Value value) {
        if (slots.put(value, slots.size()) != null) {
            throw new IllegalArgumentException("A leaf is named twice.");
        }
    }

    private void compile(int k, Value value) {
        Op op = value.op();
        if (op == null) {
            throw new IllegalStateException("A leaf is no operation.");
        }
        int[] operands = new int[] {CONSTANT, CONSTANT};
        int at = value.isConstantFirst() ? 1 : 0;
        for (Value operand : value.operands()) {
            operands[at++] = slot(operand);
        }
        ops[k] = op;
        first[k] = operands[0];
        second[k] = operands[1];
        constants[k] = value.constant();
    }

    @Override
    public String toString() {
        return "Program(%d inputs, %d parameters, %d constants, %s)"
                .formatted(inputs, parameters, fixed.length, Arrays.toString(ops));
    }
}
