package glassgrad.engine;

import java.util.Arrays;

/**
 * Tiles of four neurons by two weights, so that eight sums are under way while each waits for its last addition, and a number
 * that was read is used more than once.
 */
final class WeightByWeight implements WeightGradients {
    private static final int NEURONS = 4;
    private static final int COLUMNS = 2;

    /** The inputs, and a row of ones for the bias. */
    private final double[][] columns;

    private final double[][] upstream;
    private final int[] first;

    WeightByWeight(double[][] inputs, double[][] upstream, int[] first, int lanes) {
        columns = Arrays.copyOf(inputs, inputs.length + 1);
        columns[inputs.length] = new double[lanes];
        Arrays.fill(columns[inputs.length], 1);
        this.upstream = upstream;
        this.first = first;
    }

    @Override
    public void addTo(double[] sums, int n) {
        int neuron = 0;
        for (; neuron + NEURONS <= first.length; neuron += NEURONS) {
            int column = 0;
            for (; column + COLUMNS <= columns.length; column += COLUMNS) {
                tile(sums, neuron, column, n);
            }
            if (column < columns.length) {
                fourNeurons(sums, neuron, column, n);
            }
        }
        for (; neuron < first.length; neuron++) {
            oneNeuron(sums, neuron, n);
        }
    }

    private void tile(double[] sums, int neuron, int column, int n) {
        double[] u1 = upstream[neuron];
        double[] u2 = upstream[neuron + 1];
        double[] u3 = upstream[neuron + 2];
        double[] u4 = upstream[neuron + 3];
        double[] x1 = columns[column];
        double[] x2 = columns[column + 1];
        int at1 = first[neuron] + column;
        int at2 = first[neuron + 1] + column;
        int at3 = first[neuron + 2] + column;
        int at4 = first[neuron + 3] + column;
        double a1 = sums[at1];
        double a2 = sums[at1 + 1];
        double b1 = sums[at2];
        double b2 = sums[at2 + 1];
        double c1 = sums[at3];
        double c2 = sums[at3 + 1];
        double d1 = sums[at4];
        double d2 = sums[at4 + 1];
        for (int lane = 0; lane < n; lane++) {
            double x = x1[lane];
            double y = x2[lane];
            a1 += u1[lane] * x;
            a2 += u1[lane] * y;
            b1 += u2[lane] * x;
            b2 += u2[lane] * y;
            c1 += u3[lane] * x;
            c2 += u3[lane] * y;
            d1 += u4[lane] * x;
            d2 += u4[lane] * y;
        }
        sums[at1] = a1;
        sums[at1 + 1] = a2;
        sums[at2] = b1;
        sums[at2 + 1] = b2;
        sums[at3] = c1;
        sums[at3 + 1] = c2;
        sums[at4] = d1;
        sums[at4 + 1] = d2;
    }

    private void fourNeurons(double[] sums, int neuron, int column, int n) {
        double[] u1 = upstream[neuron];
        double[] u2 = upstream[neuron + 1];
        double[] u3 = upstream[neuron + 2];
        double[] u4 = upstream[neuron + 3];
        double[] x = columns[column];
        double a = sums[first[neuron] + column];
        double b = sums[first[neuron + 1] + column];
        double c = sums[first[neuron + 2] + column];
        double d = sums[first[neuron + 3] + column];
        for (int lane = 0; lane < n; lane++) {
            a += u1[lane] * x[lane];
            b += u2[lane] * x[lane];
            c += u3[lane] * x[lane];
            d += u4[lane] * x[lane];
        }
        sums[first[neuron] + column] = a;
        sums[first[neuron + 1] + column] = b;
        sums[first[neuron + 2] + column] = c;
        sums[first[neuron + 3] + column] = d;
    }

    private void oneNeuron(double[] sums, int neuron, int n) {
        double[] u = upstream[neuron];
        int at = first[neuron];
        int column = 0;
        for (; column + 4 <= columns.length; column += 4) {
            double[] x1 = columns[column];
            double[] x2 = columns[column + 1];
            double[] x3 = columns[column + 2];
            double[] x4 = columns[column + 3];
            double a = sums[at + column];
            double b = sums[at + column + 1];
            double c = sums[at + column + 2];
            double d = sums[at + column + 3];
            for (int lane = 0; lane < n; lane++) {
                a += u[lane] * x1[lane];
                b += u[lane] * x2[lane];
                c += u[lane] * x3[lane];
                d += u[lane] * x4[lane];
            }
            sums[at + column] = a;
            sums[at + column + 1] = b;
            sums[at + column + 2] = c;
            sums[at + column + 3] = d;
        }
        for (; column < columns.length; column++) {
            sums[at + column] = Lanes.dot(sums[at + column], u, columns[column], n);
        }
    }
}
