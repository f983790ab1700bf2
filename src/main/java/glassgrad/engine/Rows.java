package glassgrad.engine;

import org.jspecify.annotations.Nullable;

/**
 * A function applied to a row of numbers at once, with the same bits as applied to each alone.
 *
 * <p>The work is done in two loops. {@link #split} replaces every number by a tabulated point near it (the node) and the
 * small distance to that point (the rest): it looks into tables and at bits, which is done number by number. {@link #join}
 * evaluates the function from node and rest with nothing but + - * / on arrays that start at 0, which the JIT compilers of
 * JDK 17 and later turn into vector instructions (log's loop is too long for JDK 17). They cannot do that if the loop writes
 * to an offset of its own.
 */
abstract class Rows {
    /** So many numbers at a time: the scratch stays in the first-level cache. */
    private static final int BLOCK = 256;

    /** Shorter rows than this are faster number by number. */
    private static final int SHORT = 8;

    /** Memory for one thread's work, to be reused from row to row. */
    static final class Scratch {
        private final double[] rest = new double[BLOCK];
        private final double[] node = new double[BLOCK];
    }

    /**
     * Computes {@code out[at + i] = f(x[from + i])} for i = 0 .. count - 1.
     *
     * @param out may be {@code x} itself, if the two stretches are the same or do not overlap
     */
    final void apply(double[] x, int from, double[] out, int at, int count, Scratch scratch) {
        if (count < SHORT) {
            each(x, from, out, at, count);
            return;
        }
        for (int done = 0; done < count; done += BLOCK) {
            int n = Math.min(BLOCK, count - done);
            split(x, from + done, scratch.rest, scratch.node, n);
            join(scratch.rest, scratch.node, n);
            System.arraycopy(scratch.rest, 0, out, at + done, n);
        }
    }

    /** The operations that have such a function. */
    static @Nullable Rows ofOperation(Op op) {
        if (op == Op.TANH) {
            return Tanh.ROWS;
        }
        if (op == Op.SIGMOID) {
            return Sigmoid.ROWS;
        }
        if (op == Op.EXP) {
            return Exp.ROWS;
        }
        return op == Op.LOG ? Log.ROWS : null;
    }

    /** One number after the other. */
    abstract void each(double[] x, int from, double[] out, int at, int count);

    /** Fills rest and node, from index 0 on. */
    abstract void split(double[] x, int from, double[] rest, double[] node, int count);

    /** Replaces every rest by the value of the function. */
    abstract void join(double[] rest, double[] node, int count);
}
