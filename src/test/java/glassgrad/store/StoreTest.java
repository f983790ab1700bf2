package glassgrad.store;

import static glassgrad.store.LinksTest.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a store is told in a sentence, and leaves nothing half-written. */
class StoreTest {
    @TempDir
    Path folder;

    @Test
    void a_store_that_is_off_says_why() {
        Store store = Store.off("The disk is wiped.");
        assertEquals(Optional.of("The disk is wiped."), store.off());
        assertEquals(
                "The disk is wiped.",
                assertThrows(StoreUnavailable.class, store::links).getMessage());
    }

    @Test
    void sqlite_makes_its_folder_and_writes_ahead_with_full_sync() throws SQLException {
        Place place = Place.in(folder.resolve("new/data"));
        try (Store store = Store.at(place)) {
            assertEquals(0, store.links().count());
        }
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement()) {
            assertEquals("wal", statement.executeQuery("PRAGMA journal_mode").getString(1));
            assertEquals("2", statement.executeQuery("PRAGMA synchronous").getString(1));
        }
    }

    @Test
    void a_full_disk_is_said_and_what_was_kept_stays() {
        // SQLite itself refuses to grow beyond so many pages, with the code that it has for a full disk.
        try (Store store = Store.at(Place.in(folder, "&max_page_count=16"))) {
            Links links = store.links();
            assertTrue(links.insert(link("CFGHJMPQRV", "rate=0.1")));
            StoredLink large = link("CFGHJMPQRW", "x".repeat(200_000));
            assertEquals(
                    "The disk of the database is full.",
                    assertThrows(StoreUnavailable.class, () -> links.insert(large))
                            .getMessage());
            assertEquals(1, links.count());
            assertEquals(Optional.of("The disk of the database is full."), store.trouble());
            assertTrue(links.insert(link("CFGHJMPQRX", "rate=0.2")));
            assertEquals(Optional.empty(), store.trouble());
        }
    }

    @Test
    void a_locked_database_is_said_and_works_again_when_it_is_free() throws SQLException {
        Place place = Place.in(folder);
        // The last of two settings of the same name counts.
        Place hasty = new Place(place.url().replace("busy_timeout=5000", "busy_timeout=50"), null, null, folder);
        try (Store store = Store.at(hasty);
                Connection other = DriverManager.getConnection(place.url());
                Statement statement = other.createStatement()) {
            Links links = store.links();
            statement.execute("BEGIN IMMEDIATE");
            assertEquals(
                    "The database is locked by another program.",
                    assertThrows(StoreUnavailable.class, () -> links.insert(link("CFGHJMPQRV", "rate=0.1")))
                            .getMessage());
            assertEquals(0, links.count());
            statement.execute("ROLLBACK");
            assertTrue(links.insert(link("CFGHJMPQRV", "rate=0.1")));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Store store = Store.at(Place.in(file.resolve("data")))) {
            StoreUnavailable e = assertThrows(StoreUnavailable.class, store::links);
            assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
        }
    }

    @Test
    void an_absent_database_is_said() {
        try (Store store = Store.at(Place.at("postgres://nobody:secret@localhost:1/nothing"))) {
            StoreUnavailable e = assertThrows(StoreUnavailable.class, store::links);
            assertEquals("The database does not answer.", e.getMessage());
            assertEquals(Optional.of("The database does not answer."), store.trouble());
        }
    }

    @Test
    void a_hosts_address_of_a_database_is_read() {
        Place place = Place.at("postgres://ann:p%40ss+1@db.example:6543/glass?sslmode=require");
        assertEquals("jdbc:postgresql://db.example:6543/glass?sslmode=require", place.url());
        assertEquals("ann", place.user());
        assertEquals("p@ss+1", place.password());
        assertEquals("PostgreSQL", place.inWords());
        assertEquals(
                "jdbc:postgresql://db.example/glass",
                Place.at("postgresql://db.example/glass").url());
    }

    @Test
    void an_address_that_is_none_is_refused_without_its_password() {
        for (String wrong :
                new String[] {"mysql://ann:secret@db/x", "postgres://ann:secret@/x", "secret", "postgres://db"}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Place.at(wrong));
            assertFalse(String.valueOf(e.getMessage()).contains("secret"), e.getMessage());
        }
    }
}
