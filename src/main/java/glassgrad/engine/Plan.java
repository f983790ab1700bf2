package glassgrad.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The kernels that run a program, in their order, and the slots that they need rows for. */
final class Plan {
    private final Program program;
    private final List<Function<Tape, Kernel>> makers = new ArrayList<>();
    private final boolean[] hasRow;
    private final boolean[] isSet;

    Plan(Program program) {
        this.program = program;
        hasRow = new boolean[program.slots()];
        isSet = new boolean[program.slots()];
        keep(IntStream.range(0, program.inputs).toArray());
        keep(program.root);
    }

    /** One kernel an operation. */
    static Plan unfused(Program program) {
        Plan plan = new Plan(program);
        for (int k = 0; k < program.ops.size(); k++) {
            plan.operation(k);
        }
        return plan;
    }

    void operation(int k) {
        Op op = program.ops.get(k);
        int x = program.first[k];
        int y = program.second[k];
        int out = program.leaves + k;
        keep(x, y, out);
        makers.add(tape -> new Elementwise(tape, op, x, y, out));
    }

    /** @param alone whether nothing else uses x */
    void weightedSums(int[] x, int[] sums, int[] first, boolean alone) {
        keep(x);
        keep(sums);
        for (int slot : x) {
            isSet[slot] |= alone;
        }
        makers.add(tape -> new Dense(tape, x, sums, first, alone));
    }

    void activations(Op op, int[] x, int[] out) {
        for (int slot : x) {
            isSet[slot] = true;
        }
        keep(out);
        makers.add(tape -> new Activations(tape, op, x, out));
    }

    boolean hasRow(int slot) {
        return hasRow[slot];
    }

    /** Whether the gradients of a slot start from 0, because what uses it adds to them. */
    boolean isAddedTo(int slot) {
        return hasRow[slot] && !isSet[slot] && program.learns(slot);
    }

    int rows() {
        return (int) IntStream.range(0, hasRow.length).filter(this::hasRow).count();
    }

    /** The parameters that some kernel reads as a row. */
    int[] spread() {
        return IntStream.range(0, program.parameters)
                .filter(i -> hasRow[program.inputs + i])
                .toArray();
    }

    Kernel[] kernels(Tape tape) {
        return makers.stream().map(maker -> maker.apply(tape)).toArray(Kernel[]::new);
    }

    private void keep(int... slots) {
        for (int slot : slots) {
            hasRow[slot] = true;
        }
    }
}
