package glassgrad.web;

import glassgrad.expression.Expression;
import glassgrad.graph.Graph;
import glassgrad.training.InvalidInput;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions: a line of arithmetic, computed forward and backward. */
final class ExpressionRoutes {
    private ExpressionRoutes() {}

    record Question(@Nullable String source, @Nullable Map<String, Double> inputs) {}

    record Answer(double value, Map<String, Double> gradients, Graph graph) {}

    static void evaluate(Context request) {
        Question question = Json.read(request, Question.class);
        if (question.source == null) {
            throw new InvalidInput("source", "The expression is missing.");
        }
        Map<String, Double> inputs = question.inputs == null ? Map.of() : question.inputs;
        Expression expression = Expression.of(question.source, inputs);
        Json.answer(request, new Answer(expression.value(), expression.gradients(), Graph.of(expression.root())));
    }
}
