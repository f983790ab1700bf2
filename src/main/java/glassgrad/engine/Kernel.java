package glassgrad.engine;

/** One piece of a program's work on one {@link Tape}, done for all the lanes in use at once. */
interface Kernel {
    /**
     * Computes this kernel's rows from rows that are computed already.
     *
     * @param n how many lanes are in use
     */
    void forward(double[] parameters, int n);

    /**
     * Hands the gradients of this kernel's rows on to the rows they were made of.
     *
     * @param sums one number a parameter, to which its gradient is added, lane by lane
     */
    void backward(double[] parameters, double[] sums, int n);
}
