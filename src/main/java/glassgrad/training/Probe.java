package glassgrad.training;

import glassgrad.engine.Program;
import glassgrad.engine.Tape;
import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a run, to be asked for more than its frame tells: the loss at other parameters, the gradient of one sample
 * alone, what the next update does. Numbers that a frame has too have the frame's bits.
 *
 * <p>Parameters are in {@code parameters()} order. Not for several threads at once.
 */
public final class Probe {
    private static final int LANES = 64;

    private final Model model;
    private final TrainingRecipe training;
    private final State state;
    private final State evaluated;
    private final Trainer trainer;
    private final Turns turns;
    private final Batch batch;
    private final List<String> names;
    private final double loss;

    /**
     * @param state of the step, before its backward pass
     * @param turns each piece of work waits for its own
     */
    Probe(Model model, TrainingRecipe training, State state, Turns turns) {
        this.model = model;
        this.training = training;
        this.state = state;
        this.turns = turns;
        trainer = new Trainer(model, training);
        batch = training.batches(model.dataset.size()).of(state.step);
        names = model.names.all();
        evaluated = state.copy();
        evaluate(evaluated);
        loss = trainer.loss();
    }

    private void evaluate(State of) {
        turns.during(model.work(), () -> trainer.evaluate(of));
    }

    public int step() {
        return state.step;
    }

    public List<String> names() {
        return names;
    }

    /**
     * The place of a parameter.
     *
     * @param field what asks for it, for the message
     * @throws InvalidInput if there is none of this name
     */
    public int index(String field, String parameter) {
        if (!model.names.contains(parameter)) {
            throw new InvalidInput(
                    field,
                    "This network's parameters are named %s to %s.".formatted(model.names.first(), model.names.last()));
        }
        return model.names.index(parameter);
    }

    /** The loss of the batch that the next update uses, regularization included. */
    public double loss() {
        return loss;
    }

    /** That loss at other parameters. */
    public double lossAt(double[] values) {
        return turns.during(model.work(), () -> trainer.lossAt(state.step, values));
    }

    public double[] values() {
        return state.parameters.clone();
    }

    /** The gradients that the next update uses, with what was carried over. */
    public double[] gradients() {
        return evaluated.gradients.clone();
    }

    /** What the gradients held when the backward pass began: zero, unless they are not set to zero. */
    public double[] carried() {
        return training.zeroGrad() ? new double[state.gradients.length] : state.gradients.clone();
    }

    /** The derivatives of the loss: the gradients without what was carried over. */
    public double[] derivatives() {
        if (training.zeroGrad()) {
            return gradients();
        }
        State afresh = state.copy();
        Arrays.fill(afresh.gradients, 0);
        evaluate(afresh);
        return afresh.gradients;
    }

    /** The samples of the batch, counted from 0 among all of them, in the order in which they are added up. */
    public List<Integer> batch() {
        return batch.samples();
    }

    /** The place of the batch's first sample in the order of its epoch, which is the sample itself unless that is shuffled. */
    public int batchFrom() {
        return batch.from;
    }

    /** The place after the batch's last. */
    public int batchTo() {
        return batch.to;
    }

    public boolean isShuffled() {
        return training.order().isShuffled();
    }

    /** By how much a sample's own loss is multiplied in the loss of the batch. */
    public double scale() {
        return model.loss.scale(batch.size());
    }

    /** What one sample of the batch adds to every gradient, its loss scaled as in the batch. */
    public double[] gradientsOfSample(int sample) {
        double[] gradients = new double[state.parameters.length];
        addSample(model.compiled.program.tape(1), sample, gradients);
        return gradients;
    }

    /** What every sample of the batch adds to the gradient of one parameter. */
    public double[] gradientOfSamples(int parameter) {
        Tape tape = model.compiled.program.tape(1);
        double[] shares = new double[batch.size()];
        double[] gradients = new double[state.parameters.length];
        for (int i = 0; i < shares.length; i++) {
            Arrays.fill(gradients, 0);
            addSample(tape, batch.order[batch.from + i], gradients);
            shares[i] = gradients[parameter];
        }
        return shares;
    }

    private void addSample(Tape tape, int sample, double[] gradients) {
        turns.during(model.work(), () -> {
            tape.setInputs(0, model.rows[sample]);
            tape.forward(state.parameters);
            tape.backward(state.parameters, scale(), gradients);
            return tape;
        });
    }

    /** What regularization adds to the gradients. */
    public double[] regularization() {
        double[] gradients = new double[state.parameters.length];
        training.regularization(model.names).addTo(gradients, state.parameters);
        return gradients;
    }

    public double rate() {
        return trainer.rate(state.step);
    }

    /** The name by which the recipe calls it. */
    public String optimizerName() {
        return training.optimizer();
    }

    public Optimizer optimizer() {
        return training.updater();
    }

    /** What the next update makes of the parameters. */
    public double[] nextValues() {
        return next().parameters;
    }

    /** What the optimizer remembers of the updates before. */
    public double[] memory() {
        return state.memory.clone();
    }

    /** What the optimizer remembers after the next update. */
    public double[] nextMemory() {
        return next().memory;
    }

    private State next() {
        State next = evaluated.copy();
        trainer.update(next);
        return next;
    }

    /** What every neuron gives for every sample, under its name: one number a sample. */
    public Map<String, double[]> outputs() {
        LossGraph graph =
                model.graphOfSample(state.parameters, model.dataset.samples().get(0));
        List<Value> leaves = new ArrayList<>(graph.inputs);
        leaves.addAll(graph.targets);
        Program program = Program.compile(graph.root(), leaves, graph.parameters());
        Map<String, double[]> outputs = new LinkedHashMap<>();
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (LossGraph.Node node : graph.nodes()) {
            Value value = node.value();
            if (value != graph.root() && !value.isLeaf() && value.label.equals(node.group())) {
                slots.put(node.group(), program.slot(value));
                outputs.put(node.group(), new double[model.dataset.size()]);
            }
        }
        Tape tape = program.tape(Math.min(LANES, model.dataset.size()));
        for (int from = 0; from < model.dataset.size(); from += tape.lanes()) {
            int count = Math.min(tape.lanes(), model.dataset.size() - from);
            tape.use(count);
            for (int lane = 0; lane < count; lane++) {
                tape.setInputs(lane, model.rows[from + lane]);
            }
            turns.during(model.work(), () -> {
                tape.forward(state.parameters);
                return tape;
            });
            for (Map.Entry<String, double[]> output : outputs.entrySet()) {
                int slot = slots.getOrDefault(output.getKey(), 0);
                for (int lane = 0; lane < count; lane++) {
                    output.getValue()[from + lane] = tape.data(slot, lane);
                }
            }
        }
        return outputs;
    }
}
