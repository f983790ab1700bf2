package glassgrad.training;

/**
 * The numbers of the optimizers; each optimizer takes those that it has, and the others mean nothing to it.
 *
 * @param momentum how much of its velocity a parameter keeps at each update
 * @param beta1 how much of the mean gradient is kept
 * @param beta2 how much of the mean squared gradient is kept
 * @param epsilon keeps a quotient finite where the mean squared gradient is 0
 * @param weightDecay the share of a parameter, times the rate, that it loses at each update
 */
public record Coefficients(double momentum, double beta1, double beta2, double epsilon, double weightDecay) {
    public static final Coefficients DEFAULT = new Coefficients(
            Settings.MOMENTUM.number(),
            Settings.BETA1.number(),
            Settings.BETA2.number(),
            Settings.EPSILON.number(),
            Settings.WEIGHT_DECAY.number());

    public Coefficients {
        Settings.MOMENTUM.check(momentum);
        Settings.BETA1.check(beta1);
        Settings.BETA2.check(beta2);
        Settings.EPSILON.check(epsilon);
        Settings.WEIGHT_DECAY.check(weightDecay);
    }

    Coefficients withMomentum(double other) {
        return new Coefficients(other, beta1, beta2, epsilon, weightDecay);
    }

    Coefficients withBeta1(double other) {
        return new Coefficients(momentum, other, beta2, epsilon, weightDecay);
    }

    Coefficients withBeta2(double other) {
        return new Coefficients(momentum, beta1, other, epsilon, weightDecay);
    }

    Coefficients withEpsilon(double other) {
        return new Coefficients(momentum, beta1, beta2, other, weightDecay);
    }

    Coefficients withWeightDecay(double other) {
        return new Coefficients(momentum, beta1, beta2, epsilon, other);
    }
}
