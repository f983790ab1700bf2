package glassgrad.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionMistakeTest {
    private static final Map<String, Double> INPUTS = Map.of("a", 2.0, "beta", 3.0);

    /** Source, with ⏎ for a new line; line and column; words of the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                | 1 | 1 | There is nothing to compute
                    # only a comment  | 1 | 17 | There is nothing to compute
                    ⏎⏎ ;              | 3 | 3 | There is nothing to compute
                    a + x3            | 1 | 5 | "x3" has no value yet. Give it one first: x3 = ...
                    bta*2             | 1 | 1 | Did you mean "beta"?
                    2*Beta            | 1 | 3 | Did you mean "beta"?
                    a = a + c ⏎ c = 1 | 1 | 9 | "c" has no value yet
                    a +               | 1 | 4 | A value is missing here: expected a number, a name or "(", but found the end.
                    a + ⏎ 1           | 1 | 4 | but found the end of the line
                    b = ; 1           | 1 | 5 | but found ";"
                    a * / 2           | 1 | 5 | but found "/"
                    ()                | 1 | 2 | but found ")"
                    * a               | 1 | 1 | but found "*"
                    a == 2            | 1 | 4 | but found "="
                    (a + 1            | 1 | 1 | The parenthesis that opens here is never closed
                    b = 2*(a + 1 ⏎ c = 4 | 1 | 7 | The parenthesis that opens here is never closed
                    (a + (1)          | 1 | 1 | The parenthesis that opens here is never closed
                    max(a, (1         | 1 | 8 | The parenthesis that opens here is never closed
                    tanh(a            | 1 | 1 | The parenthesis after "tanh" is never closed
                    a + 1)            | 1 | 6 | This ")" closes nothing
                    tanh()            | 1 | 1 | tanh takes one value, as in tanh(x), but here is none.
                    1 + tanh(a, 2)    | 1 | 5 | tanh takes one value, as in tanh(x), but here are 2.
                    max(a)            | 1 | 1 | max takes two values, as in max(x, y), but here is one.
                    max(a, 1, 2, 3)   | 1 | 1 | but here are 4.
                    max(a, )          | 1 | 8 | but found ")"
                    max(, a)          | 1 | 5 | but found ","
                    tahn(a)           | 1 | 1 | There is no function "tahn". Did you mean "tanh"?
                    Sigmoid(a)        | 1 | 1 | Did you mean "sigmoid"?
                    ln(a)             | 1 | 1 | The natural logarithm is written log.
                    pow(a, 2)         | 1 | 1 | A power is written **, as in a**2.
                    softmax(a)        | 1 | 1 | There is no function "softmax". The functions are max, min, tanh, exp
                    a(3 + 1)          | 1 | 1 | "a" is a number, not a function. To multiply, write a*(...).
                    tanh              | 1 | 1 | "tanh" is a function: write what it is applied to in parentheses, as in tanh(x).
                    tanh = 3          | 1 | 1 | "tanh" cannot be given a value. It is a function here: choose another name.
                    2a                | 1 | 2 | Expected one of + - * / ** between "2" and "a". To multiply, write *.
                    a beta            | 1 | 3 | between "a" and "beta"
                    2(a + 1)          | 1 | 2 | between "2" and "("
                    (a)(a)            | 1 | 4 | between ")" and "("
                    a 2               | 1 | 3 | between "a" and "2"
                    3,5               | 1 | 2 | In a decimal number, write a point: 3.5.
                    (3, 5)            | 1 | 3 | A comma stands only between the two values of max or min.
                    a + 1 = 3         | 1 | 7 | Only a single name may stand to the left of "="
                    b = c = 3         | 1 | 5 | "c" has no value yet
                    b = a = 3         | 1 | 7 | Only a single name may stand to the left of "="
                    a*2 ⏎ c = 1       | 1 | 1 | This result is not kept
                    c = 1; c; c + 1   | 1 | 8 | This result is not kept
                    a^2               | 1 | 2 | "^" has no meaning here. A power is written **, as in a**2.
                    2×a               | 1 | 2 | To multiply, write *.
                    a − 1             | 1 | 3 | write -, the one on the keyboard
                    a.tanh()          | 1 | 2 | A function is written in front: tanh(n), not n.tanh().
                    a % 2             | 1 | 3 | "%" has no meaning here. Expected a number
                    a + 😀            | 1 | 5 | "😀" has no meaning here
                    a ⏎ ⏎ + [1]       | 3 | 4 | Use round parentheses
                    1e400*a           | 1 | 1 | This number is too large: the largest is about 1.8e308.
                    """)
    void a_mistake_says_where_it_is_and_what_was_expected(String source, int line, int column, String message) {
        ExpressionMistake mistake = mistake(source.replaceAll(" ?⏎", "\n"));
        String said = String.valueOf(mistake.getMessage());
        assertTrue(said.contains(message), said);
        assertEquals(line + ":" + column, mistake.line() + ":" + mistake.column());
    }

    @Test
    void too_long_a_source_is_refused() {
        assertSays("The source may have 100,000 characters, but has 100,001.", " ".repeat(100_001));
    }

    @Test
    void too_many_operations_are_refused_where_they_begin() {
        ExpressionMistake mistake = mistake("a" + "+a".repeat(20_001));
        assertEquals("An expression may have 20,000 operations, and this is one more.", mistake.getMessage());
        assertEquals(2 + 2 * 20_000, mistake.column());
    }

    @Test
    void parentheses_that_stand_too_deep_are_refused() {
        assertSays("Parentheses may stand inside one another 1,000 deep", "(".repeat(1_001) + "a" + ")".repeat(1_001));
        assertSays("Parentheses may stand inside one another 1,000 deep", "(".repeat(100_000));
        assertSays("Parentheses may stand inside one another 1,000 deep", "exp(".repeat(25_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2x", "a b", "tanh", "a-b", "a\n"})
    void a_word_that_is_no_name_cannot_name_an_input(String name) {
        ExpressionMistake mistake = assertThrows(ExpressionMistake.class, () -> Expression.of("1", Map.of(name, 1.0)));
        assertEquals(0, mistake.line());
        assertTrue(String.valueOf(mistake.getMessage()).contains("cannot be the name of an input"));
    }

    @Test
    void whatever_is_typed_gives_a_value_or_a_mistake_inside_the_source() {
        String[] words = {
            "a", "beta", "x", "tanh", "max", "(", ")", ",", "+", "-", "*", "/", "**", "=", ";", "\n", " ", "1", ".5",
            "1e", "#"
        };
        Random random = new Random(5);
        int values = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder source = new StringBuilder();
            for (int i = random.nextInt(1, 10); i > 0; i--) {
                source.append(words[random.nextInt(words.length)]);
            }
            try {
                Expression.of(source.toString(), INPUTS);
                values++;
            } catch (ExpressionMistake mistake) {
                String[] lines = source.toString().split("\n", -1);
                assertTrue(mistake.line() >= 1 && mistake.line() <= lines.length, source.toString());
                int width = lines[mistake.line() - 1].length();
                assertTrue(mistake.column() >= 1 && mistake.column() <= width + 1, source.toString());
            }
        }
        assertTrue(values > 500, values + " had a value");
    }

    private static void assertSays(String message, String source) {
        String said = String.valueOf(mistake(source).getMessage());
        assertTrue(said.contains(message), said);
    }

    private static ExpressionMistake mistake(String source) {
        return assertThrows(ExpressionMistake.class, () -> Expression.of(source, INPUTS));
    }
}
