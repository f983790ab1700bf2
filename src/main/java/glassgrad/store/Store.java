package glassgrad.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of a server: opened when it is first needed, and opened again after it could not be. Training needs none of it, so
 * whatever is wrong with it is told to whoever wants to store something, and to nobody else.
 */
public final class Store implements AutoCloseable {
    /** After a failure nobody tries again for so long. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final @Nullable Place place;
    private final String why;
    private final Clock clock = Clock.systemUTC();

    private @Nullable Database database;
    private @Nullable StoreUnavailable failure;
    private Instant failed = Instant.EPOCH;
    private boolean closed;

    private Store(@Nullable Place place, String why) {
        this.place = place;
        this.why = why;
    }

    public static Store at(Place place) {
        return new Store(place, "");
    }

    /** A store that keeps nothing; why not, in a sentence. */
    public static Store off(String why) {
        return new Store(null, why);
    }

    /** Why this store keeps nothing on purpose; empty if it is meant to keep something. */
    public Optional<String> off() {
        return place == null ? Optional.of(why) : Optional.empty();
    }

    /** Where it keeps things, in words. */
    public Optional<String> place() {
        return Optional.ofNullable(place).map(Place::inWords);
    }

    /**
     * The table of links.
     *
     * @throws StoreUnavailable if the store is off, or cannot be opened
     */
    public Links links() {
        return new Links(open());
    }

    /** What is wrong with the store now; empty if nothing. It is asked whether it can be read, and remembers whether it was written. */
    public Optional<String> trouble() {
        if (place == null) {
            return Optional.of(why);
        }
        try {
            Database there = open();
            new Links(there).find("");
            return there.refusal();
        } catch (StoreUnavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private synchronized Database open() {
        if (place == null) {
            throw new StoreUnavailable(why);
        }
        if (closed) {
            throw new StoreUnavailable("The server is stopping.");
        }
        if (database == null) {
            if (failure != null && clock.instant().isBefore(failed.plus(REST))) {
                throw failure;
            }
            try {
                database = Database.open(place);
                failure = null;
            } catch (StoreUnavailable e) {
                failure = e;
                failed = clock.instant();
                throw e;
            }
        }
        return database;
    }
}
