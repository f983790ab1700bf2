package glassgrad.training;

import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * How wrong a batch's predictions are, as one number: the sum or the mean of what every output of every sample adds.
 */
public enum Loss {
    /** The sum of (output - target)². */
    SUM_SQUARED_ERROR(
            "sum-squared-error", false, (output, target) -> output.sub(target).pow(2)),

    /** The mean of (output - target)². */
    MEAN_SQUARED_ERROR(
            "mean-squared-error", true, (output, target) -> output.sub(target).pow(2)),

    /** The mean of relu(1 - target * score): nothing once a score is beyond 1 on its target's side. */
    HINGE("hinge", true, (score, target) -> target.mul(score).rsub(1).relu());

    private final String id;
    private final boolean mean;
    private final BinaryOperator<Value> term;

    Loss(String id, boolean mean, BinaryOperator<Value> term) {
        this.id = id;
        this.mean = mean;
        this.term = term;
    }

    static Loss named(String id) {
        for (Loss loss : values()) {
            if (loss.id.equals(id)) {
                return loss;
            }
        }
        throw new IllegalArgumentException(id);
    }

    /** What one sample adds, before a mean divides it by the number of samples. */
    public Value ofSample(List<Value> outputs, List<Value> targets) {
        List<Value> terms = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            terms.add(term.apply(outputs.get(i), targets.get(i)));
        }
        Value sum = Value.sum(terms);
        return mean && terms.size() > 1 ? sum.div(terms.size()) : sum;
    }

    /** By how much the sum over a batch is multiplied. */
    public double scale(int samples) {
        return mean ? 1.0 / samples : 1;
    }
}
