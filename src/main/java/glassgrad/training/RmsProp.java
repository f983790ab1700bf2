package glassgrad.training;

import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, 2012): each parameter's step is its gradient over the root of its mean squared gradient.
 *
 * @param beta2 how much of the mean squared gradient is kept at each update
 * @param epsilon keeps the quotient finite
 */
public record RmsProp(double beta2, double epsilon) implements Optimizer {
    @Override
    public List<Remembered> remembers() {
        return List.of(Remembered.SQUARE);
    }

    @Override
    public void update(double[] parameters, double[] gradients, double[] memory, double rate, int k) {
        for (int i = 0; i < parameters.length; i++) {
            memory[i] = beta2 * memory[i] + (1 - beta2) * gradients[i] * gradients[i];
            parameters[i] -= rate * (gradients[i] / (Math.sqrt(memory[i]) + epsilon));
        }
    }
}
