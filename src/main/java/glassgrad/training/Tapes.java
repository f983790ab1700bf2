package glassgrad.training;

import glassgrad.engine.Program;
import glassgrad.engine.Tape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Tapes that nobody uses at the moment, the last used first: a request of a few steps takes less time than making one. */
final class Tapes {
    /** So many numbers are kept in all: 4 MiB. */
    private static final int MOST_NUMBERS = 1 << 19;

    private final Deque<Tape> spare = new ArrayDeque<>();
    private int numbers;

    /** A tape for the caller alone, until it is given back. */
    synchronized Tape borrow(Program program, int lanes) {
        for (Iterator<Tape> each = spare.iterator(); each.hasNext(); ) {
            Tape tape = each.next();
            if (tape.runs(program) && tape.lanes() == lanes) {
                each.remove();
                numbers -= tape.numbers();
                return tape;
            }
        }
        return program.tape(lanes);
    }

    synchronized void giveBack(Tape tape) {
        if (tape.numbers() > MOST_NUMBERS) {
            return;
        }
        spare.addFirst(tape);
        numbers += tape.numbers();
        while (numbers > MOST_NUMBERS) {
            numbers -= spare.removeLast().numbers();
        }
    }
}
