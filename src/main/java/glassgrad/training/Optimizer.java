package glassgrad.training;

import java.util.List;

/** How gradients become an update of the parameters. */
public interface Optimizer {
    /**
     * A number that is remembered for each parameter.
     *
     * @param title what a page calls it
     */
    record Remembered(String name, String title) {
        static final Remembered SQUARE = new Remembered("square", "mean squared gradient");
    }

    /** What it remembers; a memory holds the first of them for all parameters, then the next. */
    List<Remembered> remembers();

    /** How many numbers it remembers for each parameter. */
    default int memory() {
        return remembers().size();
    }

    /**
     * Moves the parameters against their gradients.
     *
     * @param parameters changed in place
     * @param gradients one a parameter
     * @param memory {@link #memory} numbers a parameter, all zero before the first update, changed in place
     * @param rate the learning rate
     * @param k how many updates there were before this one
     */
    void update(double[] parameters, double[] gradients, double[] memory, double rate, int k);

    /** The optimizer that a recipe names. */
    static Optimizer named(String name, Coefficients c) {
        return switch (name) {
            case "sgd" -> new GradientDescent();
            case "momentum" -> new Momentum(c.momentum());
            case "rmsprop" -> new RmsProp(c.beta2(), c.epsilon());
            case "adam" -> new AdamW(c.beta1(), c.beta2(), c.epsilon(), 0);
            case "adamw" -> new AdamW(c.beta1(), c.beta2(), c.epsilon(), c.weightDecay());
            default -> throw new IllegalArgumentException(name);
        };
    }
}
