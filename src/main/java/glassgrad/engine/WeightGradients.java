package glassgrad.engine;

/** The gradients of a layer's weights and biases: for each, the sum over the lanes of upstream gradient times input. */
interface WeightGradients {
    /** From so many weights a neuron on, adding them sample by sample is faster than weight by weight. */
    int WIDE = 32;

    /** Adds each parameter's gradient to its sum, lane by lane in their order. */
    void addTo(double[] sums, int n);

    /**
     * The faster way for a layer.
     *
     * @param x the layer's inputs
     * @param upstream the gradients of the layer's sums, one row a neuron
     * @param first the first parameter of each neuron; its bias, whose input is 1, comes after its weights
     */
    static WeightGradients of(double[][] x, double[][] upstream, int[] first, int lanes) {
        return x.length < WIDE
                ? new WeightByWeight(x, upstream, first, lanes)
                : new SampleBySample(x, upstream, first, lanes);
    }
}
