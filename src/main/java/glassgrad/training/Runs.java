package glassgrad.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are at hand, by their ids; bounded by the memory they take. A run that was dropped is made again from its
 * recipe, at the same numbers.
 *
 * <p>A branch keeps the run that it came from in memory. So it is dropped with that run: what is kept is always weighed.
 */
public final class Runs {
    private final Cache<String, Run> cache;
    private final Workshop workshop = new Workshop();

    /** The ids of the runs that branched from a run. */
    private final Map<String, Set<String>> branches = new ConcurrentHashMap<>();

    /** Runs at hand whose trunk was dropped. */
    private final Queue<String> orphans = new ConcurrentLinkedQueue<>();

    /** Runs in a quarter of the memory that this process may use. */
    public Runs() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    public Runs(long bytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String id, Run run) -> (int) Math.min(Integer.MAX_VALUE, run.bytes()))
                // Who brings too much waits until it has been dropped; otherwise memory might fill meanwhile.
                .executor(Runnable::run)
                .removalListener(this::dropped)
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
                    ? new Run(ids.get(0), recipe, workshop)
                    : new Run(ids.get(count), recipe, edits.get(count - 1), run);
            run = cache.get(branch.id(), id -> branch);
            keepTogether(run);
        }
        dropOrphans();
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
        dropOrphans();
    }

    private void keepTogether(Run run) {
        Run trunk = run.trunk();
        if (trunk != null) {
            branches.computeIfAbsent(trunk.id(), id -> ConcurrentHashMap.newKeySet())
                    .add(run.id());
            if (cache.getIfPresent(trunk.id()) != trunk) {
                orphans.add(run.id());
            }
        }
    }

    private void dropped(@Nullable String id, @Nullable Run run, RemovalCause cause) {
        if (id == null || run == null || cause == RemovalCause.REPLACED) {
            return;
        }
        Run trunk = run.trunk();
        Set<String> siblings = trunk == null ? null : branches.get(trunk.id());
        if (siblings != null) {
            siblings.remove(id);
        }
        Set<String> own = branches.remove(id);
        if (own != null) {
            orphans.addAll(own);
        }
    }

    private void dropOrphans() {
        for (String id = orphans.poll(); id != null; id = orphans.poll()) {
            cache.invalidate(id);
        }
    }
}
