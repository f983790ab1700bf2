package glassgrad.training;

import glassgrad.data.Sample;
import glassgrad.engine.Program;
import glassgrad.engine.Value;
import glassgrad.nn.Mlp;
import java.util.ArrayList;
import java.util.List;

/** The loss of one sample, compiled: one for all networks of a shape, whatever their numbers. Never changed, so safe to share. */
final class CompiledLoss {
    /** Inputs and targets differ by sample. */
    final Program program;

    /** Where the network's outputs stand on a tape. */
    final int[] outputs;

    /** @param network any of the shape, and any sample that fits it */
    CompiledLoss(String topology, Mlp network, Loss loss, List<String> inputNames, Sample sample) {
        LossGraph graph = LossGraph.ofSample(topology, network, loss, inputNames, sample);
        List<Value> leaves = new ArrayList<>(graph.inputs);
        leaves.addAll(graph.targets);
        program = Program.compile(graph.root(), leaves, network.parameters());
        outputs = graph.outputs.stream().mapToInt(program::slot).toArray();
    }
}
