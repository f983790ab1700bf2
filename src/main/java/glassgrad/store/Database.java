package glassgrad.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** An open database with today's tables. */
final class Database implements AutoCloseable {
    /** SQLite writes one at a time; PostgreSQL on a small host has twenty connections for all. */
    private static final int CONNECTIONS = 4;

    /** Whoever stores a link waits no longer than this for a connection. */
    private static final int WAIT_MILLIS = 3_000;

    /** Only so many requests wait for the database at once, and not for long: the others are about training. */
    private static final int MOST_WAITING = 16;

    private static final int QUEUE_MILLIS = 1_000;

    private final Semaphore waiting = new Semaphore(MOST_WAITING, true);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private volatile @Nullable String refusal;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        jdbi = Jdbi.create(pool);
    }

    /** @throws StoreUnavailable if there is no database there, or it cannot be used */
    static Database open(Place place) {
        try {
            if (place.folder() != null) {
                Files.createDirectories(place.folder());
            }
            HikariDataSource pool = new HikariDataSource(configuration(place));
            try {
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:glassgrad/store")
                        .load()
                        .migrate();
                return new Database(pool);
            } catch (FlywayException e) {
                pool.close();
                throw unavailable(e);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("The folder %s cannot be made or written.".formatted(place.folder()), e);
        }
    }

    /** @throws StoreUnavailable if the database refuses, for whatever reason; then nothing was changed */
    <T> T with(Function<Handle, T> work) {
        enter();
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw unavailable(e);
        } finally {
            waiting.release();
        }
    }

    /**
     * As {@link #with}, for what changes something. A disk that is full shows in a write alone, so a refusal is remembered
     * until something could be written again.
     */
    <T> T write(Function<Handle, T> work) {
        try {
            T done = with(work);
            refusal = null;
            return done;
        } catch (StoreUnavailable e) {
            refusal = e.getMessage();
            throw e;
        }
    }

    /** Why the last write was refused; empty if it was not. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void enter() {
        try {
            if (waiting.tryAcquire(QUEUE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreUnavailable("The database is busy.");
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig configuration(Place place) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("store");
        configuration.setJdbcUrl(place.url());
        if (place.user() != null) {
            configuration.setUsername(place.user());
        }
        if (place.password() != null) {
            configuration.setPassword(place.password());
        }
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(WAIT_MILLIS);
        // The first use tells what is wrong, in our own words.
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }

    private static StoreUnavailable unavailable(Throwable e) {
        return new StoreUnavailable(reason(e), e);
    }

    /** The commonest reasons, told apart by the codes of SQLite and PostgreSQL. */
    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed) {
                String state = String.valueOf(failed.getSQLState());
                String said = String.valueOf(failed.getMessage());
                if (said.contains("SQLITE_FULL") || state.equals("53100")) {
                    return "The disk of the database is full.";
                }
                if (said.contains("SQLITE_BUSY") || said.contains("SQLITE_LOCKED") || state.equals("55P03")) {
                    return "The database is locked by another program.";
                }
                if (said.contains("SQLITE_READONLY") || said.contains("SQLITE_CANTOPEN")) {
                    return "The file of the database cannot be written.";
                }
                if (state.startsWith("28")) {
                    return "The database does not accept the name or password in DATABASE_URL.";
                }
                if (state.startsWith("08") || said.contains("request timed out")) {
                    return "The database does not answer.";
                }
            }
        }
        return "The database refused.";
    }
}
