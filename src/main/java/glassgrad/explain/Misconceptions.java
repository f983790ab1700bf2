package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.explain.Exercise.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every wrong number that a known mistake gives, the likeliest mistakes first. */
final class Misconceptions {
    private final Wiring wiring;
    private final Value value;
    private final double expected;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Misconceptions(Wiring wiring, Value value, Quantity quantity) {
        this.wiring = wiring;
        this.value = value;
        expected = Exercise.expected(wiring, value, quantity);
    }

    static List<Mistake> of(Wiring wiring, Value value, Quantity quantity) {
        Misconceptions all = new Misconceptions(wiring, value, quantity);
        if (quantity == Quantity.GRADIENT) {
            all.ofGradient();
        } else {
            all.ofData();
        }
        return all.mistakes;
    }

    /** Of a sum, a term is more easily lost than the sign of the whole. */
    private void ofGradient() {
        List<Use> uses = wiring.uses(value);
        uses = uses.subList(0, Math.min(uses.size(), Explanation.TERMS));
        boolean once = uses.size() < 2;
        if (once) {
            sign();
        }
        overwrote(once);
        missed(uses);
        if (!once) {
            sign();
        }
        if (!uses.isEmpty()) {
            forgotUpstream(uses);
        }
        for (Use use : uses) {
            partials(use).forEach((took, factor) -> {
                double wrong = expected - use.contribution() + Op.chain(use.consumer().gradient, factor);
                mistakes.add(Mistake.in(wiring, use, "wrong-partial", took, factor, wrong));
            });
        }
        mistakes.add(Mistake.of("took-value", value.data));
    }

    /** Whoever sets gradients instead of adding up errs at what is used more than once, and then at all below it. */
    private void overwrote(boolean once) {
        Numbering numbers = new Numbering(wiring.order());
        double[] overwritten = Overwriting.gradients(wiring.order());
        double wrong = overwritten[numbers.of(value)];
        if (!once) {
            mistakes.add(Mistake.of("overwrote", wrong));
            return;
        }
        List<Use> uses = wiring.uses(value);
        while (uses.size() == 1) {
            Value above = uses.get(0).consumer();
            uses = wiring.uses(above);
            if (uses.size() > 1 && overwritten[numbers.of(above)] != above.gradient) {
                mistakes.add(Mistake.above(wiring.id(above), overwritten[numbers.of(above)], wrong));
            }
        }
    }

    /** One left out, one alone, or the last few left out; and what was there before. */
    private void missed(List<Use> uses) {
        double carried = wiring.carried(value);
        if (carried != 0) {
            mistakes.add(Mistake.missing(List.of("carried"), expected - carried));
        }
        if (uses.size() < 2) {
            return;
        }
        double first = carried;
        for (int i = 0; i < uses.size(); i++) {
            double contribution = uses.get(i).contribution();
            mistakes.add(Mistake.missing(ids(uses.subList(i, i + 1)), expected - contribution));
            List<Use> others = new ArrayList<>(uses);
            others.remove(i);
            mistakes.add(Mistake.missing(ids(others), contribution));
            mistakes.add(Mistake.missing(ids(uses.subList(i, uses.size())), first));
            first += contribution;
        }
    }

    private void forgotUpstream(List<Use> uses) {
        double sum = 0;
        for (Use use : uses) {
            sum += use.partial();
        }
        if (uses.size() == 1) {
            mistakes.add(Mistake.in(wiring, uses.get(0), "forgot-upstream", null, sum, sum));
            return;
        }
        mistakes.add(Mistake.of("forgot-upstream", sum));
        for (Use use : uses) {
            double wrong = expected - use.contribution() + use.partial();
            mistakes.add(Mistake.in(wiring, use, "forgot-upstream", null, use.partial(), wrong));
        }
    }

    /** What is taken for the derivative of an operation by those who do not know it. */
    private static Map<String, Double> partials(Use use) {
        Value consumer = use.consumer();
        double x = consumer.operands().get(use.operand()).data;
        double out = consumer.data;
        Map<String, Double> partials = new LinkedHashMap<>();
        partials.put("own-value", x);
        other(use).ifPresent(y -> partials.put("other-value", y));
        partials.put("result", out);
        partials.put("one", 1.0);
        partials.put("zero", 0.0);
        partials.put("opposite", -use.partial());
        if (consumer.op() == Op.TANH || consumer.op() == Op.SIGMOID) {
            partials.put("forgot-square", 1 - out);
            partials.put("input-for-output", consumer.op() == Op.TANH ? 1 - x * x : x * (1 - x));
        }
        if (consumer.op() == Op.POW && consumer.hasConstant() && !consumer.isConstantFirst()) {
            double n = consumer.constant();
            partials.put("forgot-factor", StrictMath.pow(x, n - 1));
            partials.put("forgot-minus-one", n * StrictMath.pow(x, n));
        }
        return partials;
    }

    /** The number beside the value in an operation of two. */
    private static Optional<Double> other(Use use) {
        Value consumer = use.consumer();
        if (consumer.hasConstant()) {
            return Optional.of(consumer.constant());
        }
        return consumer.operands().size() == 2
                ? Optional.of(consumer.operands().get(1 - use.operand()).data)
                : Optional.empty();
    }

    private void sign() {
        mistakes.add(Mistake.of("sign", -expected));
    }

    private void ofData() {
        sign();
        mistakes.add(Mistake.of("took-gradient", value.gradient));
        Op op = value.op();
        if (op == null) {
            return;
        }
        double first = value.operands().get(0).data;
        if (op.arity() == 1) {
            mistakes.add(Mistake.took("skipped-operation", op.symbol(), first));
            return;
        }
        double second = value.operands().size() == 2 ? value.operands().get(1).data : value.constant();
        double x = value.isConstantFirst() ? value.constant() : first;
        double y = value.isConstantFirst() ? first : second;
        for (Op other : Op.all()) {
            if (other.isInfix() && other != op) {
                mistakes.add(Mistake.took("wrong-operation", other.symbol(), other.forward(x, y)));
            }
        }
        if (op != Op.ADD && op != Op.MUL) {
            mistakes.add(Mistake.took("wrong-operation", "swapped", op.forward(y, x)));
        }
    }

    private List<String> ids(List<Use> uses) {
        return uses.stream().map(use -> wiring.id(use.consumer())).toList();
    }
}
