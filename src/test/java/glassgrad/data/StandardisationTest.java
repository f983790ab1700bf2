package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardisationTest {
    /** The standard example of a population whose mean is 5 and whose standard deviation is 2. */
    private static final List<Double> NUMBERS = List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0);

    private static final List<Sample> SAMPLES =
            NUMBERS.stream().map(x -> new Sample(List.of(x, 7.0), List.of(1.0))).toList();

    @Test
    void an_input_is_moved_by_its_mean_and_scaled_by_its_standard_deviation() {
        Standardisation standardisation = Standardisation.of(SAMPLES);
        assertEquals(List.of(5.0, 7.0), standardisation.means());
        assertEquals(
                List.of(-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0),
                SAMPLES.stream()
                        .map(sample -> standardisation.of(sample).x().get(0))
                        .toList());
    }

    @Test
    void an_input_that_never_changes_becomes_0() {
        Standardisation standardisation = Standardisation.of(SAMPLES);
        assertEquals(1.0, standardisation.deviations().get(1));
        assertEquals(0.0, standardisation.of(SAMPLES.get(0)).x().get(1));
    }
}
