package glassgrad.training;

/** The notebook's update: {@code p.data -= learning_rate * p.grad}. */
public record GradientDescent() implements Optimizer {
    @Override
    public int memory() {
        return 0;
    }

    @Override
    public void update(double[] parameters, double[] gradients, double[] memory, double rate, int k) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradients[i];
        }
    }
}
