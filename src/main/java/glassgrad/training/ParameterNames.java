package glassgrad.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The names of a network's parameters in {@code parameters()} order: per neuron its weights, then its bias. */
final class ParameterNames {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    ParameterNames(int inputs, List<Integer> layers) {
        int width = inputs;
        for (int i = 1; i <= layers.size(); i++) {
            int neurons = layers.get(i - 1);
            for (int j = 1; j <= neurons; j++) {
                String neuron = "layer" + i + ".neuron" + j;
                for (int k = 1; k <= width; k++) {
                    add(neuron + ".w" + k);
                }
                add(neuron + ".b");
            }
            width = neurons;
        }
    }

    private void add(String name) {
        indices.put(name, names.size());
        names.add(name);
    }

    boolean contains(String name) {
        return indices.containsKey(name);
    }

    int index(String name) {
        Integer index = indices.get(name);
        if (index == null) {
            throw new IllegalArgumentException("No parameter is named " + name + ".");
        }
        return index;
    }

    /** The places of all of them. */
    int[] places() {
        return IntStream.range(0, names.size()).toArray();
    }

    int[] placesOfWeights() {
        return IntStream.range(0, names.size())
                .filter(i -> !names.get(i).endsWith(".b"))
                .toArray();
    }

    String first() {
        return names.get(0);
    }

    String last() {
        return names.get(names.size() - 1);
    }

    List<String> all() {
        return List.copyOf(names);
    }
}
