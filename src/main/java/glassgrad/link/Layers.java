package glassgrad.link;

import glassgrad.data.Dataset;
import glassgrad.training.NetworkRecipe;
import java.util.ArrayList;
import java.util.List;

/** The layers of a network whose last layer follows from its data, so that nobody has to write it. */
public final class Layers {
    /** The widths of the hidden layers where nothing is said. */
    public static final List<Integer> DEFAULT_HIDDEN = hidden(NetworkRecipe.DEFAULT);

    private Layers() {}

    /** These hidden layers, and one output for each target of a sample. */
    public static List<Integer> of(List<Integer> hidden, Dataset data) {
        List<Integer> layers = new ArrayList<>(hidden);
        layers.add(data.outputs());
        return layers;
    }

    static List<Integer> hidden(NetworkRecipe network) {
        return network.layers().subList(0, network.layers().size() - 1);
    }
}
