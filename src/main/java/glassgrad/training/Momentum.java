package glassgrad.training;

import java.util.List;

/**
 * The heavy ball (Polyak, 1964), as PyTorch writes it: a parameter has a velocity, which keeps a part of itself at each
 * update and receives the gradient.
 *
 * @param momentum the part that is kept
 */
public record Momentum(double momentum) implements Optimizer {
    @Override
    public List<Remembered> remembers() {
        return List.of(new Remembered("velocity", "velocity"));
    }

    @Override
    public void update(double[] parameters, double[] gradients, double[] memory, double rate, int k) {
        for (int i = 0; i < parameters.length; i++) {
            memory[i] = momentum * memory[i] + gradients[i];
            parameters[i] -= rate * memory[i];
        }
    }
}
