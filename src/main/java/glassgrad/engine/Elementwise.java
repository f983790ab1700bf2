package glassgrad.engine;

import org.jspecify.annotations.Nullable;

/** One operation. */
final class Elementwise implements Kernel {
    private final Op op;
    private final @Nullable Rows rows;
    private final Rows.Scratch scratch;
    private final double[] x;
    private final double[] y;
    private final double[] out;
    private final double[] upstream;
    private final double[] gradientOfX;
    private final double[] gradientOfY;
    private final boolean byX;
    private final boolean byY;
    private final double[] health;

    /**
     * @param x the first operand's slot
     * @param y the second operand's; that of the first again for an operation of one operand
     */
    Elementwise(Tape tape, Op op, int x, int y, int out) {
        this.op = op;
        rows = Rows.ofOperation(op);
        scratch = tape.scratch;
        this.x = tape.data[x];
        this.y = tape.data[y];
        this.out = tape.data[out];
        upstream = tape.gradients[out];
        gradientOfX = tape.gradients[x];
        gradientOfY = tape.gradients[y];
        byX = tape.learns(x);
        byY = op.arity() == 2 && tape.learns(y);
        health = tape.health;
    }

    @Override
    public void forward(double[] parameters, int n) {
        if (rows != null) {
            rows.apply(x, 0, out, 0, n, scratch);
        } else {
            Lanes.forward(op, x, y, out, n);
        }
        Lanes.watch(out, health, n);
    }

    @Override
    public void backward(double[] parameters, double[] sums, int n) {
        if (byX) {
            Lanes.chain(op, 0, x, y, out, upstream, gradientOfX, n);
        }
        if (byY) {
            Lanes.chain(op, 1, x, y, out, upstream, gradientOfY, n);
        }
    }
}
