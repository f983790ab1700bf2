package glassgrad.training;

import glassgrad.engine.Tape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Takes a state from step to step, with one set of training settings. Not for several threads at once. */
final class Trainer implements AutoCloseable {
    /** Samples side by side on the tape. */
    private static final int MOST_LANES = 128;

    private static final int FEWEST_LANES = 32;

    /** Numbers on a tape, so that it fits into a processor's cache. The order of all sums is the samples', whatever this is. */
    private static final int TAPE = 16_000;

    private final Model model;
    private final TrainingRecipe training;
    private final Regularization regularization;
    private final Optimizer optimizer;
    private final Tape tape;
    private final Batches batches;

    private int[] orderLoaded;
    private int firstLoaded;
    private int lastLoaded;
    private double loss;
    private boolean finite;

    Trainer(Model model, TrainingRecipe training) {
        this.model = model;
        this.training = training;
        regularization = training.regularization(model.names);
        optimizer = training.updater();
        batches = training.batches(model.dataset.size());
        orderLoaded = batches.all().order;
        int lanes = Math.max(FEWEST_LANES, Math.min(MOST_LANES, TAPE / model.compiled.program.rows()));
        tape = model.tapes.borrow(model.compiled.program, Math.min(lanes, model.rows.length));
    }

    /** Gives its memory back; it computes no more. */
    @Override
    public void close() {
        model.tapes.giveBack(tape);
    }

    /** One step of training, for a state that {@link #evaluate} has found finite. */
    void update(State state) {
        double rate = rate(state.step);
        optimizer.update(state.parameters, state.gradients, state.memory, rate, state.step);
        state.step++;
    }

    /** The learning rate of update k. */
    double rate(int k) {
        return training.schedule().rate(training.learningRate(), k);
    }

    /**
     * Forward and backward over the batch of the next update: afterwards the state holds the gradients that this update uses.
     *
     * @return whether every number met was finite
     */
    boolean evaluate(State state) {
        if (training.zeroGrad()) {
            Arrays.fill(state.gradients, 0);
        }
        Batch batch = batches.of(state.step);
        double scale = model.loss.scale(batch.size());
        finite = true;
        double sum = 0;
        for (int from = batch.from; from < batch.to; from += tape.lanes()) {
            sum = forward(batch, from, state.parameters, sum);
            tape.backward(state.parameters, scale, state.gradients);
        }
        loss = sum * scale + regularization.addTo(state.gradients, state.parameters);
        return finite && Double.isFinite(loss) && areFinite(state.gradients, state.parameters);
    }

    /** One branch for all: a product with 0 is 0 for every finite number, NaN for every other. */
    private static boolean areFinite(double[] gradients, double[] parameters) {
        double even = 0;
        double odd = 0;
        int n = gradients.length;
        for (int i = 0; i + 1 < n; i += 2) {
            even += gradients[i] * 0 + parameters[i] * 0;
            odd += gradients[i + 1] * 0 + parameters[i + 1] * 0;
        }
        return even + odd + gradients[n - 1] * 0 + parameters[n - 1] * 0 == 0;
    }

    /** The loss of the batch of update k at other parameters, regularization included. */
    double lossAt(int k, double[] parameters) {
        Batch batch = batches.of(k);
        double sum = 0;
        for (int from = batch.from; from < batch.to; from += tape.lanes()) {
            sum = forward(batch, from, parameters, sum);
        }
        return sum * model.loss.scale(batch.size()) + regularization.addTo(new double[parameters.length], parameters);
    }

    /** The loss that the last {@link #evaluate} found, regularization included. */
    double loss() {
        return loss;
    }

    /**
     * The loss of all the samples to learn from, without regularization.
     *
     * @param outputs one row a sample, filled with the network's outputs
     */
    double predict(double[] parameters, double[][] outputs) {
        return predict(batches.all(), parameters, outputs);
    }

    /** The same of the samples to test with. */
    double predictTest(double[] parameters, double[][] outputs) {
        int[] order = IntStream.range(0, model.rows.length).toArray();
        return predict(new Batch(order, model.dataset.size(), order.length), parameters, outputs);
    }

    private double predict(Batch batch, double[] parameters, double[][] outputs) {
        double sum = 0;
        for (int from = batch.from; from < batch.to; from += tape.lanes()) {
            sum = forward(batch, from, parameters, sum);
            for (int i = from; i < lastLoaded; i++) {
                for (int k = 0; k < model.compiled.outputs.length; k++) {
                    outputs[i - batch.from][k] = tape.data(model.compiled.outputs[k], i - from);
                }
            }
        }
        return sum * model.loss.scale(batch.size());
    }

    /** Puts samples on the tape, where they stay until others are put there. */
    private void load(int[] order, int from, int to) {
        tape.use(to - from);
        for (int i = from; i < to; i++) {
            tape.setInputs(i - from, model.rows[order[i]]);
        }
        orderLoaded = order;
        firstLoaded = from;
        lastLoaded = to;
    }

    /** Computes as many samples of a batch as fit on the tape and adds their losses, one after the other, to a sum. */
    private double forward(Batch batch, int from, double[] parameters, double before) {
        int to = Math.min(batch.to, from + tape.lanes());
        if (batch.order != orderLoaded || from != firstLoaded || to != lastLoaded) {
            load(batch.order, from, to);
        }
        tape.forward(parameters);
        finite &= tape.isFinite();
        double sum = before;
        for (int lane = 0; lane < to - from; lane++) {
            sum += tape.root(lane);
        }
        return sum;
    }
}
