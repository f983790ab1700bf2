package glassgrad.training;

import java.util.List;

/** The notebook's update: {@code p.data -= learning_rate * p.grad}. */
public record GradientDescent() implements Optimizer {
    @Override
    public List<Remembered> remembers() {
        return List.of();
    }

    @Override
    public void update(double[] parameters, double[] gradients, double[] memory, double rate, int k) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradients[i];
        }
    }
}
