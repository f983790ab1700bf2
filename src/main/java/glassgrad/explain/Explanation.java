package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a number of a graph is what it is.
 *
 * @param node the id of the value that is explained
 * @param value how it was computed
 * @param gradient how its gradient came together
 * @param nudge the gradient put to the test
 */
public record Explanation(String node, String label, String group, Forward value, Backward gradient, Nudge nudge) {
    /** Terms in one answer, unless fewer are asked for; a bias of two thousand samples has as many. */
    public static final int TERMS = 1_000;

    /**
     * How a value was computed.
     *
     * @param op the operation with the number that belongs to it ("**2"); empty for a leaf
     * @param symbol the operation alone ("**")
     * @param constant the number that belongs to it; null if none
     * @param constantFirst whether that number is the first operand
     */
    public record Forward(
            double data,
            String op,
            String symbol,
            @Nullable Double constant,
            boolean constantFirst,
            List<Operand> operands) {}

    /**
     * What an operation was applied to.
     *
     * @param partial the operation's derivative by this operand
     */
    public record Operand(String id, String label, double data, double partial) {}

    /**
     * How a gradient came together.
     *
     * @param gradient the sum, to the bit
     * @param from what the gradient was before the first term
     * @param start why: "zero", since gradients were set to zero; "root", which changes by 1 as it changes by 1; or "carried"
     *     over from earlier steps
     * @param overwritten whether every term replaced what was there, which is wrong
     * @param terms one a use, in the order in which backward adds them
     * @param rest the terms that are too many to be listed; null if none are
     */
    public record Backward(
            double gradient,
            double from,
            String start,
            boolean overwritten,
            List<Term> terms,
            @Nullable Rest rest) {}

    /**
     * What one use of the value adds to its gradient.
     *
     * @param consumer the id of the value that hands the gradient on
     * @param operand which operand of the consumer the explained value is
     * @param upstream the consumer's gradient
     * @param product upstream times partial
     * @param sum the gradient so far
     */
    public record Term(
            String consumer,
            String label,
            String op,
            int operand,
            double upstream,
            double partial,
            double product,
            double sum) {}

    /**
     * The terms that are not listed.
     *
     * @param sum what they change
     */
    public record Rest(int count, double sum) {}

    /**
     * Explains a value.
     *
     * @param by how far it is moved for the test
     * @param most how many terms to list
     */
    public static Explanation of(Wiring wiring, String id, double by, int most) {
        if (most < 1 || most > TERMS) {
            throw new InvalidInput("most", "At least 1 and at most %,d terms can be listed.".formatted(TERMS));
        }
        Value value = wiring.named(id);
        Graph.Node node = wiring.node(value);
        return new Explanation(
                id,
                node.label(),
                node.group(),
                forward(wiring, value),
                backward(wiring, value, most),
                Nudge.of(wiring, value, by));
    }

    private static Forward forward(Wiring wiring, Value value) {
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < value.operands().size(); i++) {
            Value operand = value.operands().get(i);
            operands.add(new Operand(wiring.id(operand), operand.label, operand.data, value.partial(i)));
        }
        Op op = value.op();
        return new Forward(
                value.data,
                wiring.node(value).op(),
                op == null ? "" : op.symbol(),
                value.hasConstant() ? value.constant() : null,
                value.isConstantFirst(),
                operands);
    }

    private static Backward backward(Wiring wiring, Value value, int most) {
        double from = value == wiring.root() ? 1 : wiring.carried(value);
        String start = value == wiring.root() ? "root" : from == 0 ? "zero" : "carried";
        List<Term> terms = new ArrayList<>();
        double sum = from;
        double listed = from;
        int count = 0;
        for (Use use : wiring.uses(value)) {
            sum = wiring.collect(sum, use.contribution());
            if (++count <= most) {
                terms.add(term(wiring, use, sum));
                listed = sum;
            }
        }
        Rest rest = count <= most ? null : new Rest(count - most, sum - listed);
        return new Backward(sum, from, start, wiring.overwrites(), terms, rest);
    }

    private static Term term(Wiring wiring, Use use, double sum) {
        Graph.Node consumer = wiring.node(use.consumer());
        return new Term(
                consumer.id(),
                consumer.label(),
                consumer.op(),
                use.operand(),
                use.consumer().gradient,
                use.partial(),
                use.contribution(),
                sum);
    }
}
