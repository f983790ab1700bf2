package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
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
    void a_run_is_not_kept_without_the_run_that_it_branched_from() {
        List<String> ids = new ArrayList<>();
        Map<String, Run> all = new HashMap<>();
        for (int seed = 0; seed < 100; seed++) {
            Recipe recipe = small(seed);
            for (int step = 1; step <= 20; step++) {
                List<Edit> edits = new ArrayList<>(recipe.edits());
                edits.add(new Edit(step, Map.of("layer1.neuron1.w1", 0.01 * step)));
                recipe = recipe.withEdits(edits);
                Run run = runs.open(recipe);
                run.reach(step + 1, NEVER);
                runs.weigh(run);
                ids.add(run.id());
                all.put(run.id(), run);
            }
        }
        assertWithin(BUDGET, runs, ids);
        for (Run run : all.values()) {
            Run trunk = run.trunk();
            if (trunk != null && runs.find(run.id()).isPresent()) {
                assertSame(trunk, runs.find(trunk.id()).orElseThrow());
            }
        }
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
                new NetworkRecipe(List.of(1), network.activation(), network.outputActivation(), network.bias(), seed),
                TrainingRecipe.DEFAULT,
                List.of());
    }
}
