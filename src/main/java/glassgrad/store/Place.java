package glassgrad.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param url as JDBC has it
 * @param user null for SQLite, or where the URL says it
 * @param password null for none
 * @param folder of the file of SQLite; null for PostgreSQL
 */
public record Place(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path folder) {
    private static final String FILE = "glassgrad.db";

    /** A write-ahead log that is on the disk before a commit returns; a writer waits up to 5 s for another. */
    private static final String DURABLE =
            "journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=5000&transaction_mode=IMMEDIATE";

    /** SQLite in a folder, which is made if it is not there. */
    public static Place in(Path folder) {
        return in(folder, "");
    }

    /** @param pragmas further ones, each with an ampersand in front */
    static Place in(Path folder, String pragmas) {
        return new Place("jdbc:sqlite:" + folder.resolve(FILE) + "?" + DURABLE + pragmas, null, null, folder);
    }

    /**
     * PostgreSQL, as hosts name it: {@code postgres://user:password@host:5432/name?sslmode=require}.
     *
     * @throws IllegalArgumentException if it is not written so; the message never repeats the text, which holds a password
     */
    public static Place at(String databaseUrl) {
        if (databaseUrl.startsWith("jdbc:postgresql:")) {
            return new Place(databaseUrl, null, null, null);
        }
        URI uri;
        try {
            uri = new URI(databaseUrl.strip());
        } catch (URISyntaxException e) {
            throw unreadable();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath();
        if (!(scheme.equals("postgres") || scheme.equals("postgresql")) || uri.getHost() == null || path.length() < 2) {
            throw unreadable();
        }
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new Place(
                "jdbc:postgresql://%s%s%s%s"
                        .formatted(
                                uri.getHost(),
                                uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                                path,
                                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                who.length > 0 ? decoded(who[0]) : null,
                who.length > 1 ? decoded(who[1]) : null,
                null);
    }

    boolean isSqlite() {
        return folder != null;
    }

    /** In words, without a password: "SQLite in data", "PostgreSQL". */
    public String inWords() {
        return folder == null ? "PostgreSQL" : "SQLite in " + folder;
    }

    private static String decoded(String text) {
        // A plus is a plus here.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "DATABASE_URL must be written as postgres://user:password@host:port/name, and it is not.");
    }
}
