package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassgrad.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PythonRandomTest {
    private static final JsonNode SEEDS = Golden.read("python-random.json").get("seeds");

    static Stream<String> seeds() {
        return SEEDS.propertyStream().map(property -> property.getKey());
    }

    /** The golden file draws everything of one seed from one stream, in the order of this test. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_seed_draws_what_python_draws(String seed) {
        JsonNode python = SEEDS.get(seed);
        PythonRandom random = new PythonRandom(Long.parseLong(seed));

        assertBits(python.get("random"), DoubleStream.generate(random::random));
        assertBits(python.get("uniform(-1,1)"), DoubleStream.generate(() -> random.uniform(-1, 1)));
        assertWhole(python.get("getrandbits(32)"), LongStream.generate(() -> random.getrandbits(32)));
        assertWhole(python.get("randrange(10)"), LongStream.generate(() -> random.randrange(10)));
        assertWhole(python.get("shuffle(range(10))"), shuffled(random, 10));
        // The C library's log, cos and sin may round the last bit otherwise than StrictMath does.
        double[] gauss = Golden.numbers(python.get("gauss(0,1)"));
        for (double expected : gauss) {
            assertEquals(expected, random.gauss(0, 1), 2 * Math.ulp(expected));
        }
    }

    /** CPython 3.11: r = random.Random(5); [r.getrandbits(k) for k in (0, 1, 31, 33, 53, 63)], r.randrange(2**62 + 1). */
    @Test
    void more_than_a_word_of_bits_is_drawn_lowest_word_first() {
        PythonRandom random = new PythonRandom(5);
        long[] bits = IntStream.of(0, 1, 31, 33, 53, 63)
                .mapToLong(random::getrandbits)
                .toArray();
        assertArrayEquals(new long[] {0L, 1L, 548563996L, 3185950873L, 6218991505886775L, 7761568686074522602L}, bits);
        assertEquals(2297105310323561332L, random.randrange((1L << 62) + 1));
    }

    /** CPython 3.11: r = random.Random(-2**63); r.random(). */
    @Test
    void the_smallest_long_is_a_seed_too() {
        assertEquals(0.5534639983914199, new PythonRandom(Long.MIN_VALUE).random());
    }

    @Test
    void gauss_is_scaled_and_moved() {
        double standard = new PythonRandom(42).gauss(0, 1);
        assertEquals(10 + standard * 0.5, new PythonRandom(42).gauss(10, 0.5));
    }

    @Test
    void impossible_draws_are_refused() {
        PythonRandom random = new PythonRandom(1);
        assertThrows(IllegalArgumentException.class, () -> random.randrange(0));
        assertThrows(IllegalArgumentException.class, () -> random.getrandbits(64));
        assertThrows(IllegalArgumentException.class, () -> random.getrandbits(-1));
    }

    private static LongStream shuffled(PythonRandom random, int n) {
        List<Integer> items = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        random.shuffle(items);
        return items.stream().mapToLong(Integer::longValue);
    }

    private static void assertBits(JsonNode python, DoubleStream ours) {
        assertArrayEquals(Golden.numbers(python), ours.limit(python.size()).toArray());
    }

    private static void assertWhole(JsonNode python, LongStream ours) {
        long[] expected = python.valueStream().mapToLong(JsonNode::asLong).toArray();
        assertArrayEquals(expected, ours.limit(python.size()).toArray());
    }
}
