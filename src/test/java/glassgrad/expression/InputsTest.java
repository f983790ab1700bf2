package glassgrad.expression;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression takes from outside, and where the numbers of its text stand. */
class InputsTest {
    @Test
    void a_name_that_nobody_gave_a_value_is_an_input_where_that_is_asked_for() {
        Expression expression = Expression.of("o = tanh(x1*w1 + b)", Map.of("b", 2.0), 1.0);
        assertEquals(List.of("b", "x1", "w1"), List.copyOf(expression.inputs().keySet()));
        assertEquals(StrictMath.tanh(3), expression.value(), 1e-15);
        assertThrows(ExpressionMistake.class, () -> Expression.of("o = tanh(x1*w1 + b)", Map.of("b", 2.0)));
    }

    @Test
    void a_function_without_its_parentheses_is_a_mistake_all_the_same() {
        ExpressionMistake mistake =
                assertThrows(ExpressionMistake.class, () -> Expression.of("a + tanh", Map.of(), 1.0));
        assertEquals(5, mistake.column());
    }

    @Test
    void inputs_keep_their_order_and_those_that_are_not_used_are_left_out() {
        Map<String, Double> given = new LinkedHashMap<>();
        given.put("c", 1.0);
        given.put("unused", 2.0);
        given.put("a", 3.0);
        Expression expression = Expression.of("d = a + c", given);
        assertEquals(List.of("c", "a"), List.copyOf(expression.inputs().keySet()));
        assertEquals(0, expression.gradients().get("unused"));
    }

    @Test
    void a_name_that_is_read_before_it_is_given_is_an_input_and_then_something_else() {
        Expression expression = Expression.of("b = a + 1; a = 5; c = a*b", Map.of(), 1.0);
        assertEquals(List.of("a"), List.copyOf(expression.inputs().keySet()));
        assertEquals(10, expression.value());
        assertEquals(5, requireNonNull(expression.inputs().get("a")).gradient);
        assertEquals(2, requireNonNull(expression.named().get("a")).gradient);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 2; b = a*a      | 0 | 2",
                "a = -3.5e2; b = a*a | 0 | -3.5e2",
                "b = x*1; a = .5     | 1 | .5",
            })
    void a_number_that_stands_alone_behind_a_name_is_found(String source, int statement, String number) {
        Place place = requireNonNull(
                Expression.of(source, Map.of(), 1.0).statements().get(statement).number());
        assertEquals(number, source.substring(place.column() - 1, place.endColumn() - 1));
        assertEquals(1, place.line());
    }

    @ParameterizedTest
    @CsvSource({"a = 2*3", "a = (2)", "a = - 2", "a = --2", "a = x", "a = 2 + x"})
    void what_is_more_than_a_number_is_not_one(String source) {
        assertNull(Expression.of(source, Map.of(), 1.0).statements().get(0).number());
    }

    @Test
    void a_statement_ends_where_its_last_word_ends() {
        Expression expression = Expression.of("d = a*b # both\n\nL = (d\n  + c) ; L*2", Map.of(), 1.0);
        assertEquals(
                List.of(new Place(1, 1, 1, 8), new Place(3, 1, 4, 7), new Place(4, 10, 4, 13)),
                expression.statements().stream().map(Statement::place).toList());
        assertEquals(
                List.of("d", "L", ""),
                expression.statements().stream().map(Statement::name).toList());
    }
}
