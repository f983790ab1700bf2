package glassgrad.web;

import glassgrad.explain.Explanation;
import glassgrad.explain.Nudge;
import glassgrad.explain.Overwriting;
import glassgrad.explain.Paths;
import glassgrad.explain.Sweep;
import glassgrad.explain.Wiring;
import glassgrad.expression.Ascent;
import glassgrad.expression.Budget;
import glassgrad.expression.Example;
import glassgrad.expression.Expression;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions: a line of arithmetic, computed forward and backward. */
final class ExpressionRoutes {
    private ExpressionRoutes() {}

    /** @param overwrite whether to differentiate with the lecture's bug, in which contributions replace one another */
    record Question(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable Boolean overwrite) {}

    /** @param correct the right gradients, where those of the graph are wrong; null where they are right */
    record Answer(
            double value,
            Map<String, Double> gradients,
            @Nullable Map<String, Double> correct,
            Graph graph) {}

    /**
     * @param by how far the value is moved for the test of its gradient
     * @param most how many terms of its gradient to list
     */
    record ExplanationQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable String node,
            @Nullable Double by,
            @Nullable Integer most,
            @Nullable Boolean overwrite) {}

    /** @param most how many paths to list */
    record PathsQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable String node,
            @Nullable Integer most) {}

    /**
     * @param missing the value of names that have none; null if such a name is a mistake
     * @param topology the name of the one that the asker has
     */
    record SheetQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable Boolean overwrite,
            @Nullable Double missing,
            @Nullable String topology) {}

    /**
     * @param leaves the names of those that are moved
     * @param overwrite whether to follow the gradients of the lecture's bug
     */
    record StepQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable Boolean overwrite,
            @Nullable List<String> leaves,
            @Nullable Double rate) {}

    static void examples(Context request) {
        Json.answer(request, Example.all());
    }

    static void evaluate(Context request) {
        Question question = Json.read(request, Question.class);
        Expression expression = expression(question.source, question.inputs);
        Map<String, Double> right = expression.gradients();
        boolean overwrite = Boolean.TRUE.equals(question.overwrite);
        if (overwrite) {
            Overwriting.backward(expression.root());
        }
        Graph graph = Graph.of(expression.root());
        if (GraphRoutes.wantsDot(request)) {
            GraphRoutes.answerDot(request, graph);
        } else {
            Map<String, Double> correct = overwrite ? right : null;
            Json.answer(request, new Answer(expression.value(), expression.gradients(), correct, graph));
        }
    }

    static void explanation(Context request) {
        ExplanationQuestion question = Json.read(request, ExplanationQuestion.class);
        Expression expression = expression(question.source, question.inputs);
        Wiring wiring = wiring(expression, question.overwrite);
        double by = question.by == null ? Nudge.DEFAULT : question.by;
        int most = question.most == null ? Explanation.TERMS : question.most;
        Json.answer(request, Explanation.of(wiring, required("node", question.node), by, most));
    }

    static void paths(Context request) {
        PathsQuestion question = Json.read(request, PathsQuestion.class);
        Expression expression = expression(question.source, question.inputs);
        int most = question.most == null ? Paths.DEFAULT : question.most;
        Json.answer(request, Paths.of(Wiring.of(expression.root()), required("node", question.node), most));
    }

    static void sweep(Context request) {
        Question question = Json.read(request, Question.class);
        Expression expression = expression(question.source, question.inputs);
        Json.answer(request, Sweep.of(wiring(expression, question.overwrite)));
    }

    private static Wiring wiring(Expression expression, @Nullable Boolean overwrite) {
        return Boolean.TRUE.equals(overwrite) ? Wiring.overwritten(expression.root()) : Wiring.of(expression.root());
    }

    static void sheet(Context request) {
        SheetQuestion question = Json.read(request, SheetQuestion.class);
        Expression expression =
                Expression.of(required("source", question.source), given(question.inputs), question.missing);
        Json.answer(
                request, ExpressionSheet.of(expression, Boolean.TRUE.equals(question.overwrite), question.topology));
    }

    static void step(Context request) {
        StepQuestion question = Json.read(request, StepQuestion.class);
        Expression expression = expression(question.source, question.inputs);
        if (Boolean.TRUE.equals(question.overwrite)) {
            Overwriting.backward(expression.root());
        }
        List<String> leaves = question.leaves == null ? List.of() : question.leaves;
        for (String leaf : leaves) {
            if (!Ascent.isLeaf(expression, leaf)) {
                throw new InvalidInput(
                        "leaves", "\"%s\" is no leaf of this expression.".formatted(Problems.shortened(leaf)));
            }
        }
        double rate = question.rate == null ? Ascent.DEFAULT_RATE : question.rate;
        checkRate("rate", rate);
        Json.answer(request, Ascent.of(expression, leaves, rate));
    }

    /** @throws InvalidInput if a step of this size is not taken */
    static void checkRate(String field, double rate) {
        if (!(Math.abs(rate) <= Ascent.MAX_RATE)) {
            throw new InvalidInput(
                    field,
                    String.format(Locale.ROOT, "A step's size is a number from -%1$,.0f to %1$,.0f.", Ascent.MAX_RATE));
        }
    }

    static Expression expression(@Nullable String source, @Nullable Map<String, Double> inputs) {
        return Expression.of(required("source", source), given(inputs));
    }

    private static Map<String, Double> given(@Nullable Map<String, Double> inputs) {
        if (inputs != null && inputs.size() > Budget.INPUTS) {
            throw new InvalidInput(
                    "inputs", String.format(Locale.ROOT, "There can be %,d inputs at most.", Budget.INPUTS));
        }
        return inputs == null ? Map.of() : inputs;
    }

    static String required(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidInput(field, "This field is missing.");
        }
        return text;
    }
}
