package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.GradientCheck;
import glassgrad.engine.Op;
import glassgrad.engine.RandomGraph;
import glassgrad.engine.Value;
import glassgrad.explain.Explanation.Term;
import glassgrad.expression.Expression;
import glassgrad.training.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final int GRAPHS = 300;

    @Test
    void the_terms_add_up_to_the_gradient_to_the_bit() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = random(seed);
            for (Value value : wiring.order()) {
                Explanation.Backward gradient = Explanation.of(wiring, wiring.id(value), 0.001, Explanation.TERMS)
                        .gradient();
                assertEquals(value.gradient, gradient.gradient());
                double sum = gradient.from();
                for (Term term : gradient.terms()) {
                    assertEquals(Op.chain(term.upstream(), term.partial()), term.product());
                    sum += term.product();
                    assertEquals(sum, term.sum());
                }
                assertEquals(value.gradient, sum);
            }
        }
    }

    @Test
    void every_term_is_a_place_in_which_the_value_is_used() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = random(seed);
            int uses = 0;
            for (Value value : wiring.order()) {
                for (Term term : Explanation.of(wiring, wiring.id(value), 0.001, Explanation.TERMS)
                        .gradient()
                        .terms()) {
                    Value consumer = wiring.named(term.consumer());
                    assertEquals(value, consumer.operands().get(term.operand()));
                    assertEquals(consumer.gradient, term.upstream());
                    uses++;
                }
            }
            int edges = wiring.order().stream()
                    .mapToInt(value -> value.operands().size())
                    .sum();
            assertEquals(edges, uses);
        }
    }

    @Test
    void a_nudged_value_moves_the_root_as_a_leaf_in_its_place_would() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = random(seed);
            for (Value value : wiring.order()) {
                Nudge nudge = Explanation.of(wiring, wiring.id(value), 0.001, Explanation.TERMS)
                        .nudge();
                Cut cut = Cut.at(wiring.root(), value);
                assertEquals(rootAt(cut, value.data + 0.001), nudge.after());
                assertEquals(rootAt(cut, value.data - 0.001), nudge.below());
                assertEquals(wiring.root().data, nudge.before());
                assertEquals(nudge.after() - nudge.before(), nudge.change());
                assertEquals(value.gradient * 0.001, nudge.expected());
            }
        }
    }

    @Test
    void gradients_within_the_graph_agree_with_central_differences() {
        int compared = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = random(seed);
            for (Value value : wiring.order()) {
                Cut cut = Cut.at(wiring.root(), value);
                GradientCheck.Difference difference = new GradientCheck(cut.root()).by(cut.leaf());
                // A large error is a kink nearby.
                if (difference.error() < 1e-9) {
                    double gradient = Explanation.of(wiring, wiring.id(value), 0.001, Explanation.TERMS)
                            .gradient()
                            .gradient();
                    assertEquals(difference.derivative(), gradient, 1e-7 * Math.max(1, Math.abs(gradient)));
                    compared++;
                }
            }
        }
        assertTrue(compared > 2_000, compared + " compared");
    }

    @Test
    void the_quotient_of_a_small_nudge_agrees_with_the_gradient() {
        int close = 0;
        int all = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = random(seed);
            for (Value value : wiring.order()) {
                Nudge nudge = Explanation.of(wiring, wiring.id(value), 0.0001, Explanation.TERMS)
                        .nudge();
                close += nudge.agreement() < 1e-4 ? 1 : 0;
                all++;
            }
        }
        assertTrue(close > 0.98 * all, close + " of " + all);
    }

    @ParameterizedTest
    @CsvSource({"L = tanh(x) + 100, 12, x", "L = x**2 + y, 1e6, y", "L = (x**2 + y) - x**2, 1e6, y"})
    void where_a_move_is_lost_in_the_digits_of_the_result_the_rounding_accounts_for_it(
            String source, double x, String node) {
        Map<String, Double> inputs = new LinkedHashMap<>(Map.of("x", x));
        if (source.contains("y")) {
            inputs.put("y", 2.0);
        }
        Wiring wiring = Wiring.of(Expression.of(source, inputs).root());
        Nudge nudge = Explanation.of(wiring, node, 0.001, Explanation.TERMS).nudge();
        double derivative = wiring.derivative(wiring.named(node));
        assertTrue(nudge.agreement() > 1e-3, nudge.toString());
        assertTrue(Math.abs(nudge.quotient() - derivative) <= nudge.rounding(), nudge.toString());
        assertTrue(nudge.rounding() < 1, nudge.toString());
    }

    @Test
    void what_bends_is_not_taken_for_rounding() {
        Wiring wiring = Wiring.of(Expression.of("L = x**3", Map.of("x", 0.01)).root());
        Nudge nudge = Explanation.of(wiring, "x", 0.1, Explanation.TERMS).nudge();
        assertTrue(Math.abs(nudge.quotient() - wiring.derivative(wiring.named("x"))) > 1e6 * nudge.rounding());
    }

    @Test
    void a_value_too_large_to_move_says_so() {
        Wiring wiring = Wiring.of(Expression.of("L = a*2", Map.of("a", 1e17)).root());
        Nudge nudge = Explanation.of(wiring, "a", 0.001, Explanation.TERMS).nudge();
        assertEquals(Double.POSITIVE_INFINITY, nudge.rounding());
    }

    @Test
    void afterwards_every_value_is_what_it_was() {
        Wiring wiring = random(7);
        List<Double> before = wiring.order().stream().map(value -> value.data).toList();
        wiring.order().forEach(value -> Explanation.of(wiring, wiring.id(value), 1, Explanation.TERMS));
        assertEquals(before, wiring.order().stream().map(value -> value.data).toList());
    }

    @Test
    void a_value_used_twice_by_one_operation_has_two_terms() {
        Value a = new Value(3, "a");
        Value b = a.add(a).named("b");
        b.backward();
        Explanation.Backward gradient =
                Explanation.of(Wiring.of(b), "a", 0.001, Explanation.TERMS).gradient();
        assertEquals(List.of(0, 1), gradient.terms().stream().map(Term::operand).toList());
        assertEquals(List.of(1.0, 2.0), gradient.terms().stream().map(Term::sum).toList());
        assertEquals("zero", gradient.start());
    }

    @Test
    void the_root_starts_with_one() {
        Value b = new Value(3, "a").mul(2);
        b.backward();
        Explanation explanation = Explanation.of(Wiring.of(b), "#1", 0.001, Explanation.TERMS);
        assertEquals("root", explanation.gradient().start());
        assertEquals(1, explanation.gradient().gradient());
        assertEquals(List.of(), explanation.gradient().terms());
        assertEquals(1, explanation.nudge().quotient(), 1e-9);
        assertEquals("*2", explanation.value().op());
        assertEquals("*", explanation.value().symbol());
        assertEquals(2.0, explanation.value().constant());
    }

    @Test
    void overwriting_keeps_the_last_contribution_only() {
        Value a = new Value(3, "a");
        Value b = a.add(a).named("b");
        Explanation.Backward gradient = Explanation.of(Wiring.overwritten(b), "a", 0.001, Explanation.TERMS)
                .gradient();
        assertEquals(1, gradient.gradient());
        assertEquals(1, a.gradient);
        assertTrue(gradient.overwritten());
    }

    @Test
    void overwriting_is_right_until_a_value_is_used_twice() {
        Value x = new Value(0.3, "x");
        Value once = x.mul(2).tanh().exp();
        once.backward();
        double right = x.gradient;
        Overwriting.backward(once);
        assertEquals(right, x.gradient);
    }

    @Test
    void overwritten_gradients_are_those_of_the_last_use() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = Wiring.overwritten(new RandomGraph(seed).root);
            for (Value value : wiring.order()) {
                List<Use> uses = wiring.uses(value);
                double expected =
                        value == wiring.root() ? 1 : uses.get(uses.size() - 1).contribution();
                assertEquals(expected, value.gradient);
                assertEquals(
                        expected,
                        Explanation.of(wiring, wiring.id(value), 0.001, Explanation.TERMS)
                                .gradient()
                                .gradient());
            }
        }
    }

    @Test
    void of_very_many_terms_the_rest_is_one_number() {
        Value x = new Value(0.25, "x");
        Value sum = Value.sum(IntStream.range(0, 3_000).mapToObj(i -> x.mul(i)).toList());
        sum.backward();
        Explanation.Backward gradient =
                Explanation.of(Wiring.of(sum), "x", 0.001, Explanation.TERMS).gradient();
        assertEquals(Explanation.TERMS, gradient.terms().size());
        Explanation.Rest rest = gradient.rest();
        assertNotNull(rest);
        assertEquals(2_000, rest.count());
        assertEquals(2_999.0 * 3_000 / 2, gradient.gradient());
        assertEquals(gradient.gradient(), gradient.terms().get(999).sum() + rest.sum());
        assertNull(Explanation.of(Wiring.of(sum), "#1", 0.001, Explanation.TERMS)
                .gradient()
                .rest());
    }

    @Test
    void as_many_terms_are_listed_as_are_asked_for() {
        Value x = new Value(0.25, "x");
        Value sum = Value.sum(IntStream.range(0, 9).mapToObj(i -> x.mul(i)).toList());
        sum.backward();
        Explanation.Backward gradient =
                Explanation.of(Wiring.of(sum), "x", 0.001, 4).gradient();
        assertEquals(4, gradient.terms().size());
        Explanation.Rest rest = gradient.rest();
        assertNotNull(rest);
        assertEquals(5, rest.count());
        assertEquals(36, gradient.gradient());
        assertEquals(36, gradient.terms().get(3).sum() + rest.sum());
        for (int most : new int[] {0, Explanation.TERMS + 1}) {
            InvalidInput refused =
                    assertThrows(InvalidInput.class, () -> Explanation.of(Wiring.of(sum), "x", 0.001, most));
            assertEquals("most", refused.field());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void a_value_is_not_moved_by_nothing_or_out_of_sight(double by) {
        Wiring wiring = random(1);
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> Explanation.of(wiring, "x1", by, Explanation.TERMS));
        assertEquals("by", refused.field());
    }

    @Test
    void an_unknown_node_is_named() {
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> Explanation.of(random(1), "y".repeat(1_000), 0.001, Explanation.TERMS));
        assertEquals("node", refused.field());
        assertTrue(refused.getMessage().length() < 200);
    }

    static Wiring random(int seed) {
        Value root = new RandomGraph(seed).root;
        root.backward();
        return Wiring.of(root);
    }

    private static double rootAt(Cut cut, double data) {
        cut.leaf().data = data;
        cut.root().order().forEach(Value::forward);
        return cut.root().data;
    }
}
