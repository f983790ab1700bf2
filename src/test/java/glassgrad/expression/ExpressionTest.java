package glassgrad.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    @Test
    void the_lectures_example_has_the_lectures_gradients() {
        Expression expression =
                Expression.of("e = a*b; d = e + c; L = d*f", Map.of("a", 2.0, "b", -3.0, "c", 10.0, "f", -2.0));

        assertEquals(-8, expression.value());
        assertEquals("L", expression.root().label);
        assertEquals(
                Map.of("a", 6.0, "b", -4.0, "c", -2.0, "f", 4.0, "e", -2.0, "d", -2.0, "L", 1.0),
                expression.gradients());
    }

    @Test
    void names_come_in_the_order_in_which_they_were_given() {
        Map<String, Double> inputs = new LinkedHashMap<>();
        inputs.put("z", 1.0);
        inputs.put("a", 2.0);
        assertEquals(
                List.of("z", "a", "m", "k"),
                List.copyOf(Expression.of("m = z; k = a; m = 3", inputs).named().keySet()));
    }

    @Test
    void the_last_assignment_is_the_result_if_no_formula_follows() {
        assertEquals(7, Expression.of("a = 3; b = a + 4", Map.of()).value());
        assertEquals(6, Expression.of("a = 3; b = a + 4; 2*a", Map.of()).value());
    }

    @Test
    void statements_are_separated_by_lines_or_semicolons_and_comments_are_skipped() {
        String source = "# a comment; with = signs\r\n\r\n x = 2 ;; # two\n\ty = x*x\n\n(y\n + 1 # inside\n)\n";
        assertEquals(5, Expression.of(source, Map.of()).value());
    }

    @Test
    void numbers_are_written_as_in_python() {
        assertEquals(1234.5 + 0.5 + 1e-3 + 2e5 + 3, value("1234.5 + .5 + 1e-3 + 2E+5 + 3."));
    }

    @Test
    void names_may_hold_letters_of_any_alphabet_digits_and_underscores() {
        assertEquals(9, value("größe_1 = 2; σ = 3; _x = 4; größe_1 + σ + _x"));
    }

    @Test
    void a_number_beside_a_value_belongs_to_the_operation() {
        Value power = root("a**2");
        assertSame(Op.POW, power.op());
        assertEquals(2, power.constant());
        assertEquals(List.of("a"), labels(power.operands()));

        Value product = root("a*-1.5");
        assertSame(Op.MUL, product.op());
        assertEquals(-1.5, product.constant());

        Value difference = root("1-a");
        assertTrue(difference.hasConstant() && difference.isConstantFirst());

        Value largest = root("max(0, a)");
        assertTrue(largest.hasConstant() && largest.isConstantFirst());
    }

    @Test
    void numbers_are_computed_among_themselves() {
        Value product = root("a*(2**3 - max(1, 2) + -exp(0))");
        assertEquals(5, product.constant());
        assertEquals(2, product.order().size());

        Value number = root("2*3");
        assertTrue(number.isLeaf());
        assertEquals(6, number.data);
    }

    @Test
    void a_name_for_a_number_is_a_leaf_with_that_name() {
        Expression expression = Expression.of("w = 2*3; w*w", Map.of());
        Value w = named(expression, "w");
        assertTrue(w.isLeaf());
        assertEquals("w", w.label);
        assertEquals(12, w.gradient);
    }

    @Test
    void a_second_name_is_no_new_value_and_leaves_the_first_as_it_is() {
        Expression expression = Expression.of("b = a; c = b*b; d = (c)", Map.of("a", 3.0));
        assertSame(named(expression, "a"), named(expression, "b"));
        assertEquals("a", named(expression, "a").label);
        assertSame(named(expression, "c"), named(expression, "d"));
        assertEquals("c", expression.root().label);
        assertEquals(Map.of("a", 6.0, "b", 6.0, "c", 1.0, "d", 1.0), expression.gradients());
    }

    @Test
    void a_name_given_again_stands_for_the_last_value_and_the_first_lives_on() {
        Expression expression = Expression.of("c = a + 1; c = c + c; c", Map.of("a", 1.0));
        Value c = named(expression, "c");
        assertSame(expression.root(), c);
        assertEquals(List.of("c", "c"), labels(c.operands()));
        assertNotSame(c, c.operands().get(0));
        assertEquals(Map.of("a", 2.0, "c", 1.0), expression.gradients());
    }

    @Test
    void an_input_given_again_hides_the_input() {
        Expression expression = Expression.of("a = 5; a*a", Map.of("a", 2.0));
        assertEquals(25, expression.value());
        assertEquals(10, named(expression, "a").gradient);
    }

    @Test
    void an_input_that_is_not_used_has_gradient_zero() {
        assertEquals(0, named(Expression.of("a*2", Map.of("a", 3.0, "b", 5.0)), "b").gradient);
    }

    @Test
    void every_function_of_the_engine_can_be_called() {
        for (String name : Functions.names()) {
            boolean two = name.equals("max") || name.equals("min");
            Value result = root(two ? name + "(a, 0.25)" : name + "(a)");
            assertEquals(name, Objects.requireNonNull(result.op()).symbol());
        }
        assertEquals(13, Functions.names().size());
    }

    @Test
    void a_thousand_parentheses_and_the_longest_row_of_signs_and_powers_are_read_without_recursion() {
        assertEquals(2, value("(".repeat(1_000) + "2" + ")".repeat(1_000)));
        assertEquals(0.5, value("tanh(".repeat(500) + "-".repeat(90_000) + "0" + ")".repeat(500) + "+0.5"));
        assertEquals(1, value("1**".repeat(33_000) + "1"));
    }

    @Test
    void twenty_thousand_operations_are_read_and_differentiated() {
        Expression expression = Expression.of("a" + "+a".repeat(20_000), Map.of("a", 0.5));
        assertEquals(10_000.5, expression.value());
        assertEquals(20_001, named(expression, "a").gradient);
    }

    private static double value(String source) {
        return Expression.of(source, Map.of()).value();
    }

    private static Value root(String source) {
        return Expression.of(source, Map.of("a", 0.5)).root();
    }

    private static Value named(Expression expression, String name) {
        return Objects.requireNonNull(expression.named().get(name));
    }

    private static List<String> labels(List<Value> values) {
        return values.stream().map(value -> value.label).toList();
    }
}
