package glassgrad.training;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who may train: as many requests at once as there are processors, each for a few milliseconds, then the next in line.
 *
 * <p>So a short request never waits for a long one to end. Whoever has a turn must not wait for a lock: others may hold that
 * lock while they wait for their turn.
 */
final class Turns {
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Semaphore processors;

    Turns(int processors) {
        this.processors = new Semaphore(processors, true);
    }

    /** Waits in line for a turn. */
    Turn take() {
        processors.acquireUninterruptibly();
        return new Turn();
    }

    /** Does a short piece of work in a turn. */
    <T> T during(Supplier<T> work) {
        Turn turn = take();
        try {
            return work.get();
        } finally {
            turn.close();
        }
    }

    /** Leave to compute, until it is closed. */
    final class Turn implements AutoCloseable {
        private long end = System.nanoTime() + SLICE;

        /** Goes to the end of the line, if the slice is over and somebody waits. */
        void pass() {
            if (System.nanoTime() - end >= 0 && processors.hasQueuedThreads()) {
                processors.release();
                processors.acquireUninterruptibly();
                end = System.nanoTime() + SLICE;
            }
        }

        @Override
        public void close() {
            processors.release();
        }
    }
}
