package glassgrad.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The activations of a layer: one operation on many rows.
 *
 * <p>Where there are few lanes the rows are laid end to end, so that one loop runs over all of them.
 */
final class Activations implements Kernel {
    /** Operations of one operand that make a finite number of every finite number, so that nothing need be watched. */
    static final Set<Op> KINDS = Set.of(Op.TANH, Op.RELU, Op.LEAKY_RELU, Op.SIGMOID, Op.SOFTPLUS);

    /** Rows at least so long are worth a loop of their own. */
    private static final int LONG = 32;

    private final Op op;
    private final @Nullable Rows rows;
    private final Rows.Scratch scratch;
    private final double[][] x;
    private final double[][] out;
    private final double[][] gradients;
    private final double[][] upstream;
    private final double[] joined;

    /** @param x the operands' slots, which nothing else uses */
    Activations(Tape tape, Op op, int[] x, int[] out) {
        this.op = op;
        rows = Rows.ofOperation(op);
        scratch = tape.scratch;
        this.x = Tape.rows(tape.data, x);
        this.out = Tape.rows(tape.data, out);
        gradients = Tape.rows(tape.gradients, x);
        upstream = Tape.rows(tape.gradients, out);
        joined = new double[x.length * Math.min(LONG, tape.lanes())];
    }

    @Override
    public void forward(double[] parameters, int n) {
        if (n >= LONG) {
            for (int k = 0; k < x.length; k++) {
                compute(x[k], out[k], n);
            }
            return;
        }
        for (int k = 0; k < x.length; k++) {
            System.arraycopy(x[k], 0, joined, k * n, n);
        }
        compute(joined, joined, x.length * n);
        for (int k = 0; k < x.length; k++) {
            System.arraycopy(joined, k * n, out[k], 0, n);
        }
    }

    @Override
    public void backward(double[] parameters, double[] sums, int n) {
        for (int k = 0; k < x.length; k++) {
            Lanes.activationGradient(op, x[k], out[k], upstream[k], gradients[k], n);
        }
    }

    private void compute(double[] from, double[] to, int n) {
        if (rows != null) {
            rows.apply(from, 0, to, 0, n, scratch);
        } else {
            Lanes.forward(op, from, from, to, n);
        }
    }
}
