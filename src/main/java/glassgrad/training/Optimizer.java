package glassgrad.training;

/** How gradients become an update of the parameters. */
public interface Optimizer {
    /** How many numbers it remembers for each parameter. */
    int memory();

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
    static Optimizer named(String name) {
        return switch (name) {
            case "sgd" -> new GradientDescent();
            case "adamw" -> AdamW.DEFAULT;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
