package glassgrad.training;

import java.util.List;

/**
 * The shape of a network and where its first parameters come from.
 *
 * @param layers the number of neurons of each layer, the output layer's last
 * @param bias "random" or "zero"
 */
public record NetworkRecipe(List<Integer> layers, String activation, String outputActivation, String bias, long seed) {

    public static final NetworkRecipe DEFAULT = new NetworkRecipe(
            Settings.defaultLayers(),
            Settings.ACTIVATION.text(),
            Settings.OUTPUT_ACTIVATION.text(),
            Settings.BIAS.text(),
            (long) Settings.SEED.number());

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
        Settings.ACTIVATION.check(activation);
        Settings.OUTPUT_ACTIVATION.check(outputActivation);
        Settings.BIAS.check(bias);
        Settings.SEED.check((double) seed);
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
