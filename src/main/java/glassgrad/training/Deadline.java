package glassgrad.training;

import java.time.Duration;

/** When to stop and answer what has been reached. */
@FunctionalInterface
public interface Deadline {
    boolean isOver();

    static Deadline never() {
        return () -> false;
    }

    static Deadline in(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return () -> System.nanoTime() - end >= 0;
    }
}
