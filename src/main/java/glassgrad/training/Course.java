package glassgrad.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the network of a run was on its way: measured at every step to begin with, then at every second, every fourth, and so
 * on, so that a long run costs hardly more than a short one.
 */
final class Course {
    /** More than the pixels of a curve are of no use. */
    private static final int MOST = 256;

    private final TreeMap<Integer, Measure> measures = new TreeMap<>();
    private int distance = 1;

    /** Measures the network of a state if its step is due. */
    void visit(State state, Model model, Trainer trainer) {
        if (state.step % distance != 0) {
            return;
        }
        measures.put(state.step, Measure.of(model, trainer, state.parameters, new Measure.Outputs(model)));
        if (measures.size() > MOST) {
            distance *= 2;
            thin(measures, distance);
        }
    }

    /** The measures of the steps from {@code from} up to, not including, {@code to}. */
    Map<Integer, Measure> between(int from, int to) {
        return from < to ? measures.subMap(from, to) : Map.of();
    }

    /** Roughly. */
    long bytes() {
        return 150L * measures.size();
    }

    /** At most so many of them, at even distances. */
    static List<Map.Entry<Integer, Measure>> thinned(Map<Integer, Measure> measures) {
        for (int distance = 2; measures.size() > 2 * MOST; distance *= 2) {
            thin(measures, distance);
        }
        return new ArrayList<>(measures.entrySet());
    }

    private static void thin(Map<Integer, Measure> measures, int distance) {
        measures.keySet().removeIf(step -> step % distance != 0);
    }
}
