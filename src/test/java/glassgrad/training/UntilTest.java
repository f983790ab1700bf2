package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntilTest {
    private static final int FAR = 400;

    private final Run run = new Runs().open(Preset.MICROGRAD_DEMO.recipe());

    @Test
    void a_step_is_stopped_at_once() {
        Progress progress = wait(0, new Until(37, null, null, null));
        assertEquals(37, progress.frame().step());
        assertEquals("step", progress.met());
        assertEquals(37, progress.losses().size());
        assertNull(wait(37, new Until(37, null, null, null)).met());
    }

    @Test
    void a_loss_is_stopped_at_where_it_is_reached_first_and_again_when_it_comes_back() {
        List<Double> losses = losses(FAR);
        double aim = losses.get(40);
        for (int since = 0; since < 100; ) {
            int expected = since + 1;
            while (!(losses.get(expected) <= aim && losses.get(expected - 1) > aim)) {
                expected++;
                if (expected == FAR) {
                    return;
                }
            }
            Progress progress = wait(since, new Until(null, aim, null, null));
            assertEquals("loss", progress.met());
            assertEquals(expected, progress.frame().step());
            assertTrue(progress.frame().loss() <= aim);
            since = expected;
        }
    }

    @Test
    void an_accuracy_is_stopped_at_where_it_is_reached_first() {
        int expected = 0;
        while (accuracy(expected) < 0.95) {
            expected++;
        }
        Progress progress = wait(0, new Until(null, null, 0.95, null));
        assertEquals("accuracy", progress.met());
        assertEquals(expected, progress.frame().step());
    }

    @Test
    void a_run_without_progress_is_stopped() {
        List<Double> falling = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            falling.add(Math.max(1.0, 10 - k));
        }
        // The loss falls until step 9. The smallest of 10 to 14 is the first that is not below the smallest of the five
        // before.
        Until five = new Until(null, null, null, 5);
        assertEquals(new Until.Met(14, "patience"), five.first(0, 0, falling));
        assertNull(five.first(14, 0, falling));
        assertNull(five.first(0, 0, falling.subList(0, 14)));
        int from = five.lossesFrom(12);
        assertEquals(3, from);
        assertEquals(new Until.Met(14, "patience"), five.first(12, from, falling.subList(from, 60)));
    }

    @Test
    void what_comes_true_first_is_what_counts() {
        List<Double> losses = losses(60);
        assertEquals("step", wait(0, new Until(3, losses.get(50), 1.0, 50)).met());
        assertEquals("loss", wait(0, new Until(FAR, losses.get(50), null, null)).met());
    }

    @Test
    void with_nothing_to_wait_for_it_goes_as_far_as_it_was_asked() {
        Progress progress = wait(0, new Until(null, null, null, null));
        assertEquals(FAR, progress.frame().step());
        assertNull(progress.met());
    }

    @Test
    void a_step_that_was_reached_already_is_found_as_well() {
        run.advance(0, FAR, Deadline.never());
        Progress progress = run.advance(FAR, 60, 20, new Until(30, null, null, null), Deadline.never());
        assertEquals(30, progress.frame().step());
        assertEquals(List.of(), progress.losses());
    }

    @ParameterizedTest
    @CsvSource({
        "0, , , , until.step",
        "1000001, , , , until.step",
        ", -1, , , until.loss",
        ", NaN, , , until.loss",
        ", , 1.5, , until.accuracy",
        ", , 0, , until.accuracy",
        ", , , 1, until.patience",
        ", , , 1001, until.patience",
    })
    void what_cannot_be_waited_for_is_refused(
            Integer step, Double loss, Double accuracy, Integer patience, String field) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> new Until(step, loss, accuracy, patience));
        assertEquals(field, refused.field());
    }

    private Progress wait(int since, Until until) {
        return run.advance(since, FAR, since, until, Deadline.never());
    }

    private List<Double> losses(int steps) {
        return run.advance(0, steps, Deadline.never()).losses();
    }

    private double accuracy(int step) {
        Double accuracy = run.frame(step, Deadline.never()).accuracy();
        return accuracy == null ? 0 : accuracy;
    }
}
