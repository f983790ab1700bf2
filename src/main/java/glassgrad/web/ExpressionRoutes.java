package glassgrad.web;

import glassgrad.explain.Explanation;
import glassgrad.explain.Nudge;
import glassgrad.explain.Overwriting;
import glassgrad.explain.Paths;
import glassgrad.explain.Sweep;
import glassgrad.explain.Wiring;
import glassgrad.expression.Example;
import glassgrad.expression.Expression;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import io.javalin.http.Context;
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

    /** @param by how far the value is moved for the test of its gradient */
    record ExplanationQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable String node,
            @Nullable Double by,
            @Nullable Boolean overwrite) {}

    /** @param most how many paths to list */
    record PathsQuestion(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable String node,
            @Nullable Integer most) {}

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
        Json.answer(request, Explanation.of(wiring, required("node", question.node), by));
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

    static Expression expression(@Nullable String source, @Nullable Map<String, Double> inputs) {
        if (source == null) {
            throw new InvalidInput("source", "The expression is missing.");
        }
        return Expression.of(source, inputs == null ? Map.of() : inputs);
    }

    static String required(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidInput(field, "This field is missing.");
        }
        return text;
    }
}
