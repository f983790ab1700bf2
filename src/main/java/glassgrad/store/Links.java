package glassgrad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of links. Every statement is one that SQLite and PostgreSQL both understand. */
public final class Links {
    private static final String COLUMNS = "id, content, engine, numbers, made, delete_code, deleted";

    /** Rows that PostgreSQL sends at a time, instead of all. */
    private static final int FETCH = 500;

    private final Database database;

    Links(Database database) {
        this.database = database;
    }

    /**
     * Keeps a link under its id, unless there is, or was, one of that id. It is on the disk when this returns.
     *
     * @return whether it was kept
     */
    public boolean insert(StoredLink link) {
        return database.write(handle -> handle.createUpdate("INSERT INTO link (" + COLUMNS
                                + ") VALUES (:id, :content, :engine, :numbers, :made, :deleteCode, :deleted)"
                                + " ON CONFLICT (id) DO NOTHING")
                        .bindMethods(link)
                        .execute())
                > 0;
    }

    public Optional<StoredLink> find(String id) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM link WHERE id = :id")
                .bind("id", id)
                .map(Links::read)
                .findOne());
    }

    /**
     * Deletes what a link says for ever; its id stays taken.
     *
     * @return whether there is such a link that this code deletes
     */
    public boolean delete(String id, String deleteCode, String day) {
        return database.write(handle -> handle.createUpdate("UPDATE link"
                                + " SET content = NULL, numbers = NULL, deleted = :day"
                                + " WHERE id = :id AND delete_code = :code AND deleted IS NULL")
                        .bind("id", id)
                        .bind("code", deleteCode)
                        .bind("day", day)
                        .execute())
                > 0;
    }

    public long count() {
        return database.with(handle -> handle.createQuery("SELECT COUNT(*) FROM link")
                .mapTo(Long.class)
                .one());
    }

    /** Every link, deleted ones too, in the order of their ids. */
    public void each(Consumer<StoredLink> take) {
        database.with(handle -> handle.inTransaction(transaction -> {
            Iterator<StoredLink> links = transaction
                    .createQuery("SELECT " + COLUMNS + " FROM link ORDER BY id")
                    .setFetchSize(FETCH)
                    .map(Links::read)
                    .iterator();
            links.forEachRemaining(take);
            return true;
        }));
    }

    private static StoredLink read(ResultSet row, StatementContext context) throws SQLException {
        return new StoredLink(
                row.getString("id"),
                row.getString("content"),
                row.getString("engine"),
                row.getString("numbers"),
                row.getString("made"),
                row.getString("delete_code"),
                row.getString("deleted"));
    }
}
