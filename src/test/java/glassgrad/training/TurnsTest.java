package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final long MUCH = 1_000_000_000;

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        people.shutdownNow();
    }

    @Test
    void a_short_request_comes_to_its_turn_while_a_long_one_goes_on() throws Exception {
        Turns turns = new Turns(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Future<Integer> longRequest = people.submit(() -> {
            int slices = 0;
            try (Turns.Turn turn = turns.take(MUCH)) {
                begun.countDown();
                while (answered.getCount() > 0) {
                    slices++;
                    turn.pass();
                }
            }
            return slices;
        });
        begun.await();
        assertEquals(
                "answer",
                people.submit(() -> turns.during(MUCH, () -> "answer")).get());
        answered.countDown();
        longRequest.get(30, TimeUnit.SECONDS);
        assertEquals("afterwards", turns.during(MUCH, () -> "afterwards"));
    }

    @Test
    void a_small_piece_of_work_is_done_while_all_turns_are_taken() {
        Turns turns = new Turns(1);
        try (Turns.Turn all = turns.take(MUCH)) {
            all.pass();
            assertEquals("at once", turns.during(1, () -> "at once"));
        }
    }
}
