package glassgrad.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The numbers of a {@link Program} for a block of samples: one row a value of the graph, one lane a sample.
 *
 * <p>Not for several threads at once.
 */
public final class Tape {
    private static final double[] NONE = new double[0];

    private final Program program;
    private final int lanes;
    private final Kernel[] kernels;

    /** The parameters that have rows of their own. */
    private final int[] spread;

    private int used;

    final double[][] data;
    final double[][] gradients;

    /** The gradients that are added to. */
    private final double[][] cleared;

    /** All 0 as long as every number of every lane is finite; else one of them is NaN. */
    final double[] health;

    final Rows.Scratch scratch = new Rows.Scratch();

    Tape(Program program, Plan plan, int lanes) {
        this.program = program;
        this.lanes = lanes;
        used = lanes;
        health = new double[lanes];
        data = new double[program.slots()][];
        gradients = new double[program.slots()][];
        for (int slot = 0; slot < data.length; slot++) {
            data[slot] = plan.hasRow(slot) ? new double[lanes] : NONE;
            gradients[slot] = plan.hasRow(slot) && learns(slot) ? new double[lanes] : NONE;
        }
        for (int i = 0; i < program.constants.length; i++) {
            double[] row = data[program.inputs + program.parameters + i];
            Arrays.fill(row, program.constants[i]);
        }
        cleared = rows(
                gradients,
                IntStream.range(0, gradients.length).filter(plan::isAddedTo).toArray());
        spread = plan.spread();
        kernels = plan.kernels(this);
    }

    /** How many samples fit side by side. */
    public int lanes() {
        return lanes;
    }

    /** Whether this is memory for a program. */
    public boolean runs(Program other) {
        return program == other;
    }

    /** About how many numbers it holds. */
    public int numbers() {
        return 2 * lanes * program.rows();
    }

    /** Says how many lanes the next runs use, from lane 0 on. */
    public void use(int count) {
        if (count < 1 || count > lanes) {
            throw new IllegalArgumentException("A tape of %d lanes cannot use %d.".formatted(lanes, count));
        }
        used = count;
    }

    /** Sets the inputs of one lane, in the order in which the program was given them. */
    public void setInputs(int lane, double[] inputs) {
        for (int i = 0; i < program.inputs; i++) {
            data[i][lane] = inputs[i];
        }
    }

    /** Computes every value for every lane in use. */
    public void forward(double[] parameters) {
        Arrays.fill(health, 0, used, 0);
        for (int i : spread) {
            Arrays.fill(data[program.inputs + i], 0, used, parameters[i]);
            Lanes.watch(data[program.inputs + i], health, used);
        }
        for (Kernel kernel : kernels) {
            kernel.forward(parameters, used);
        }
    }

    /**
     * Differentiates the root in every lane, after {@link #forward}, and adds the parameters' gradients, lane by lane.
     *
     * @param parameters those that forward was given
     * @param seed the gradient of the root: 1, or 1/n for the mean over n samples
     * @param sums one number a parameter, to which its gradient is added
     */
    public void backward(double[] parameters, double seed, double[] sums) {
        for (double[] row : cleared) {
            Arrays.fill(row, 0, used, 0);
        }
        Arrays.fill(gradients[program.root], 0, used, seed);
        for (int k = kernels.length - 1; k >= 0; k--) {
            kernels[k].backward(parameters, sums, used);
        }
        for (int i : spread) {
            double[] row = gradients[program.inputs + i];
            for (int lane = 0; lane < used; lane++) {
                sums[i] += row[lane];
            }
        }
    }

    /**
     * The number in a slot of the program, for one lane.
     *
     * @throws IllegalArgumentException for a value that has no row: one inside a fused sum, or a parameter that only such sums use
     */
    public double data(int slot, int lane) {
        if (data[slot] == NONE) {
            throw new IllegalArgumentException("The value has no row of its own.");
        }
        return data[slot][lane];
    }

    /** The root's value in one lane. */
    public double root(int lane) {
        return data[program.root][lane];
    }

    /** Whether every number that the last {@link #forward} computed is finite. */
    public boolean isFinite() {
        double sum = 0;
        for (int lane = 0; lane < used; lane++) {
            sum += health[lane];
        }
        return sum == 0;
    }

    boolean learns(int slot) {
        return program.learns(slot);
    }

    static double[][] rows(double[][] of, int[] slots) {
        double[][] rows = new double[slots.length][];
        for (int i = 0; i < slots.length; i++) {
            rows[i] = of[slots[i]];
        }
        return rows;
    }
}
