package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

/**
 * How wrong a batch's predictions are, as one number: the sum or the mean of what every sample adds.
 */
public enum Loss {
    /** The sum of (output - target)². */
    SUM_SQUARED_ERROR(
            "sum-squared-error", false, (output, target) -> output.sub(target).pow(2)),

    /** The mean of (output - target)². */
    MEAN_SQUARED_ERROR(
            "mean-squared-error", true, (output, target) -> output.sub(target).pow(2)),

    /** The mean of (output - target)²/2, whose derivative by an output is its error. */
    HALF_MEAN_SQUARED_ERROR(
            "half-mean-squared-error",
            true,
            (output, target) -> output.sub(target).pow(2).div(2)),

    /** The mean of relu(1 - target * score): nothing once a score is beyond 1 on its target's side. */
    HINGE("hinge", true, (score, target) -> target.mul(score).rsub(1).relu()),

    /** The mean of softplus(-target * score), which is -log of the probability sigmoid(target * score); targets -1 and 1. */
    BINARY_CROSS_ENTROPY(
            "binary-cross-entropy",
            true,
            (score, target) -> target.mul(score).neg().softplus()),

    /** The same for targets 0 and 1: the mean of softplus((1 - 2 * target) * score). */
    BINARY_CROSS_ENTROPY_OF_BITS(
            "binary-cross-entropy",
            true,
            (score, target) -> target.mul(2).rsub(1).mul(score).softplus()),

    /**
     * The mean of -log of the probability that the softmax of the scores gives the sample's class. The largest score is taken
     * off all of them first, which changes no probability: then no exponential overflows.
     */
    SOFTMAX_CROSS_ENTROPY("softmax-cross-entropy", true, (score, target) -> target.mul(score)) {
        @Override
        public Value ofSample(List<Value> scores, List<Value> targets) {
            Value largest = scores.stream().reduce(Value::max).orElseThrow();
            List<Value> below = scores.stream().map(score -> score.sub(largest)).toList();
            Value total = Value.sum(below.stream().map(Value::exp).toList());
            return total.log().sub(Value.sum(terms(below, targets)));
        }
    };

    private final String id;
    private final boolean mean;
    private final BinaryOperator<Value> term;

    Loss(String id, boolean mean, BinaryOperator<Value> term) {
        this.id = id;
        this.mean = mean;
        this.term = term;
    }

    /** The loss that a recipe names, in the form that fits the targets. */
    static Loss of(String id, Dataset data) {
        if (id.equals(BINARY_CROSS_ENTROPY.id) && !data.isSigned()) {
            return BINARY_CROSS_ENTROPY_OF_BITS;
        }
        for (Loss loss : values()) {
            if (loss.id.equals(id)) {
                return loss;
            }
        }
        throw new IllegalArgumentException(id);
    }

    /** Whether outputs are scores, of which the loss itself makes probabilities. */
    boolean takesScores() {
        return id.endsWith("cross-entropy");
    }

    /** A name of its own for every formula: the recipe's, and "binary-cross-entropy-of-bits". */
    String formula() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What one sample adds, before a mean divides it by the number of samples. */
    public Value ofSample(List<Value> outputs, List<Value> targets) {
        List<Value> terms = terms(outputs, targets);
        Value sum = Value.sum(terms);
        return mean && terms.size() > 1 ? sum.div(terms.size()) : sum;
    }

    /** One an output. */
    List<Value> terms(List<Value> outputs, List<Value> targets) {
        List<Value> terms = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            terms.add(term.apply(outputs.get(i), targets.get(i)));
        }
        return terms;
    }

    /** By how much the sum over a batch is multiplied. */
    public double scale(int samples) {
        return mean ? 1.0 / samples : 1;
    }
}
