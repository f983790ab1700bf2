package glassgrad.training;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who may train: as many requests at once as there are processors, each for a few milliseconds, then the next in line.
 *
 * <p>So a short request never waits for a long one to end. One that is done in a fraction of a millisecond does not even stand
 * in line: to be woken would take longer. Whoever has a turn must not wait for a lock: others may hold that lock while they
 * wait for their turn.
 */
final class Turns {
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(5);

    /** In parameters times samples times steps: about a fifth of a millisecond. */
    static final long SMALL = 400_000;

    private final Semaphore processors;

    Turns(int processors) {
        this.processors = new Semaphore(processors, true);
    }

    /**
     * Waits in line for a turn, if there is much to do.
     *
     * @param work parameters times samples times steps
     */
    Turn take(long work) {
        return new Turn(work > SMALL);
    }

    /** Does a piece of work in a turn; see {@link #take}. */
    <T> T during(long work, Supplier<T> task) {
        Turn turn = take(work);
        try {
            return task.get();
        } finally {
            turn.close();
        }
    }

    /** Leave to compute, until it is closed. */
    final class Turn implements AutoCloseable {
        private final boolean inLine;
        private long end;

        private Turn(boolean inLine) {
            this.inLine = inLine;
            if (inLine) {
                processors.acquireUninterruptibly();
            }
            end = System.nanoTime() + SLICE;
        }

        /** Goes to the end of the line, if the slice is over and somebody waits. */
        void pass() {
            if (inLine && System.nanoTime() - end >= 0 && processors.hasQueuedThreads()) {
                processors.release();
                processors.acquireUninterruptibly();
                end = System.nanoTime() + SLICE;
            }
        }

        @Override
        public void close() {
            if (inLine) {
                processors.release();
            }
        }
    }
}
