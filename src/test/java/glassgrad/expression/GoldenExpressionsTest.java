package glassgrad.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Values and gradients of expressions.json, which were computed with sixty digits, and the corner cases of IEEE numbers. */
class GoldenExpressionsTest {
    private static final double TOLERANCE = 1e-12;

    @TestFactory
    Stream<DynamicTest> expressions() {
        return cases("expr")
                .map(golden -> test(golden, () -> {
                    Expression expression = evaluate(golden);
                    assertClose(golden.get("value"), expression.value(), "value");
                    golden.get("grads").propertyStream().forEach(gradient -> {
                        double actual = gradient(expression, gradient.getKey());
                        if (golden.get("name").asString().equals("tanh_saturated")) {
                            // Its note: tanh(20) rounds to 1, so that 1 - tanh^2 rounds to 0; anything in [0, 2e-17] is
                            // right.
                            assertTrue(actual >= 0 && actual <= 2e-17);
                        } else {
                            assertClose(gradient.getValue(), actual, gradient.getKey());
                        }
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> corner_cases() {
        return cases("special")
                .map(golden -> test(golden, () -> {
                    Expression expression = evaluate(golden);
                    // Exactly, which tells -0.0 from 0.0: relu(-0.0) keeps its sign, as in micrograd.
                    assertEquals(Golden.number(golden.get("value")), expression.value());
                    golden.get("grads")
                            .propertyStream()
                            .forEach(gradient -> assertEquals(
                                    Golden.number(gradient.getValue()),
                                    gradient(expression, gradient.getKey()),
                                    0.0,
                                    gradient.getKey()));
                }));
    }

    private static Stream<JsonNode> cases(String kind) {
        return Golden.read("expressions.json")
                .get("cases")
                .valueStream()
                .filter(golden -> golden.get("kind").asString().equals(kind));
    }

    private static DynamicTest test(JsonNode golden, Executable body) {
        return DynamicTest.dynamicTest(
                golden.get("name").asString() + ": " + golden.get("expr").asString(), body);
    }

    private static Expression evaluate(JsonNode golden) {
        Map<String, Double> inputs = new HashMap<>();
        golden.get("inputs")
                .propertyStream()
                .forEach(input -> inputs.put(input.getKey(), Golden.number(input.getValue())));
        return Expression.of(golden.get("expr").asString(), inputs);
    }

    private static double gradient(Expression expression, String name) {
        return Objects.requireNonNull(expression.gradients().get(name));
    }

    private static void assertClose(JsonNode golden, double actual, String what) {
        double expected = Golden.number(golden);
        assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), what);
    }
}
