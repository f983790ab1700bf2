package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import glassgrad.data.PythonRandom;
import glassgrad.training.AdamW;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The call sequences of expressions.json, written out by hand: each is given the numbers that the file expects. */
class GoldenSequencesTest {
    private static final double TOLERANCE = 1e-12;
    private static final Map<String, JsonNode> GOLDEN = new LinkedHashMap<>();

    static {
        Golden.read("expressions.json")
                .get("cases")
                .valueStream()
                .filter(golden -> golden.get("kind").asString().equals("sequence"))
                .forEach(golden -> GOLDEN.put(golden.get("name").asString(), golden.get("grads")));
    }

    private final Map<String, Consumer<JsonNode>> sequences = new LinkedHashMap<>();

    GoldenSequencesTest() {
        sequences.put("backward_twice_issue53", GoldenSequencesTest::backwardTwice);
        sequences.put("two_roots_accumulate", GoldenSequencesTest::twoRoots);
        sequences.put("zero_grad_then_backward", GoldenSequencesTest::zeroGradient);
        sequences.put("mutate_between_fwd_bwd", GoldenSequencesTest::changedBetweenForwardAndBackward);
        sequences.put("in_place_rebind", GoldenSequencesTest::rebound);
        sequences.put("deep_chain_200k", GoldenSequencesTest::deepChain);
        sequences.put("wide_sum_100k", GoldenSequencesTest::wideSum);
        sequences.put("int_data_repr", GoldenSequencesTest::wholeNumbers);
        sequences.put("leaf_backward", GoldenSequencesTest::leafAsRoot);
        sequences.put("topo_each_node_once", GoldenSequencesTest::eachOnce);
        sequences.put("adamw_first_step", GoldenSequencesTest::adamW);
        sequences.put("python_rng", GoldenSequencesTest::pythonRandom);
    }

    @TestFactory
    Stream<DynamicTest> sequences() {
        return sequences.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> entry.getValue().accept(GOLDEN.get(entry.getKey()))));
    }

    @Test
    void no_sequence_of_the_file_is_left_out() {
        assertEquals(new TreeSet<>(GOLDEN.keySet()), new TreeSet<>(sequences.keySet()));
    }

    /** Of the file's two ways, ours is the second: interior gradients start afresh, those of leaves add up. */
    private static void backwardTwice(JsonNode golden) {
        Value a = new Value(3);
        Value b = new Value(2);
        Value d = new Value(1);
        Value c = a.add(b);
        Value e = c.mul(d);
        e.backward();
        assertGradients(golden.get("after_1"), Map.of("a", a, "b", b, "c", c, "d", d));
        e.backward();
        assertGradients(golden.get("pytorch_like_after_2"), Map.of("a", a, "b", b, "d", d));
        assertEquals(1, c.gradient);
    }

    private static void twoRoots(JsonNode golden) {
        Value a = new Value(2);
        Value b = new Value(5);
        Value y = a.mul(b);
        Value z = a.add(b);
        y.backward();
        z.backward();
        assertGradients(golden, Map.of("a", a, "b", b));
    }

    private static void zeroGradient(JsonNode golden) {
        Value a = new Value(2);
        a.mul(a).backward();
        a.gradient = 0;
        a.mul(a).backward();
        assertGradients(golden, Map.of("a", a));
    }

    /** Like micrograd, backward reads the operands as they are when it is called. */
    private static void changedBetweenForwardAndBackward(JsonNode golden) {
        Value a = new Value(2);
        Value b = new Value(3);
        Value y = a.mul(b);
        a.data = 10;
        y.backward();
        assertGradients(golden.get("micrograd"), Map.of("a", a, "b", b));
        assertEquals(Golden.number(golden.get("y")), y.data);
    }

    private static void rebound(JsonNode golden) {
        Value a = new Value(1);
        Value c = a.add(1);
        Value c0 = c;
        c = c.add(c);
        c.backward();
        assertGradients(golden, Map.of("a", a, "c0", c0));
    }

    private static void deepChain(JsonNode golden) {
        Value x = new Value(0.5);
        Value y = x;
        for (int i = 0; i < 200_000; i++) {
            y = y.add(x.mul(1e-6));
        }
        y.backward();
        // Two hundred thousand additions may each round: the file allows 1e-9.
        assertEquals(Golden.number(golden.get("value")), y.data, 1e-9);
        assertEquals(Golden.number(golden.get("x")), x.gradient, 1e-9);
    }

    private static void wideSum(JsonNode golden) {
        Value x = new Value(0.25);
        Value y = new Value(0);
        for (int i = 0; i < 100_000; i++) {
            y = y.add(x);
        }
        y.backward();
        assertEquals(Golden.number(golden.get("value")), y.data);
        assertEquals(Golden.number(golden.get("x")), x.gradient);
    }

    /** Python keeps whole numbers whole; every value here is a double. */
    private static void wholeNumbers(JsonNode golden) {
        Value product = new Value(3).mul(new Value(2));
        assertTrue(golden.get("python_repr").asString().startsWith("Value(data=6,"));
        assertTrue(product.toString().startsWith("Value(data=6.0,"));
    }

    private static void leafAsRoot(JsonNode golden) {
        Value a = new Value(7);
        a.backward();
        assertGradients(golden, Map.of("a", a));
    }

    private static void eachOnce(JsonNode golden) {
        Value a = new Value(1, "a");
        Value b = a.add(a).named("b");
        Value c = b.add(b).named("c");
        List<String> backwards =
                new ArrayList<>(c.order().stream().map(value -> value.label).toList());
        Collections.reverse(backwards);
        assertEquals(golden.get("order").valueStream().map(JsonNode::asString).toList(), backwards);
    }

    private static void adamW(JsonNode golden) {
        double[] parameters = {1.0};
        double[] memory = new double[2];
        new AdamW(0.9, 0.95, 1e-8, 1e-4).update(parameters, new double[] {0.5}, memory, 0.1, 0);
        assertEquals(Golden.number(golden.get("m")), memory[0], TOLERANCE);
        assertEquals(Golden.number(golden.get("p")), parameters[0], TOLERANCE);
    }

    private static void pythonRandom(JsonNode golden) {
        PythonRandom random = new PythonRandom(1337);
        assertDraws(golden.get("random"), DoubleStream.generate(random::random));
        PythonRandom reseeded = new PythonRandom(1337);
        assertDraws(golden.get("uniform"), DoubleStream.generate(() -> reseeded.uniform(-1, 1)));
        assertDraws(golden.get("seed42_random"), DoubleStream.generate(new PythonRandom(42)::random));
        List<Integer> items = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        new PythonRandom(1337).shuffle(items);
        assertDraws(golden.get("shuffle10_seed1337"), items.stream().mapToDouble(Integer::doubleValue));
    }

    private static void assertDraws(JsonNode golden, DoubleStream ours) {
        assertArrayEquals(Golden.numbers(golden), ours.limit(golden.size()).toArray());
    }

    private static void assertGradients(JsonNode golden, Map<String, Value> values) {
        values.forEach((name, value) -> assertEquals(Golden.number(golden.get(name)), value.gradient, TOLERANCE, name));
    }
}
