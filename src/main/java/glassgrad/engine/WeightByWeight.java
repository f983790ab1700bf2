package glassgrad.engine;

import java.util.Arrays;

/** Four weights at a time, so that four sums are under way while each waits for its last addition. */
final class WeightByWeight implements WeightGradients {
    private final double[][] upstream;
    private final double[][] x;
    private final int[] parameters;

    WeightByWeight(double[][] inputs, double[][] upstreamOfNeuron, int[] first, int lanes) {
        int columns = inputs.length + 1;
        int count = columns * first.length;
        upstream = new double[count][];
        x = new double[count][];
        parameters = new int[count];
        double[] ones = new double[lanes];
        Arrays.fill(ones, 1);
        for (int k = 0; k < count; k++) {
            int neuron = k / columns;
            int column = k % columns;
            upstream[k] = upstreamOfNeuron[neuron];
            x[k] = column == inputs.length ? ones : inputs[column];
            parameters[k] = first[neuron] + column;
        }
    }

    @Override
    public void addTo(double[] sums, int n) {
        int k = 0;
        for (; k + 4 <= parameters.length; k += 4) {
            four(sums, k, n);
        }
        for (; k < parameters.length; k++) {
            sums[parameters[k]] = Lanes.dot(sums[parameters[k]], upstream[k], x[k], n);
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
