package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void in_steps_the_rate_is_multiplied_after_every_stretch() {
        Schedule schedule = new Schedule.Steps(10, 0.5);
        double[] expected = {0.8, 0.4, 0.2, 0.1};
        for (int k = 0; k < 40; k++) {
            assertEquals(expected[k / 10], schedule.rate(0.8, k));
        }
    }

    @Test
    void along_the_cosine_the_rate_falls_slowly_fast_and_slowly_to_its_end() {
        Schedule schedule = new Schedule.Cosine(0.1, 12);
        assertEquals(0.9, schedule.rate(0.9, 0));
        assertEquals(0.1 + 0.8 * (1 + Math.sqrt(3) / 2) / 2, schedule.rate(0.9, 2), 1e-15);
        assertEquals(0.1 + 0.8 * 0.75, schedule.rate(0.9, 4), 1e-15);
        assertEquals(0.5, schedule.rate(0.9, 6), 1e-15);
        assertEquals(0.1 + 0.8 * 0.25, schedule.rate(0.9, 8), 1e-15);
        assertEquals(0.1, schedule.rate(0.9, 12));
        assertEquals(0.1, schedule.rate(0.9, 1_000_000));
        for (int k = 0; k < 12; k++) {
            assertTrue(schedule.rate(0.9, k + 1) < schedule.rate(0.9, k));
        }
    }

    @Test
    void a_schedule_out_of_its_limits_is_refused() {
        assertEquals("training.schedule.every", refused(() -> new Schedule.Steps(0, 0.5)));
        assertEquals("training.schedule.factor", refused(() -> new Schedule.Steps(1, 1.5)));
        assertEquals("training.schedule.factor", refused(() -> new Schedule.Steps(1, 0)));
        assertEquals("training.schedule.factor", refused(() -> new Schedule.Steps(1, Double.NaN)));
        assertEquals("training.schedule.end", refused(() -> new Schedule.Cosine(-1, 1)));
        assertEquals("training.schedule.steps", refused(() -> new Schedule.Cosine(0, 1_000_001)));
    }

    private static String refused(Runnable attempt) {
        return assertThrows(InvalidInput.class, attempt::run).field();
    }
}
