package glassgrad.engine;

import java.util.Arrays;

/** Four weights at a time, so that four sums are under way while each waits for its last addition. */
final class WeightByWeight implements WeightGradients {
    /** The inputs, and a row of ones for the bias. */
    private final double[][] columns;

    /** Of every weight and bias: the gradient of its neuron's sum, its input, and its place among the parameters. */
    private final double[][] upstream;

    private final double[][] x;
    private final int[] parameters;

    WeightByWeight(double[][] inputs, double[][] upstreamOfNeuron, int[] first, int lanes) {
        columns = Arrays.copyOf(inputs, inputs.length + 1);
        columns[inputs.length] = new double[lanes];
        Arrays.fill(columns[inputs.length], 1);
        int count = columns.length * first.length;
        upstream = new double[count][];
        x = new double[count][];
        parameters = new int[count];
        for (int k = 0; k < count; k++) {
            int neuron = k / columns.length;
            int column = k % columns.length;
            upstream[k] = upstreamOfNeuron[neuron];
            x[k] = columns[column];
            parameters[k] = first[neuron] + column;
        }
    }

    @Override
    public void addTo(double[] sums, int n) {
        if (n < Lanes.LONG) {
            for (int j = 0; j < upstream.length; j += columns.length) {
                fewLanes(upstream[j], parameters[j], sums, n);
            }
            return;
        }
        int k = 0;
        for (; k + 4 <= parameters.length; k += 4) {
            four(sums, k, n);
        }
        for (; k < parameters.length; k++) {
            sums[parameters[k]] = Lanes.dot(sums[parameters[k]], upstream[k], x[k], n);
        }
    }

    /** One neuron's. */
    private void fewLanes(double[] u, int first, double[] sums, int n) {
        int lane = 0;
        for (; lane + 4 <= n; lane += 4) {
            double a = u[lane];
            double b = u[lane + 1];
            double c = u[lane + 2];
            double d = u[lane + 3];
            for (int i = 0; i < columns.length; i++) {
                double[] row = columns[i];
                double sum = sums[first + i];
                sums[first + i] = (((sum + a * row[lane]) + b * row[lane + 1]) + c * row[lane + 2]) + d * row[lane + 3];
            }
        }
        for (; lane < n; lane++) {
            for (int i = 0; i < columns.length; i++) {
                sums[first + i] += u[lane] * columns[i][lane];
            }
        }
    }

    private void four(double[] sums, int k, int n) {
        double[] u1 = upstream[k];
        double[] u2 = upstream[k + 1];
        double[] u3 = upstream[k + 2];
        double[] u4 = upstream[k + 3];
        double[] x1 = x[k];
        double[] x2 = x[k + 1];
        double[] x3 = x[k + 2];
        double[] x4 = x[k + 3];
        double a = sums[parameters[k]];
        double b = sums[parameters[k + 1]];
        double c = sums[parameters[k + 2]];
        double d = sums[parameters[k + 3]];
        for (int lane = 0; lane < n; lane++) {
            a += u1[lane] * x1[lane];
            b += u2[lane] * x2[lane];
            c += u3[lane] * x3[lane];
            d += u4[lane] * x4[lane];
        }
        sums[parameters[k]] = a;
        sums[parameters[k + 1]] = b;
        sums[parameters[k + 2]] = c;
        sums[parameters[k + 3]] = d;
    }
}
