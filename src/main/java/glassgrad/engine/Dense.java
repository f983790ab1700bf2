package glassgrad.engine;

import java.util.Arrays;

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
    private final boolean learns;
    private final int[] first;
    private final WeightGradients weights;
    private final double[] health;

    /**
     * @param x the inputs' slots, all of which learn, or none
     * @param sums the sums' slots, one a neuron
     * @param first the first parameter of each neuron, a weight; its others and then its bias follow
     */
    Dense(Tape tape, int[] x, int[] sums, int[] first) {
        this.x = Tape.rows(tape.data, x);
        this.sums = Tape.rows(tape.data, sums);
        gradients = Tape.rows(tape.gradients, x);
        upstream = Tape.rows(tape.gradients, sums);
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
                Arrays.fill(sums[j], 0, n, parameters[first[j] + x.length]);
                manyLanes(parameters, first[j], sums[j], n);
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

    private void manyLanes(double[] parameters, int at, double[] sum, int n) {
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            double w1 = parameters[at + i];
            double w2 = parameters[at + i + 1];
            double w3 = parameters[at + i + 2];
            double w4 = parameters[at + i + 3];
            Lanes.addProducts(sum, w1, x[i], w2, x[i + 1], w3, x[i + 2], w4, x[i + 3], n);
        }
        for (; i < x.length; i++) {
            Lanes.addProduct(sum, parameters[at + i], x[i], n);
        }
    }

    /** Neurons from the last to the first, the order in which the graph of values hands gradients back. */
    private void manyLanesBack(double[] parameters, int i, double[] gradient, int n) {
        int j = upstream.length - 1;
        for (; j >= 3; j -= 4) {
            double w1 = parameters[first[j] + i];
            double w2 = parameters[first[j - 1] + i];
            double w3 = parameters[first[j - 2] + i];
            double w4 = parameters[first[j - 3] + i];
            Lanes.addProducts(
                    gradient, w1, upstream[j], w2, upstream[j - 1], w3, upstream[j - 2], w4, upstream[j - 3], n);
        }
        for (; j >= 0; j--) {
            Lanes.addProduct(gradient, parameters[first[j] + i], upstream[j], n);
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
            double a = gradient[lane];
            double b = gradient[lane + 1];
            double c = gradient[lane + 2];
            double d = gradient[lane + 3];
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
            double a = gradient[lane];
            for (int j = upstream.length - 1; j >= 0; j--) {
                a += parameters[first[j] + i] * upstream[j][lane];
            }
            gradient[lane] = a;
        }
    }
}
