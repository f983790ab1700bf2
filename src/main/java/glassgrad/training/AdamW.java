package glassgrad.training;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101): each parameter's step is its mean gradient over
 * the root of its mean squared gradient, both forgetting slowly, and every parameter decays towards zero. Without decay it is
 * Adam (Kingma and Ba, arXiv:1412.6980).
 *
 * @param beta1 how much of the mean gradient is kept at each update
 * @param beta2 how much of the mean squared gradient is kept
 * @param epsilon keeps the quotient finite
 * @param weightDecay the share of a parameter, times the rate, that it loses at each update
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    @Override
    public List<Remembered> remembers() {
        return List.of(new Remembered("mean", "mean gradient"), Remembered.SQUARE);
    }

    @Override
    public void update(double[] parameters, double[] gradients, double[] memory, double rate, int k) {
        double firstCorrection = 1 - StrictMath.pow(beta1, k + 1);
        double secondCorrection = 1 - StrictMath.pow(beta2, k + 1);
        int n = parameters.length;
        for (int i = 0; i < n; i++) {
            double mean = beta1 * memory[i] + (1 - beta1) * gradients[i];
            double square = beta2 * memory[n + i] + (1 - beta2) * gradients[i] * gradients[i];
            memory[i] = mean;
            memory[n + i] = square;
            double step = mean / firstCorrection / (Math.sqrt(square / secondCorrection) + epsilon);
            parameters[i] -= rate * (step + weightDecay * parameters[i]);
        }
    }
}
