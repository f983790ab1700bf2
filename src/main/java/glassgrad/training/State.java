package glassgrad.training;

import java.util.Arrays;

/**
 * What a run carries from one step to the next.
 *
 * <p>The arrays are changed in place by a {@link Trainer}; whoever keeps a state keeps a {@link #copy}.
 */
final class State {
    int step;
    final double[] parameters;

    /** What the last backward pass left, as in the notebook, where gradients stay until they are set to zero. */
    final double[] gradients;

    /** What the optimizer remembers. */
    final double[] memory;

    State(int step, double[] parameters, double[] gradients, double[] memory) {
        this.step = step;
        this.parameters = parameters;
        this.gradients = gradients;
        this.memory = memory;
    }

    static State first(double[] parameters, int memory) {
        int n = parameters.length;
        return new State(0, parameters.clone(), new double[n], new double[n * memory]);
    }

    State copy() {
        return new State(step, parameters.clone(), gradients.clone(), memory.clone());
    }

    /** A copy for keeping, where the next step forgets the gradients anyway. */
    State withoutGradients() {
        return new State(step, parameters.clone(), new double[0], memory.clone());
    }

    /** A copy to go on from; gradients that were not kept are 0. */
    State withGradients() {
        return new State(step, parameters.clone(), Arrays.copyOf(gradients, parameters.length), memory.clone());
    }

    long bytes() {
        return 8L * (parameters.length + gradients.length + memory.length) + 64;
    }
}
