package glassgrad.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in the graph of one sample, what can be computed together: the weighted sums of neurons that share their inputs (a
 * layer), and then their activations.
 *
 * <p>The graph knows nothing of layers: a layer is recognised by its operations alone. What is computed stays the same to the
 * bit where each value is used by one layer and nothing else, and all gradients are finite.
 */
final class Fusion {
    private final Program program;
    private final int[] uses;

    /** An operation that uses a slot: the only one where there is one use. */
    private final int[] consumer;

    /** The sums found, by the operation that ends them; each takes the place of the partial sum that it goes on from. */
    private final Map<Integer, WeightedSum> sums = new LinkedHashMap<>();

    private Fusion(Program program) {
        this.program = program;
        uses = new int[program.slots()];
        consumer = new int[program.slots()];
        for (int k = 0; k < program.ops.size(); k++) {
            use(program.first[k], k);
            if (program.ops.get(k).arity() == 2) {
                use(program.second[k], k);
            }
        }
    }

    static Plan of(Program program) {
        Fusion fusion = new Fusion(program);
        fusion.findSums();
        return fusion.plan();
    }

    private void use(int slot, int operation) {
        uses[slot]++;
        consumer[slot] = operation;
    }

    private void findSums() {
        for (int k = 0; k < program.ops.size(); k++) {
            if (program.ops.get(k) == Op.ADD) {
                grow(k);
            }
        }
        sums.values().removeIf(sum -> !sum.isNeuron() || !areAlike(sum.x));
    }

    /** Whether the inputs are different ones, which all learn, or none does. */
    private boolean areAlike(List<Integer> x) {
        return x.stream().distinct().count() == x.size()
                && x.stream().map(program::learns).distinct().count() == 1;
    }

    /** If operation k adds the product of a weight and something to a bias or to a weighted sum, it makes the sum longer. */
    private void grow(int k) {
        int product = program.second[k] - program.leaves;
        if (product < 0 || program.ops.get(product) != Op.MUL || !isWeight(program.first[product])) {
            return;
        }
        WeightedSum sum = uses[program.second[k]] == 1 ? begun(program.first[k]) : null;
        if (sum != null) {
            sum.add(program.first[product], program.second[product], product, k);
            sums.put(k, sum);
        }
    }

    /** A sum that a slot begins: that of a bias alone, or one found already, which is taken out. */
    private @Nullable WeightedSum begun(int slot) {
        if (uses[slot] != 1) {
            return null;
        }
        return program.isParameter(slot) ? new WeightedSum(slot) : sums.remove(slot - program.leaves);
    }

    private boolean isWeight(int slot) {
        return program.isParameter(slot) && uses[slot] == 1;
    }

    private Plan plan() {
        Map<List<Integer>, List<WeightedSum>> layers = new LinkedHashMap<>();
        Set<Integer> fused = new HashSet<>();
        for (WeightedSum sum : sums.values()) {
            layers.computeIfAbsent(sum.x, x -> new ArrayList<>()).add(sum);
            fused.addAll(sum.operations);
        }
        Map<Integer, List<WeightedSum>> layerAt = new HashMap<>();
        layers.values().forEach(layer -> layerAt.put(layer.get(0).last(), layer));

        Plan plan = new Plan(program);
        for (int k = 0; k < program.ops.size(); k++) {
            // All inputs of a layer are there when its first sum ends.
            List<WeightedSum> layer = layerAt.get(k);
            if (layer != null) {
                int[] slots = slots(layer.stream().map(WeightedSum::last).toList());
                int[] first = layer.stream()
                        .mapToInt(sum -> sum.weights.get(0) - program.inputs)
                        .toArray();
                int[] x = ints(layer.get(0).x);
                boolean alone = IntStream.of(x).allMatch(slot -> uses[slot] == layer.size());
                plan.weightedSums(x, slots, first, alone);
                fused.addAll(activate(slots, plan));
            } else if (!fused.contains(k)) {
                plan.operation(k);
            }
        }
        return plan;
    }

    /** Plans the activations of a layer's sums, if they all have the same; the operations that were planned. */
    private List<Integer> activate(int[] sums, Plan plan) {
        List<Integer> activations = new ArrayList<>();
        for (int sum : sums) {
            if (uses[sum] != 1) {
                return List.of();
            }
            activations.add(consumer[sum]);
        }
        Op op = program.ops.get(activations.get(0));
        if (!Activations.KINDS.contains(op) || !activations.stream().allMatch(k -> program.ops.get(k) == op)) {
            return List.of();
        }
        plan.activations(op, sums, slots(activations));
        return activations;
    }

    private int[] slots(List<Integer> operations) {
        return operations.stream().mapToInt(k -> program.leaves + k).toArray();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
