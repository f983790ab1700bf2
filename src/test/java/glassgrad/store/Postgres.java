package glassgrad.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL of the tests' own, started when the first of them asks, and stopped after the last. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private int databases;

    /** Started by JUnit's store. */
    public Postgres() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this run of the tests. */
    public static Postgres of(ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(Postgres.class))
                .computeIfAbsent(Postgres.class);
    }

    /** The address of an empty database, as a host would give it. */
    public synchronized String newDatabase() {
        String name = "test" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "postgres://postgres:postgres@localhost:" + server.getPort() + "/" + name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
