package glassgrad.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;

/**
 * The runs that are at hand, by their ids; bounded by the memory they take. A run that was dropped is made again from its
 * recipe, at the same numbers.
 */
public final class Runs {
    private final Cache<String, Run> cache;
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());

    /** Runs in a quarter of the memory that this process may use. */
    public Runs() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    public Runs(long bytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String id, Run run) -> (int) Math.min(Integer.MAX_VALUE, run.bytes()))
                .build();
    }

    /** The run of a recipe, branched from the run with one edit less. */
    public Run open(Recipe recipe) {
        List<Edit> edits = recipe.edits();
        List<String> ids = RecipeHash.ofPrefixes(recipe);
        int known = edits.size();
        Run run = cache.getIfPresent(ids.get(known));
        while (run == null && known > 0) {
            run = cache.getIfPresent(ids.get(--known));
        }
        int next = run == null ? 0 : known + 1;
        for (int count = next; count <= edits.size(); count++) {
            Run branch = run == null
                    ? new Run(ids.get(0), recipe, turns)
                    : new Run(ids.get(count), recipe, edits.get(count - 1), run);
            run = cache.get(branch.id(), id -> branch);
        }
        if (run == null) {
            throw new IllegalStateException("A recipe has a run.");
        }
        return run;
    }

    public Optional<Run> find(String id) {
        return Optional.ofNullable(cache.getIfPresent(id));
    }

    /** Weighs a run again, after it has grown, and those that it branched from, which grow with it. */
    public void weigh(Run run) {
        for (Run grown = run; grown != null; grown = grown.trunk()) {
            cache.asMap().replace(grown.id(), grown, grown);
        }
    }
}
