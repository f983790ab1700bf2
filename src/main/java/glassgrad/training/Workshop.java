package glassgrad.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/** What all runs share: the processors, what was compiled, and memory to compute in. */
final class Workshop {
    final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
    final Tapes tapes = new Tapes();

    /** By topology, as long as some run uses it: a class that works on one network compiles it once. */
    private final Cache<String, CompiledLoss> losses =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

    CompiledLoss loss(String topology, Supplier<CompiledLoss> compile) {
        return losses.get(topology, key -> compile.get());
    }
}
