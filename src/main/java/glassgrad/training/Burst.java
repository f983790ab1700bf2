package glassgrad.training;

/**
 * When to look up from training: after one step, then after two, four, and so on, up to a fraction of a millisecond's work,
 * so that looking at the clock costs nothing beside the steps.
 */
final class Burst {
    /** So many parameters times samples take about a tenth of a millisecond. */
    private static final int WORK = 200_000;

    private final int begin;
    private final int end;
    private final int longest;
    private int length = 1;
    private int next;

    /**
     * From one step to another.
     *
     * @param work what a step costs, in parameters times samples
     */
    Burst(int begin, int end, int work) {
        this.begin = begin;
        this.end = end;
        longest = Math.max(1, WORK / (work + 1_000));
        next = begin + 1;
    }

    /** Whether another step is to be made; one is, however late it is. */
    boolean goesOn(int step, Turns.Turn turn, Deadline deadline) {
        if (step >= end) {
            return false;
        }
        if (step == begin || step < next) {
            return true;
        }
        length = Math.min(longest, 2 * length);
        next = step + length;
        if (deadline.isOver()) {
            return false;
        }
        turn.pass();
        return true;
    }
}
