package glassgrad.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.explain.Paths.Path;
import glassgrad.training.InvalidInput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    private static final int GRAPHS = 300;

    @Test
    void they_are_those_that_walking_all_of_them_finds_largest() {
        int several = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Value value : wiring.order()) {
                List<Double> all = products(wiring, value);
                Paths paths = Paths.of(wiring, wiring.id(value), 7);
                assertEquals(String.valueOf(all.size()), paths.count());
                assertEquals(Math.min(7, all.size()), paths.paths().size());
                for (int i = 0; i < paths.paths().size(); i++) {
                    assertClose(
                            Math.abs(all.get(i)), Math.abs(paths.paths().get(i).product()));
                }
                several += all.size() > 7 ? 1 : 0;
            }
        }
        assertTrue(several > 100, several + " with more paths than are listed");
    }

    @Test
    void all_paths_together_are_the_gradient() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            for (Value value : wiring.order()) {
                Paths paths = Paths.of(wiring, wiring.id(value), 5);
                double size =
                        products(wiring, value).stream().mapToDouble(Math::abs).sum();
                double shown = paths.paths().stream().mapToDouble(Path::product).sum();
                double tolerance = 1e-12 * Math.max(1, size);
                assertEquals(value.gradient, paths.gradient());
                assertEquals(value.gradient, paths.sum(), tolerance);
                assertEquals(value.gradient, shown + paths.rest().sum(), tolerance);
            }
        }
    }

    @Test
    void a_path_leads_over_uses_from_the_value_to_the_root_and_no_two_are_the_same() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = ExplanationTest.random(seed);
            Set<String> seen = new HashSet<>();
            for (Path path : Paths.of(wiring, "x1", Paths.MOST).paths()) {
                assertTrue(seen.add(path.nodes() + " " + path.operands()));
                assertEquals("x1", path.nodes().get(0));
                assertEquals(
                        wiring.id(wiring.root()), path.nodes().get(path.nodes().size() - 1));
                double product = 1;
                for (int i = path.operands().size() - 1; i >= 0; i--) {
                    Value consumer = wiring.named(path.nodes().get(i + 1));
                    int operand = path.operands().get(i);
                    assertEquals(
                            wiring.named(path.nodes().get(i)),
                            consumer.operands().get(operand));
                    assertEquals(consumer.partial(operand), path.partials().get(i));
                    product = Op.chain(product, path.partials().get(i));
                }
                assertEquals(product, path.product());
            }
        }
    }

    @Test
    void of_a_million_million_paths_the_largest_are_found() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Value root = ladder(random, 40);
            Wiring wiring = Wiring.of(root);
            Paths paths = Paths.of(wiring, "x", 50);
            assertEquals(BigInteger.TWO.pow(40).toString(), paths.count());
            assertTrue(paths.exact());
            List<Double> best = best(wiring, 50);
            for (int i = 0; i < 50; i++) {
                assertEquals(best.get(i), Math.abs(paths.paths().get(i).product()), 1e-12 * best.get(i));
            }
        }
    }

    @Test
    void a_chain_of_doublings_has_more_paths_than_can_be_counted() {
        Value x = new Value(0, "x");
        Value sum = x;
        for (int i = 0; i < 5_000; i++) {
            sum = sum.add(sum);
        }
        sum.backward();
        Paths paths = Paths.of(Wiring.of(sum), "x", Paths.MOST);
        assertEquals("1" + "0".repeat(300), paths.count());
        assertTrue(!paths.exact());
        assertEquals(Double.POSITIVE_INFINITY, paths.sum());
        assertTrue(paths.paths().size() >= 9 && paths.paths().size() < Paths.MOST);
        assertTrue(paths.paths().stream().allMatch(path -> path.product() == 1));
    }

    @Test
    void where_there_is_no_number_the_paths_that_lead_there_come_first() {
        Value a = new Value(0, "a");
        Value root = a.mul(5).add(a.log()).add(a.mul(7));
        root.backward();
        List<Path> paths = Paths.of(Wiring.of(root), "a", 3).paths();
        assertEquals(Double.POSITIVE_INFINITY, paths.get(0).product());
        assertEquals(7, paths.get(1).product());
        assertEquals(5, paths.get(2).product());
    }

    @Test
    void from_the_root_there_is_one_path_and_it_is_empty() {
        Value root = new Value(2, "a").mul(3).named("b");
        root.backward();
        Paths paths = Paths.of(Wiring.of(root), "b", 5);
        assertEquals("1", paths.count());
        assertEquals(List.of("b"), paths.paths().get(0).nodes());
        assertEquals(1, paths.sum());
        assertEquals(0, paths.rest().sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void the_number_of_paths_is_limited(int most) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> Paths.of(ExplanationTest.random(1), "x1", most));
        assertEquals("most", refused.field());
        assertTrue(refused.getMessage().contains("100"));
    }

    /** Every value is the sum of two multiples of the one before. */
    private static Value ladder(Random random, int rungs) {
        Value value = new Value(1, "x");
        for (int i = 0; i < rungs; i++) {
            value = value.mul(random.nextDouble(-1.5, 1.5)).add(value.mul(random.nextDouble(-1.5, 1.5)));
        }
        value.backward();
        return value;
    }

    /** The products of all paths, largest first, found by walking them. */
    private static List<Double> products(Wiring wiring, Value from) {
        List<Double> products = new ArrayList<>();
        walk(wiring, from, 1, products);
        products.sort((a, b) -> Double.compare(Math.abs(b), Math.abs(a)));
        return products;
    }

    private static void walk(Wiring wiring, Value at, double product, List<Double> products) {
        if (at == wiring.root()) {
            products.add(product);
        }
        wiring.uses(at).forEach(use -> walk(wiring, use.consumer(), product * use.partial(), products));
    }

    /** The largest magnitudes from the first leaf on, found by keeping the best of every value. */
    private static List<Double> best(Wiring wiring, int most) {
        IdentityHashMap<Value, List<Double>> best = new IdentityHashMap<>();
        for (Value value : wiring.order()) {
            List<Double> here = new ArrayList<>();
            if (value.isLeaf()) {
                here.add(1.0);
            }
            for (int i = 0; i < value.operands().size(); i++) {
                double partial = Math.abs(value.partial(i));
                best.getOrDefault(value.operands().get(i), List.of()).forEach(product -> here.add(product * partial));
            }
            best.put(
                    value,
                    here.stream()
                            .sorted((a, b) -> Double.compare(b, a))
                            .limit(most)
                            .toList());
        }
        return Stream.of(wiring.root())
                .flatMap(root -> best.getOrDefault(root, List.of()).stream())
                .toList();
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.max(1, expected));
    }
}
