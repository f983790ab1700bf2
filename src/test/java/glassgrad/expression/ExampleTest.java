package glassgrad.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import glassgrad.engine.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The examples have the lecture's numbers. */
class ExampleTest {
    @ParameterizedTest
    @CsvSource({
        "parabola,   lecture_quadratic_3",
        "step,       lecture_L",
        "neuron,     lecture_neuron_tanh",
        "neuron-exp, lecture_neuron_broken_up",
        "softmax,    exercise_softmax_nll",
    })
    void an_example_has_the_value_and_the_gradients_that_sixty_digits_give(String name, String golden) {
        JsonNode expected = Golden.read("expressions.json")
                .get("cases")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(golden))
                .findFirst()
                .orElseThrow();
        Expression expression = evaluate(named(name));
        assertEquals(Golden.number(expected.get("value")), expression.value(), 1e-12 * Math.abs(expression.value()));
        Map<String, Double> gradients = expression.gradients();
        expected.get("grads")
                .propertyStream()
                .forEach(gradient -> assertEquals(
                        Golden.number(gradient.getValue()),
                        gradients.getOrDefault(gradient.getKey(), Double.NaN),
                        1e-12 * Math.max(1, Math.abs(Golden.number(gradient.getValue())))));
    }

    @ParameterizedTest
    @CsvSource({
        "parabola,   f,    20,                 x, 14",
        "step,       L,    -8,                 a, 6",
        "neuron,     o,    0.7071067811865476, x2, 0.5",
        "neuron-exp, e,    5.828427124746192,  w1, 1",
        "twice,      b,    6,                  a, 2",
        "accumulate, f,    -6,                 a, -3",
        "accumulate, d,    -6,                 b, -8",
        "softmax,    loss, 2.1755153626167147, l3, -0.8864503806400987",
    })
    void what_is_to_be_looked_at_is_there(String name, String value, double data, String leaf, double gradient) {
        Expression expression = evaluate(named(name));
        Value found = expression.named().get(value);
        assertEquals(data, found == null ? Double.NaN : found.data, 1e-12);
        assertEquals(gradient, expression.gradients().getOrDefault(leaf, Double.NaN), 1e-12);
    }

    @Test
    void a_step_of_a_hundredth_along_the_gradients_has_the_lectures_result() {
        Example example = named("step");
        Map<String, Double> gradients = evaluate(example).gradients();
        Map<String, Double> moved = new LinkedHashMap<>(example.inputs());
        example.leaves().forEach(leaf -> moved.merge(leaf, 0.01 * gradients.getOrDefault(leaf, 0.0), Double::sum));
        assertEquals(-7.286496, Expression.of(example.source(), moved).value(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("glassgrad.expression.Example#all")
    void its_node_and_its_leaves_are_among_its_values(Example example) {
        Map<String, Value> named = evaluate(example).named();
        assertTrue(named.containsKey(example.node()));
        assertTrue(example.inputs().keySet().containsAll(example.leaves()));
        assertTrue(example.look().endsWith("."));
    }

    private static Example named(String name) {
        return Example.all().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Expression evaluate(Example example) {
        return Expression.of(example.source(), example.inputs());
    }
}
