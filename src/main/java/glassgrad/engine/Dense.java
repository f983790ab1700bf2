package glassgrad.engine;

/**
 * The weighted sums of a layer: {@code b + w1*x1 + w2*x2 + ...} for every neuron.
 *
 * <p>It stands for two operations a weight and computes what they would, the same products added in the same order, to the
 * bit. Only the sums have rows on the tape.
 */
final class Dense implements Kernel {
    private final double[][] x;
    private final double[][] sums;
    private final double[][] gradients;
    private final double[][] upstream;

    /** The last neuron's first: in this order the graph of values hands gradients back. */
    private final double[][] reversed;

    /** The weights of one input, in the order of {@link #reversed}. */
    private final double[] weightsBack;

    private final boolean learns;
    private final boolean alone;
    private final int[] first;
    private final WeightGradients weights;
    private final double[] health;

    /**
     * @param x the inputs' slots, all of which learn, or none
     * @param sums the sums' slots, one a neuron
     * @param first the first parameter of each neuron, a weight; its others and then its bias follow
     * @param alone whether nothing else uses the inputs, so that their gradients need not be added to
     */
    Dense(Tape tape, int[] x, int[] sums, int[] first, boolean alone) {
        this.x = Tape.rows(tape.data, x);
        this.sums = Tape.rows(tape.data, sums);
        gradients = Tape.rows(tape.gradients, x);
        upstream = Tape.rows(tape.gradients, sums);
        reversed = new double[sums.length][];
        for (int j = 0; j < sums.length; j++) {
            reversed[j] = upstream[sums.length - 1 - j];
        }
        weightsBack = new double[sums.length];
        this.alone = alone;
        learns = tape.learns(x[0]);
        this.first = first;
        weights = WeightGradients.of(this.x, upstream, first, tape.lanes());
        health = tape.health;
    }

    @Override
    public void forward(double[] parameters, int n) {
        for (int j = 0; j < sums.length; j++) {
            if (n < Lanes.LONG) {
                fewLanes(parameters, first[j], sums[j], n);
            } else {
                Lanes.weightedSum(sums[j], parameters[first[j] + x.length], parameters, first[j], x, n);
                Lanes.watch(sums[j], health, n);
            }
        }
    }

    @Override
    public void backward(double[] parameters, double[] gradientSums, int n) {
        weights.addTo(gradientSums, n);
        if (!learns) {
            return;
        }
        for (int i = 0; i < gradients.length; i++) {
            if (n < Lanes.LONG) {
                fewLanesBack(parameters, i, gradients[i], n);
            } else {
                manyLanesBack(parameters, i, gradients[i], n);
            }
        }
    }

    private void manyLanesBack(double[] parameters, int i, double[] gradient, int n) {
        int last = reversed.length - 1;
        for (int j = 0; j <= last; j++) {
            weightsBack[j] = parameters[first[last - j] + i];
        }
        if (alone) {
            Lanes.weightedSum(gradient, 0, weightsBack, 0, reversed, n);
        } else {
            Lanes.addProducts(gradient, weightsBack, 0, reversed, 0, n);
        }
    }

    private void fewLanes(double[] parameters, int at, double[] sum, int n) {
        double bias = parameters[at + x.length];
        int lane = 0;
        for (; lane + 4 <= n; lane += 4) {
            double a = bias;
            double b = bias;
            double c = bias;
            double d = bias;
            for (int i = 0; i < x.length; i++) {
                double w = parameters[at + i];
                double[] row = x[i];
                a += w * row[lane];
                b += w * row[lane + 1];
                c += w * row[lane + 2];
                d += w * row[lane + 3];
            }
            sum[lane] = a;
            sum[lane + 1] = b;
            sum[lane + 2] = c;
            sum[lane + 3] = d;
            health[lane] += a * 0 + b * 0 + c * 0 + d * 0;
        }
        for (; lane < n; lane++) {
            double a = bias;
            for (int i = 0; i < x.length; i++) {
                a += parameters[at + i] * x[i][lane];
            }
            sum[lane] = a;
            health[lane] += a * 0;
        }
    }

    private void fewLanesBack(double[] parameters, int i, double[] gradient, int n) {
        int lane = 0;
        for (; lane + 4 <= n; lane += 4) {
            double a = alone ? 0 : gradient[lane];
            double b = alone ? 0 : gradient[lane + 1];
            double c = alone ? 0 : gradient[lane + 2];
            double d = alone ? 0 : gradient[lane + 3];
            for (int j = upstream.length - 1; j >= 0; j--) {
                double w = parameters[first[j] + i];
                double[] row = upstream[j];
                a += w * row[lane];
                b += w * row[lane + 1];
                c += w * row[lane + 2];
                d += w * row[lane + 3];
            }
            gradient[lane] = a;
            gradient[lane + 1] = b;
            gradient[lane + 2] = c;
            gradient[lane + 3] = d;
        }
        for (; lane < n; lane++) {
            double a = alone ? 0 : gradient[lane];
            for (int j = upstream.length - 1; j >= 0; j--) {
                a += parameters[first[j] + i] * upstream[j][lane];
            }
            gradient[lane] = a;
        }
    }
}
