package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bound on what all runs together keep in memory. */
class RunsTest {
    private static final long BUDGET = 8L << 20;
    private static final Deadline NEVER = Deadline.never();

    private final Runs runs = new Runs(BUDGET);

    @Test
    void ten_thousand_different_recipes_keep_within_the_budget() {
        List<String> ids = new ArrayList<>();
        for (int seed = 0; seed < 10_000; seed++) {
            Run run = runs.open(small(seed));
            run.advance(0, 3, NEVER);
            runs.weigh(run);
            ids.add(run.id());
            if (seed % 1_000 == 999) {
                assertWithin(BUDGET, runs, ids);
            }
        }
    }

    @Test
    void a_run_that_grows_drives_out_others() {
        Runs few = new Runs(1 << 20);
        List<String> ids = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            ids.add(few.open(small(seed)).id());
        }
        assertEquals(100, atHand(few, ids));
        // 65,536 losses of 8 bytes.
        Run run = few.open(small(99));
        run.reach(60_000, NEVER);
        few.weigh(run);
        assertTrue(atHand(few, ids) < 100);
        assertWithin(1 << 20, few, ids);
    }

    @Test
    void a_branch_is_dropped_with_the_run_that_it_keeps_in_memory() {
        Recipe recipe = small(0);
        String trunk = runs.open(recipe).id();
        String branch = runs.open(recipe.withEdits(List.of(new Edit(1, Map.of("layer1.neuron1.w1", 0.5)))))
                .id();
        // The branch is asked for again and again, and many others some times; the trunk never.
        for (int seed = 1; seed < 2_000; seed++) {
            for (int i = 0; i < 5; i++) {
                runs.find(branch);
                runs.open(small(seed));
            }
        }
        assertTrue(runs.find(trunk).isEmpty());
        assertTrue(runs.find(branch).isEmpty());
    }

    private static long atHand(Runs runs, List<String> ids) {
        return ids.stream().filter(id -> runs.find(id).isPresent()).count();
    }

    private static void assertWithin(long budget, Runs runs, List<String> ids) {
        long bytes = ids.stream()
                .flatMap(id -> runs.find(id).stream())
                .mapToLong(Run::bytes)
                .sum();
        assertTrue(bytes <= budget, () -> "%,d bytes are kept, %,d may be".formatted(bytes, budget));
    }

    /** The notebook's samples on a single neuron. */
    private static Recipe small(long seed) {
        NetworkRecipe network = NetworkRecipe.DEFAULT;
        return new Recipe(
                DataRecipe.DEFAULT,
                new NetworkRecipe(
                        List.of(1), network.activation(), network.outputActivation(), network.bias(), seed, "uniform"),
                TrainingRecipe.DEFAULT,
                List.of());
    }
}
