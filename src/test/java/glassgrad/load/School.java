package glassgrad.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Students at their browsers, in one thread. A request is due every 100 ms, whether or not the one before was answered; what
 * is late is sent as soon as its browser is free, and its latency counts from when it was due. So a server that stands still
 * for a second is charged with every answer that should have been given meanwhile.
 */
final class School implements AutoCloseable {
    static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);

    /** Every tenth student is a restless one. */
    private static final int RESTLESS = 10;

    /** Of a failure's own words, so many characters are told. */
    private static final int LONGEST_FAILURE = 300;

    private static final class Desk {
        final Student student;

        @Nullable
        Connection connection;

        long due;

        /** Whether an answer is awaited. */
        boolean waits;

        Desk(Student student, long due) {
            this.student = student;
            this.due = due;
        }
    }

    private final InetSocketAddress address;
    private final Selector selector = Selector.open();
    private final List<Desk> desks = new ArrayList<>();

    /** Those whose browser is free, by when they are due. */
    private final PriorityQueue<Desk> free = new PriorityQueue<>(Comparator.comparingLong(desk -> desk.due));

    private final Latencies latencies = new Latencies();
    private int failures;

    /** What went wrong first; empty if nothing did. */
    private String firstFailure = "";

    School(InetSocketAddress address) throws IOException {
        this.address = address;
    }

    /** Lets students in until there are so many, all at the same moment; each plays from a moment of her own on. */
    void fill(int students) {
        long now = System.nanoTime();
        while (desks.size() < students) {
            int number = desks.size();
            Desk desk = new Desk(new Student(number, number % RESTLESS == 0), now);
            desks.add(desk);
            free.add(desk);
        }
    }

    int students() {
        return desks.size();
    }

    Latencies latencies() {
        return latencies;
    }

    int failures() {
        return failures;
    }

    String firstFailure() {
        return firstFailure;
    }

    /** Forgets what was measured until now, and what was owed: each student's next request is due at a moment of her own. */
    void measureAnew() {
        latencies.clear();
        failures = 0;
        firstFailure = "";
        long now = System.nanoTime();
        free.clear();
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            desk.due = now + i * PERIOD / desks.size();
            if (!desk.waits) {
                free.add(desk);
            }
        }
    }

    void play(long time, TimeUnit unit) throws IOException {
        long end = System.nanoTime() + unit.toNanos(time);
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            for (Desk desk = free.peek(); desk != null && desk.due <= now; desk = free.peek()) {
                free.remove();
                ask(desk);
            }
            Desk next = free.peek();
            long until = next == null ? end : Math.min(end, next.due);
            selector.select(this::proceed, Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - now)));
        }
    }

    @Override
    public void close() throws IOException {
        desks.forEach(School::hangUp);
        selector.close();
    }

    private void ask(Desk desk) {
        try {
            Connection connection = desk.connection;
            if (connection == null) {
                connection = new Connection(selector, address, desk);
                desk.connection = connection;
            }
            connection.send(desk.student.nextRequest());
            desk.waits = true;
        } catch (IOException e) {
            fail(desk, e);
        }
    }

    private void proceed(SelectionKey key) {
        Desk desk = (Desk) key.attachment();
        Connection connection = desk.connection;
        try {
            Connection.Answer answer = connection == null ? null : connection.proceed();
            if (answer == null) {
                return;
            }
            latencies.add(Math.max(0, System.nanoTime() - desk.due));
            if (!desk.student.accepts(answer)) {
                count("answer " + answer.status + ": " + shortened(answer.text()));
            }
            next(desk);
        } catch (IOException e) {
            fail(desk, e);
        }
    }

    private void fail(Desk desk, IOException e) {
        count(e.toString());
        hangUp(desk);
        next(desk);
    }

    private void count(String failure) {
        failures++;
        if (firstFailure.isEmpty()) {
            firstFailure = failure;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE) + "...";
    }

    private void next(Desk desk) {
        desk.waits = false;
        desk.due += PERIOD;
        free.add(desk);
    }

    private static void hangUp(Desk desk) {
        if (desk.connection != null) {
            desk.connection.close();
            desk.connection = null;
        }
    }
}
