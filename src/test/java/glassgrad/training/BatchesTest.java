package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    /** From CPython 3: {@code random.seed(seed * 2**32 + epoch); order = list(range(10)); random.shuffle(order)}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | [7, 8, 1, 5, 3, 4, 2, 0, 9, 6]",
                "0 | 1 | [6, 8, 9, 7, 5, 3, 0, 4, 1, 2]",
                "0 | 300 | [1, 6, 4, 7, 2, 3, 0, 8, 5, 9]",
                "1 | 0 | [8, 9, 3, 2, 4, 7, 0, 6, 5, 1]",
                "1 | 1 | [9, 5, 4, 1, 2, 0, 7, 6, 8, 3]",
                "1 | 300 | [1, 7, 8, 4, 5, 9, 0, 2, 6, 3]",
                "1337 | 0 | [0, 6, 7, 4, 9, 3, 8, 5, 2, 1]",
                "1337 | 1 | [8, 5, 0, 3, 4, 1, 7, 9, 6, 2]",
                "1337 | 300 | [7, 5, 3, 1, 9, 4, 2, 0, 6, 8]",
                "1099511627781 | 0 | [4, 2, 6, 7, 8, 9, 1, 0, 5, 3]",
                "1099511627781 | 1 | [0, 9, 4, 7, 2, 5, 8, 3, 1, 6]",
                "1099511627781 | 300 | [8, 5, 0, 9, 7, 3, 4, 1, 6, 2]",
                "9007199254740991 | 0 | [1, 5, 2, 0, 3, 9, 6, 4, 8, 7]",
                "9007199254740991 | 1 | [7, 8, 9, 5, 6, 3, 4, 0, 1, 2]",
                "9007199254740991 | 300 | [3, 8, 6, 1, 7, 2, 9, 4, 5, 0]"
            })
    void an_epochs_order_is_that_of_python(long seed, int epoch, String expected) {
        Batches batches = new Batches(10, 5, new Order("shuffled", seed));
        List<Integer> order = new ArrayList<>(batches.of(2 * epoch).samples());
        order.addAll(batches.of(2 * epoch + 1).samples());
        assertEquals(expected, order.toString());
    }

    @Test
    void every_epoch_goes_once_through_all_the_samples_in_an_order_of_its_own() {
        Batches batches = new Batches(7, 3, new Order("shuffled", 4));
        List<List<Integer>> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 5; epoch++) {
            List<Integer> samples = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                samples.addAll(batches.of(3 * epoch + k).samples());
            }
            epochs.add(samples);
            assertEquals(
                    IntStream.range(0, 7).boxed().toList(),
                    samples.stream().sorted().toList());
        }
        assertEquals(5, epochs.stream().distinct().count());
    }

    @Test
    void a_batch_follows_from_seed_and_step_alone() {
        Order order = new Order("shuffled", -12);
        Batches inOrder = new Batches(9, 2, order);
        List<List<Integer>> batches =
                IntStream.range(0, 40).mapToObj(k -> inOrder.of(k).samples()).toList();
        for (int k = 39; k >= 0; k--) {
            assertEquals(batches.get(k), new Batches(9, 2, order).of(k).samples());
            assertEquals(batches.get(k), inOrder.of(k).samples());
        }
    }

    @Test
    void as_given_the_samples_stay_in_their_order_and_so_they_do_in_a_batch_of_all() {
        Batches given = new Batches(5, 2, Order.GIVEN);
        assertEquals(
                List.of(List.of(0, 1), List.of(2, 3), List.of(4), List.of(0, 1)),
                IntStream.range(0, 4).mapToObj(k -> given.of(k).samples()).toList());
        Order shuffled = new Order("shuffled", 1);
        assertEquals(
                List.of(0, 1, 2, 3, 4), new Batches(5, null, shuffled).of(3).samples());
        assertEquals(List.of(0, 1, 2, 3, 4), new Batches(5, 5, shuffled).of(3).samples());
        assertNotEquals(List.of(0, 1, 2, 3), new Batches(5, 4, shuffled).of(0).samples());
    }

    @Test
    void a_batch_is_named_shortly_where_its_samples_stand_in_a_row() {
        assertEquals("2 to 3", new Batches(5, 2, Order.GIVEN).of(1).inWords());
        assertEquals("4, 0", new Batch(new int[] {4, 0, 1}, 0, 2).inWords());
    }
}
