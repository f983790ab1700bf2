package glassgrad.training;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the first number of a step that is not finite, by computing the step once more as values. */
final class Divergence {
    private final int step;

    private Divergence(int step) {
        this.step = step;
    }

    /** For a state whose evaluation was not finite: first the parameters are searched, then forward, then backward. */
    static Stopped find(Model model, TrainingRecipe training, State state) {
        Divergence divergence = new Divergence(state.step);
        for (int i = 0; i < state.parameters.length; i++) {
            if (!Double.isFinite(state.parameters[i])) {
                String name = model.names.all().get(i);
                return divergence.at(
                        "update",
                        name,
                        "the update made %s %s".formatted(Spoken.place(name), word(state.parameters[i])));
            }
        }
        Batch batch = training.batches(model.dataset.size()).of(state.step);
        for (int i = batch.from; i < batch.to; i++) {
            Batch alone = new Batch(batch.order, i, i + 1);
            LossGraph graph = model.graphOfBatch(state.parameters, alone, Regularization.NONE);
            Stopped stopped = divergence.in(graph);
            if (stopped != null) {
                return stopped;
            }
        }
        return divergence.at("+", "loss", "a sum over the batch became too large for a number");
    }

    private @Nullable Stopped in(LossGraph graph) {
        List<LossGraph.Node> nodes = graph.nodes();
        for (LossGraph.Node node : nodes) {
            if (!Double.isFinite(node.value().data)) {
                return at(
                        symbol(node.value()),
                        node.id(),
                        "%s in %s gave %s".formatted(Spoken.doing(node.value()), place(node), word(node.value().data)));
            }
        }
        graph.root().backward();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            Value value = nodes.get(k).value();
            if (!Double.isFinite(value.gradient)) {
                return at(
                        symbol(value),
                        nodes.get(k).id(),
                        "%s %s became %s"
                                .formatted(
                                        value.isLeaf() ? "the gradient of" : "a gradient in",
                                        place(nodes.get(k)),
                                        word(value.gradient)));
            }
        }
        return null;
    }

    private Stopped at(String operation, String node, String what) {
        String message = "Training stopped at step %d: %s. Going back and lowering the learning rate helps."
                .formatted(step, what);
        return new Stopped(step, operation, node, message);
    }

    private static String symbol(Value value) {
        Op op = value.op();
        return op == null ? "" : op.symbol();
    }

    private static String place(LossGraph.Node node) {
        return Spoken.place(node.value().isLeaf() ? node.id() : node.group());
    }

    private static String word(double number) {
        return Double.isNaN(number) ? "NaN (no number at all)" : "an infinite number";
    }
}
