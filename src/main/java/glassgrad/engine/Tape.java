package glassgrad.engine;

import java.util.Arrays;

/**
 * The numbers of a {@link Program} for a block of samples: one row a value of the graph, one lane a sample.
 *
 * <p>Not for several threads at once.
 */
public final class Tape {
    private final Program program;
    private final int lanes;
    private final double[][] data;
    private final double[][] gradients;
    private int used;

    Tape(Program program, int lanes) {
        this.program = program;
        this.lanes = lanes;
        data = new double[program.slots()][lanes];
        gradients = new double[program.slots()][lanes];
        for (int i = 0; i < program.fixed.length; i++) {
            Arrays.fill(data[program.inputs + program.parameters + i], program.fixed[i]);
        }
        used = lanes;
    }

    /** How many samples fit side by side. */
    public int lanes() {
        return lanes;
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

    /** Computes every operation for every lane in use. */
    public void forward(double[] parameters) {
        for (int i = 0; i < program.parameters; i++) {
            Arrays.fill(data[program.inputs + i], 0, used, parameters[i]);
        }
        for (int k = 0; k < program.ops.length; k++) {
            Op op = program.ops[k];
            double[] x = operand(program.first[k]);
            double[] y = operand(program.second[k]);
            double[] out = data[program.leaves + k];
            double constant = program.constants[k];
            if (x != NONE && y != NONE && op == Op.ADD) {
                Lanes.add(x, y, out, used);
            } else if (x != NONE && y != NONE && op == Op.MUL) {
                Lanes.mul(x, y, out, used);
            } else if (x == NONE) {
                for (int lane = 0; lane < used; lane++) {
                    out[lane] = op.forward(constant, y[lane]);
                }
            } else if (y == NONE) {
                for (int lane = 0; lane < used; lane++) {
                    out[lane] = op.forward(x[lane], constant);
                }
            } else {
                for (int lane = 0; lane < used; lane++) {
                    out[lane] = op.forward(x[lane], y[lane]);
                }
            }
        }
    }

    /**
     * Differentiates the last operation in every lane and adds the parameters' gradients, lane by lane.
     *
     * @param seed the gradient of the root: 1, or 1/n for the mean over n samples
     * @param sums one number a parameter, to which its gradient is added
     */
    public void backward(double seed, double[] sums) {
        for (double[] row : gradients) {
            Arrays.fill(row, 0, used, 0);
        }
        Arrays.fill(gradients[gradients.length - 1], 0, used, seed);
        for (int k = program.ops.length - 1; k >= 0; k--) {
            Op op = program.ops[k];
            double[] x = operand(program.first[k]);
            double[] y = operand(program.second[k]);
            double[] out = data[program.leaves + k];
            double[] upstream = gradients[program.leaves + k];
            double constant = program.constants[k];
            if (x != NONE && y != NONE && op == Op.ADD) {
                Lanes.chainOne(upstream, gradients[program.first[k]], used);
                Lanes.chainOne(upstream, gradients[program.second[k]], used);
                continue;
            }
            if (x != NONE && y != NONE && op == Op.MUL) {
                Lanes.chain(upstream, y, gradients[program.first[k]], used);
                Lanes.chain(upstream, x, gradients[program.second[k]], used);
                continue;
            }
            if (x != NONE) {
                double[] gradient = gradients[program.first[k]];
                for (int lane = 0; lane < used; lane++) {
                    double partial = op.partial(0, x[lane], y == NONE ? constant : y[lane], out[lane]);
                    gradient[lane] += Op.chain(upstream[lane], partial);
                }
            }
            if (y != NONE) {
                double[] gradient = gradients[program.second[k]];
                for (int lane = 0; lane < used; lane++) {
                    double partial = op.partial(1, x == NONE ? constant : x[lane], y[lane], out[lane]);
                    gradient[lane] += Op.chain(upstream[lane], partial);
                }
            }
        }
        for (int i = 0; i < program.parameters; i++) {
            double[] gradient = gradients[program.inputs + i];
            for (int lane = 0; lane < used; lane++) {
                sums[i] += gradient[lane];
            }
        }
    }

    /** The number in a slot of the program, for one lane. */
    public double data(int slot, int lane) {
        return data[slot][lane];
    }

    /** The root's value in one lane. */
    public double root(int lane) {
        return data[data.length - 1][lane];
    }

    /** Whether every number that the last {@link #forward} computed is finite. */
    public boolean isFinite() {
        double sum = 0;
        for (double[] row : data) {
            for (int lane = 0; lane < used; lane++) {
                // 0 for every finite number, NaN for every other: a loop without a branch.
                sum += row[lane] * 0;
            }
        }
        return sum == 0;
    }

    private static final double[] NONE = new double[0];

    private double[] operand(int slot) {
        return slot == Program.CONSTANT ? NONE : data[slot];
    }
}
