package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final Dataset TEN = new Dataset(
            IntStream.range(0, 10).mapToObj(i -> Sample.of(new double[] {i}, 1)).toList());

    private static List<Integer> numbers(List<Sample> samples) {
        return samples.stream().map(sample -> sample.x().get(0).intValue()).toList();
    }

    /** CPython 3: random.seed(3); order = list(range(10)); random.shuffle(order); sorted(order[:4]). */
    @Test
    void the_samples_put_aside_are_the_first_that_python_shuffles() {
        Split split = Split.of(TEN, 0.45, 3);
        assertEquals(List.of(0, 1, 5, 6), numbers(split.test()));
    }

    @Test
    void every_sample_is_on_one_side_in_its_order() {
        Split split = Split.of(TEN, 0.5, 11);
        assertEquals(5, split.test().size());
        List<Integer> all = new ArrayList<>(numbers(split.training().samples()));
        assertEquals(all.stream().sorted().toList(), all);
        all.addAll(numbers(split.test()));
        assertEquals(
                IntStream.range(0, 10).boxed().toList(), all.stream().sorted().toList());
        assertNotEquals(split, Split.of(TEN, 0.5, 12));
    }

    @Test
    void without_a_share_nothing_changes_and_one_sample_is_always_left_to_learn_from() {
        assertSame(TEN, Split.of(TEN, 0, 5).training());
        assertEquals(List.of(), Split.of(TEN, 0.09, 5).test());
        Dataset one = new Dataset(TEN.samples().subList(0, 1));
        assertSame(one, Split.of(one, 0.9, 5).training());
    }
}
