package glassgrad.explain;

import glassgrad.training.AdamW;
import glassgrad.training.Edit;
import glassgrad.training.Momentum;
import glassgrad.training.Optimizer;
import glassgrad.training.Probe;
import glassgrad.training.RmsProp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the next update does to every parameter.
 *
 * @param optimizer as a recipe calls it: "sgd", "momentum", "rmsprop", "adam" or "adamw"
 * @param rate the learning rate of this update
 * @param adam what Adam and AdamW multiply with; null for all others
 * @param momentum how much of a velocity is kept; null unless the optimizer is momentum
 * @param rmsProp what RMSProp multiplies with; null for all others
 * @param parameters all of them, or the one that was asked for
 */
public record Update(
        String optimizer,
        double rate,
        @Nullable Adam adam,
        @Nullable Double momentum,
        @Nullable RmsProp rmsProp,
        List<Row> parameters) {
    /**
     * The numbers of Adam and AdamW that all parameters share.
     *
     * @param weightDecay 0 for Adam
     * @param firstCorrection 1 - beta1 to the power of the number of updates, this one included
     * @param secondCorrection the same with beta2
     */
    public record Adam(
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            double firstCorrection,
            double secondCorrection) {}

    /**
     * One parameter.
     *
     * @param gradient what the update works with: with what was carried over, where gradients are not set to zero
     * @param derivative how fast the loss grows with it; null if that is the gradient
     * @param change next - value
     * @param next what the update makes of it
     * @param edited the value that an edit then gives it, at the next step; null if none does
     * @param moments the numbers behind Adam's and AdamW's step
     * @param velocity the number behind that of momentum
     * @param square the numbers behind RMSProp's; all three are null for gradient descent, where the step is rate times gradient
     */
    public record Row(
            String name,
            double value,
            double gradient,
            @Nullable Double derivative,
            double change,
            double next,
            @Nullable Double edited,
            @Nullable Moments moments,
            @Nullable Velocity velocity,
            @Nullable Square square) {}

    /**
     * How momentum comes from a gradient to a step: next = value - rate * v.
     *
     * @param before the velocity of the updates before
     * @param v momentum * before + gradient
     */
    public record Velocity(double before, double v) {}

    /**
     * How RMSProp comes from a gradient to a step: next = value - rate * step.
     *
     * @param before the mean squared gradient of the updates before
     * @param v the mean squared gradient, with this one
     * @param step gradient / (sqrt(v) + epsilon)
     */
    public record Square(double before, double v, double step) {}

    /**
     * How Adam and AdamW come from a gradient to a step: next = value - rate * (step + decay).
     *
     * @param mBefore the mean gradient of the updates before
     * @param vBefore the mean squared gradient of the updates before
     * @param m the mean gradient, with this one
     * @param v the mean squared gradient, with this one
     * @param mHat m / firstCorrection
     * @param vHat v / secondCorrection
     * @param step mHat / (sqrt(vHat) + epsilon)
     * @param decay weightDecay * value
     */
    public record Moments(
            double mBefore, double vBefore, double m, double v, double mHat, double vHat, double step, double decay) {}

    /**
     * The update of a step.
     *
     * @param edits those of the run
     * @param parameter the one whose row is wanted; null for all
     */
    public static Update of(Probe probe, List<Edit> edits, @Nullable String parameter) {
        int only = parameter == null ? -1 : probe.index("parameter", parameter);
        double[] values = probe.values();
        double[] gradients = probe.gradients();
        double[] derivatives = probe.derivatives();
        double[] next = probe.nextValues();
        double[] before = probe.memory();
        double[] memory = probe.nextMemory();
        Map<String, @Nullable Object> set = edits.stream()
                .filter(edit -> edit.step() == probe.step() + 1)
                .findFirst()
                .map(Edit::set)
                .orElse(Map.of());
        Optimizer optimizer = probe.optimizer();
        Adam adam = optimizer instanceof AdamW adamW ? adam(adamW, probe.step() + 1) : null;
        RmsProp rmsProp = optimizer instanceof RmsProp own ? own : null;
        Double momentum = optimizer instanceof Momentum own ? own.momentum() : null;
        List<Row> rows = new ArrayList<>();
        int n = values.length;
        for (int i = only < 0 ? 0 : only; i < (only < 0 ? n : only + 1); i++) {
            String name = probe.names().get(i);
            Double edited = set.get(name) instanceof Double number ? number : null;
            Moments moments =
                    adam == null ? null : moments(adam, values[i], before[i], before[n + i], memory[i], memory[n + i]);
            Double derivative =
                    Double.compare(derivatives[i], gradients[i]) == 0 ? null : Double.valueOf(derivatives[i]);
            Velocity velocity = momentum == null ? null : new Velocity(before[i], memory[i]);
            Square square = rmsProp == null ? null : square(rmsProp, gradients[i], before[i], memory[i]);
            double change = next[i] - values[i];
            rows.add(new Row(
                    name, values[i], gradients[i], derivative, change, next[i], edited, moments, velocity, square));
        }
        return new Update(probe.optimizerName(), probe.rate(), adam, momentum, rmsProp, rows);
    }

    private static Adam adam(AdamW adamW, int updates) {
        return new Adam(
                adamW.beta1(),
                adamW.beta2(),
                adamW.epsilon(),
                adamW.weightDecay(),
                1 - StrictMath.pow(adamW.beta1(), updates),
                1 - StrictMath.pow(adamW.beta2(), updates));
    }

    private static Square square(RmsProp rmsProp, double gradient, double before, double v) {
        return new Square(before, v, gradient / (Math.sqrt(v) + rmsProp.epsilon()));
    }

    private static Moments moments(Adam adam, double value, double mBefore, double vBefore, double m, double v) {
        double mHat = m / adam.firstCorrection;
        double vHat = v / adam.secondCorrection;
        double step = mHat / (Math.sqrt(vHat) + adam.epsilon);
        return new Moments(mBefore, vBefore, m, v, mHat, vHat, step, adam.weightDecay * value);
    }
}
