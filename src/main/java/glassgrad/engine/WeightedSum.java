package glassgrad.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum {@code b + w1*x1 + w2*x2 + ...} found in a program, whose parameters and partial sums nothing else uses.
 *
 * <p>It grows term by term as the program's operations are read in their order.
 */
final class WeightedSum {
    /** The slot of the bias. */
    final int bias;

    final List<Integer> weights = new ArrayList<>();
    final List<Integer> x = new ArrayList<>();

    /** Every operation in it; the last is the whole sum. */
    final List<Integer> operations = new ArrayList<>();

    WeightedSum(int bias) {
        this.bias = bias;
    }

    void add(int weight, int input, int product, int sum) {
        weights.add(weight);
        x.add(input);
        operations.add(product);
        operations.add(sum);
    }

    /** The operation that gives the whole sum. */
    int last() {
        return operations.get(operations.size() - 1);
    }

    /** Whether the parameters stand one after the other, the bias last, as a neuron has them. */
    boolean isNeuron() {
        int first = weights.get(0);
        for (int i = 1; i < weights.size(); i++) {
            if (weights.get(i) != first + i) {
                return false;
            }
        }
        return bias == first + weights.size();
    }
}
