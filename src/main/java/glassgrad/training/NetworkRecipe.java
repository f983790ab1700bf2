package glassgrad.training;

import java.util.List;

/**
 * The shape of a network and where its first parameters come from.
 *
 * @param layers the number of neurons of each layer, the output layer's last
 * @param activation of each hidden layer; one alone is that of all of them
 * @param bias "random" or "zero"
 * @param initialisation how the first weights are drawn, and random biases
 */
public record NetworkRecipe(
        List<Integer> layers,
        List<String> activation,
        String outputActivation,
        String bias,
        long seed,
        String initialisation) {

    public static final NetworkRecipe DEFAULT = new NetworkRecipe(
            Settings.defaultLayers(),
            List.of(Settings.ACTIVATION.text()),
            Settings.OUTPUT_ACTIVATION.text(),
            Settings.BIAS.text(),
            (long) Settings.SEED.number(),
            Settings.INITIALISATION.text());

    public NetworkRecipe {
        layers = List.copyOf(layers);
        String field = Settings.LAYERS.field();
        if (layers.isEmpty() || layers.size() > Limits.LAYERS) {
            throw new InvalidInput(field, "A network has at least 1 and at most %d layers.".formatted(Limits.LAYERS));
        }
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) < 1 || layers.get(i) > Limits.NEURONS_PER_LAYER) {
                throw new InvalidInput(
                        "%s[%d]".formatted(field, i),
                        "A layer has at least 1 and at most %d neurons.".formatted(Limits.NEURONS_PER_LAYER));
            }
        }
        activation = activations(layers.size() - 1, activation);
        Settings.OUTPUT_ACTIVATION.check(outputActivation);
        Settings.BIAS.check(bias);
        Settings.SEED.check((double) seed);
        Settings.INITIALISATION.check(initialisation);
    }

    /** A network whose hidden layers have all the same activation, and whose first weights are drawn as in the notebook. */
    public NetworkRecipe(List<Integer> layers, String activation, String outputActivation, String bias, long seed) {
        this(layers, List.of(activation), outputActivation, bias, seed, Settings.INITIALISATION.text());
    }

    /** Checked; those that are all the same are one. */
    private static List<String> activations(int hidden, List<String> activation) {
        String field = Settings.ACTIVATION.field();
        if (activation.size() != 1 && activation.size() != hidden) {
            throw new InvalidInput(
                    field,
                    "There must be one activation for all hidden layers, or one for each of them: this network has %d."
                            .formatted(hidden));
        }
        if (activation.isEmpty()) {
            return List.of(Settings.ACTIVATION.text());
        }
        for (int i = 0; i < activation.size(); i++) {
            Settings.ACTIVATION.check(activation.size() == 1 ? field : "%s[%d]".formatted(field, i), activation.get(i));
        }
        return activation.stream().distinct().count() == 1 ? List.of(activation.get(0)) : List.copyOf(activation);
    }

    /** The activation of a layer, which is counted from 1. */
    public String activationOf(int layer) {
        if (layer == layers.size()) {
            return outputActivation;
        }
        return activation.get(activation.size() == 1 ? 0 : layer - 1);
    }

    /** How many weights and biases a network of this shape has. */
    public long parameters(int inputs) {
        long count = 0;
        long width = inputs;
        for (int neurons : layers) {
            count += neurons * (width + 1);
            width = neurons;
        }
        return count;
    }
}
