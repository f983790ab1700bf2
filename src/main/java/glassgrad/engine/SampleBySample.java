package glassgrad.engine;

/** A sample's inputs side by side, so that one loop of vector instructions runs over all weights of a neuron. */
final class SampleBySample implements WeightGradients {
    private final double[][] x;
    private final double[][] upstream;
    private final int[] first;
    private final double[][] samples;
    private final double[] sum;

    SampleBySample(double[][] x, double[][] upstream, int[] first, int lanes) {
        this.x = x;
        this.upstream = upstream;
        this.first = first;
        int columns = x.length + 1;
        samples = new double[lanes][columns];
        for (double[] sample : samples) {
            sample[x.length] = 1;
        }
        sum = new double[columns];
    }

    @Override
    public void addTo(double[] sums, int n) {
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            for (int lane = 0; lane < n; lane++) {
                samples[lane][i] = row[lane];
            }
        }
        for (int j = 0; j < first.length; j++) {
            System.arraycopy(sums, first[j], sum, 0, sum.length);
            add(upstream[j], n);
            System.arraycopy(sum, 0, sums, first[j], sum.length);
        }
    }

    private void add(double[] u, int n) {
        int lane = 0;
        for (; lane + 4 <= n; lane += 4) {
            Lanes.addProducts(
                    sum,
                    u[lane],
                    samples[lane],
                    u[lane + 1],
                    samples[lane + 1],
                    u[lane + 2],
                    samples[lane + 2],
                    u[lane + 3],
                    samples[lane + 3],
                    sum.length);
        }
        for (; lane < n; lane++) {
            Lanes.addProduct(sum, u[lane], samples[lane], sum.length);
        }
    }
}
