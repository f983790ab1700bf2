package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.explain.Exercise.Quantity;
import glassgrad.expression.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final int GRAPHS = 200;

    @Test
    void the_right_number_is_right_also_as_a_page_shows_it() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Value value : wiring.order()) {
                for (Quantity quantity : Quantity.values()) {
                    double number = quantity == Quantity.DATA ? value.data : value.gradient;
                    for (double answer : new double[] {number, shown(number)}) {
                        Diagnosis diagnosis = Diagnosis.of(wiring, wiring.id(value), quantity, answer);
                        assertTrue(diagnosis.right(), diagnosis.toString());
                        assertNull(diagnosis.mistake());
                        assertEquals(number, diagnosis.expected());
                    }
                }
            }
        }
    }

    @Test
    void where_terms_cancel_neither_zero_nor_the_other_sign_is_right_and_it_is_not_asked() {
        Value root = Expression.of("L = 5*a - 4.998*a", Map.of("a", 1.0)).root();
        Wiring wiring = Wiring.of(root);
        assertFalse(Diagnosis.of(wiring, "a", Quantity.GRADIENT, 0).right());
        assertFalse(Diagnosis.of(wiring, "a", Quantity.GRADIENT, -0.002).right());
        assertTrue(Diagnosis.of(wiring, "a", Quantity.GRADIENT, 0.002).right());
        assertTrue(Series.of(wiring, 1, 10, Quantity.GRADIENT).stream()
                .noneMatch(exercise -> exercise.node().equals("a")));
    }

    @Test
    void of_no_exercise_is_zero_right_or_the_opposite() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Exercise exercise : Series.of(wiring, seed, 50, null)) {
                for (double times : new double[] {0, -1, 0.85, 1.15}) {
                    double answer =
                            times * Exercise.expected(wiring, wiring.named(exercise.node()), exercise.quantity());
                    assertFalse(Diagnosis.of(wiring, exercise.node(), exercise.quantity(), answer)
                            .right());
                }
            }
        }
    }

    /** 0.001341 times 50: with four decimals it would be 0.0013 times 50. */
    @Test
    void what_is_worked_out_from_the_digits_that_are_shown_is_right() {
        assertNull(diagnose("n = a*b; L = tanh(n)", "a=50 b=0.08", "b", Quantity.GRADIENT, 0.06705)
                .mistake());
        int exercises = 0;
        for (int seed = 0; seed < 2 * GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Exercise exercise : Series.of(wiring, seed, 50, null)) {
                Value value = wiring.named(exercise.node());
                double answer = exercise.quantity() == Quantity.DATA
                        ? workedOut(value)
                        : wiring.uses(value).stream()
                                        .mapToDouble(DiagnosisTest::workedOut)
                                        .sum()
                                + (value == wiring.root() ? 1 : 0);
                Diagnosis diagnosis = Diagnosis.of(wiring, exercise.node(), exercise.quantity(), answer);
                assertTrue(diagnosis.right(), diagnosis.toString());
                exercises++;
            }
        }
        assertTrue(exercises > 2_000, exercises + " exercises");
    }

    private static double workedOut(Value value) {
        Op op = value.op();
        assertNotNull(op);
        return op.forward(first(value), second(value));
    }

    private static double workedOut(Use use) {
        Value consumer = use.consumer();
        Op op = consumer.op();
        assertNotNull(op);
        int i = consumer.isConstantFirst() ? 1 : use.operand();
        return toWorkWith(consumer.gradient) * op.partial(i, first(consumer), second(consumer), toWorkWith(consumer));
    }

    private static double first(Value value) {
        return value.isConstantFirst()
                ? value.constant()
                : toWorkWith(value.operands().get(0));
    }

    private static double second(Value value) {
        List<Value> operands = value.operands();
        return operands.size() == 2
                ? toWorkWith(operands.get(1))
                : value.isConstantFirst() ? toWorkWith(operands.get(0)) : value.constant();
    }

    /** As practice shows it: four decimals, or as many as four digits of what is missing to 1 need. */
    private static double toWorkWith(Value value) {
        double missing = 1 - Math.abs(value.data);
        boolean flattens = value.op() == Op.TANH || value.op() == Op.SIGMOID;
        return flattens && missing > 0 && missing < 0.1
                ? Math.copySign(1 - toWorkWith(missing), value.data)
                : toWorkWith(value.data);
    }

    private static double toWorkWith(double number) {
        if (!Double.isFinite(number)) {
            return number;
        }
        BigDecimal exact = new BigDecimal(number);
        return Math.abs(number) < 0.1
                ? exact.round(new MathContext(4)).doubleValue()
                : exact.setScale(4, RoundingMode.HALF_UP).doubleValue();
    }

    /** Whatever mistake is made, the answer is told to be wrong, with a mistake that gives just this number. */
    @Test
    void every_known_mistake_is_recognised() {
        int recognised = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Value value : wiring.order()) {
                for (Quantity quantity : Quantity.values()) {
                    for (Mistake made : Misconceptions.of(wiring, value, quantity)) {
                        Diagnosis diagnosis = Diagnosis.of(wiring, wiring.id(value), quantity, made.wrong());
                        Mistake found = diagnosis.mistake();
                        if (found == null) {
                            assertEquals(diagnosis.expected(), made.wrong(), diagnosis.tolerance());
                            continue;
                        }
                        assertFalse(found.kind().equals("other"), made.toString());
                        double apart = Math.abs(found.wrong() - made.wrong());
                        assertTrue(
                                apart <= 0.05 * Exercise.tolerance(made.wrong())
                                        || Double.compare(found.wrong(), made.wrong()) == 0,
                                made + " taken for " + found);
                        recognised++;
                    }
                }
            }
        }
        assertTrue(recognised > 10_000, recognised + " recognised");
    }

    @Test
    void the_graph_is_not_changed_by_a_diagnosis() {
        Wiring wiring = ExplanationTest.random(11);
        List<Double> before =
                wiring.order().stream().map(value -> value.gradient).toList();
        wiring.order().forEach(value -> Diagnosis.of(wiring, wiring.id(value), Quantity.GRADIENT, 0.123));
        assertEquals(
                before, wiring.order().stream().map(value -> value.gradient).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // d(L)/d(a) = f * b = -2 * -3 = 6
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | -3     | forgot-upstream     | ''",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | -6     | sign                | ''",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | -4     | wrong-partial       | own-value",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | -2     | wrong-partial       | one",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | 12     | wrong-partial       | result",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | 2      | took-value          | ''",
                "e = a*b; d = e + c; L = d*f | a=2 b=-3 c=10 f=-2 | a | 77     | other               | ''",
                "b = a + a                   | a=3                | a | 1      | overwrote           | ''",
                "d = a*b; e = a + b; f = d*e | a=-2 b=3           | a | -6     | missed-contribution | ''",
                "d = a*b; e = a + b; f = d*e | a=-2 b=3           | a | 3      | overwrote           | ''",
                "d = a*b; e = a + b; f = d*e | a=-2 b=3           | b | 8      | sign                | ''",
                "d = a*b; L = d*c + d*e      | a=2 b=3 c=4 e=5    | a | 12     | overwrote-above     | ''",
                "d = a*b; L = d*c + d*e      | a=2 b=3 c=4 e=5    | d | 4      | overwrote           | ''",
                "o = tanh(n)*5               | n=0.7              | n | 1.9782 | wrong-partial       | forgot-square",
                "o = tanh(n)*5               | n=0.7              | n | 2.55   | wrong-partial       | input-for-output",
                "y = 4*x**3                  | x=2                | x | 16     | wrong-partial       | forgot-factor",
                "y = 4*x**3                  | x=2                | x | 96     | wrong-partial       | forgot-minus-one",
            })
    void a_mistake_in_a_gradient_is_told_by_its_name(
            String source, String inputs, String node, double answer, String kind, String took) {
        Mistake mistake =
                diagnose(source, inputs, node, Quantity.GRADIENT, answer).mistake();
        assertNotNull(mistake);
        assertEquals(kind, mistake.kind());
        assertEquals(took, mistake.took() == null ? "" : mistake.took());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c = a*b       | a=4 b=-3 | c | 1      | took-gradient     | ''",
                "c = a*b       | a=4 b=-3 | c | 12     | sign              | ''",
                "c = a*b       | a=4 b=-3 | c | 7      | wrong-operation   | '-'",
                "c = a*b       | a=4 b=-3 | c | -1.333 | wrong-operation   | /",
                "c = a/b       | a=4 b=-3 | c | -0.75  | wrong-operation   | swapped",
                "c = 10 - a    | a=4      | c | 14     | wrong-operation   | +",
                "c = tanh(a)*3 | a=4      | #1 | 4     | skipped-operation | tanh",
                "c = a*b       | a=4 b=-3 | c | 99     | other             | ''",
            })
    void a_mistake_in_a_value_is_told_by_its_name(
            String source, String inputs, String node, double answer, String kind, String took) {
        Mistake mistake = diagnose(source, inputs, node, Quantity.DATA, answer).mistake();
        assertNotNull(mistake);
        assertEquals(kind, mistake.kind());
        assertEquals(took, mistake.took() == null ? "" : mistake.took());
    }

    @Test
    void the_use_in_which_it_happened_is_named_with_its_factors() {
        Mistake mistake = diagnose("e = a*b; d = e + c; L = d*f", "a=2 b=-3 c=10 f=-2", "a", Quantity.GRADIENT, -4)
                .mistake();
        assertNotNull(mistake);
        assertEquals("e", mistake.consumer());
        assertEquals(0, mistake.operand());
        assertEquals(-2.0, mistake.upstream());
        assertEquals(-3.0, mistake.right());
        assertEquals(2.0, mistake.factor());
        Mistake missed = diagnose("d = a*b; e = a + b; f = d*e", "a=-2 b=3", "a", Quantity.GRADIENT, -6)
                .mistake();
        assertNotNull(missed);
        assertEquals(List.of("d"), missed.missing());
    }

    @Test
    void what_was_overwritten_above_is_named() {
        Mistake mistake = diagnose("d = a*b; L = d*c + d*e", "a=2 b=3 c=4 e=5", "a", Quantity.GRADIENT, 12)
                .mistake();
        assertNotNull(mistake);
        assertEquals("d", mistake.consumer());
        assertEquals(4.0, mistake.upstream());
    }

    @Test
    void a_zero_for_the_roots_gradient_has_no_upstream_to_forget() {
        Diagnosis diagnosis = diagnose("b = a + a", "a=3", "b", Quantity.GRADIENT, 0);
        assertEquals(1, diagnosis.expected());
        assertEquals(
                "other", diagnosis.mistake() == null ? "" : diagnosis.mistake().kind());
    }

    @Test
    void a_very_large_graph_is_diagnosed_too() {
        Value x = new Value(0.5, "x");
        Value sum = x;
        for (int i = 0; i < 10_000; i++) {
            sum = sum.add(x);
        }
        sum.backward();
        Diagnosis diagnosis = Diagnosis.of(Wiring.of(sum), "x", Quantity.GRADIENT, 1);
        assertEquals(10_001, diagnosis.expected());
        assertFalse(diagnosis.right());
    }

    @Test
    void infinite_gradients_can_be_answered() {
        Value a = new Value(0, "a");
        Value root = a.log();
        root.backward();
        assertTrue(Diagnosis.of(Wiring.of(root), "a", Quantity.GRADIENT, Double.POSITIVE_INFINITY)
                .right());
        assertFalse(Diagnosis.of(Wiring.of(root), "a", Quantity.GRADIENT, 5).right());
    }

    private static Diagnosis diagnose(String source, String inputs, String node, Quantity quantity, double answer) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String input : inputs.split(" ", -1)) {
            int equals = input.indexOf('=');
            numbers.put(input.substring(0, equals), Double.valueOf(input.substring(equals + 1)));
        }
        Value root = Expression.of(source, numbers).root();
        return Diagnosis.of(Wiring.of(root), node, quantity, answer);
    }

    /** With four decimals, unless only zero would be left. */
    private static double shown(double number) {
        double decimals = Double.parseDouble(String.format(Locale.ROOT, "%.4f", number));
        return Math.abs(number) < 0.001 ? toWorkWith(number) : decimals;
    }
}
