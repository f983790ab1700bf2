package glassgrad.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What binds tighter than what, as in Python. */
class PrecedenceTest {
    private static final Map<String, Double> INPUTS = Map.of("a", 1.7, "b", -2.3, "c", 0.6);

    record Row(String source, double value) {}

    /** Made by src/test/resources/expression/precedence.py with CPython 3.11. */
    static List<Row> python() throws IOException {
        try (InputStream in = PrecedenceTest.class.getResourceAsStream("/expression/precedence.tsv")) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return table.lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0], Double.parseDouble(cells[1])))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("python")
    void an_expression_has_the_value_that_python_gives_it(Row row) {
        assertEquals(row.value, Expression.of(row.source, INPUTS).value(), 1e-12 * Math.abs(row.value));
    }

    @Test
    void the_table_is_whole() throws IOException {
        assertEquals(240, python().size());
    }

    @ParameterizedTest
    @CsvSource({
        "-3**2, -9",
        "(-3)**2, 9",
        "2**-1, 0.5",
        "2**3**2, 512",
        "2**-1**2, 0.5",
        "10-4-3, 3",
        "16/4/2, 2",
        "2+3*4, 14",
        "2*-3, -6",
        "2--3, 5",
        "-2*3+1, -5",
        "+2, 2",
    })
    void signs_powers_and_rows_of_the_same_operation(String source, double value) {
        assertEquals(value, Expression.of(source, Map.of()).value());
    }
}
