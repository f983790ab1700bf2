package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.store.OnBoth;
import glassgrad.store.Place;
import glassgrad.store.Store;
import glassgrad.store.StoredLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links move from one database to the other and back, whole. */
class TransferTest {
    private static final StoredLink FIRST =
            new StoredLink("CFGHJMPQRV", "rate=0.1&source=\u00e9\n\"", "0.1.0", "n;a;b;c", "2026-11-26", "aa", null);
    private static final StoredLink DELETED =
            new StoredLink("CFGHJMPQRW", null, "0.1.0", null, "2026-11-26", "bb", "2026-11-27");

    @TempDir
    Path folder;

    @OnBoth
    void what_one_database_keeps_another_takes_over_once(Place place) throws IOException {
        Path file = folder.resolve("links.ndjson");
        try (Store here = Store.at(place);
                Store there = Store.at(Place.in(folder.resolve("there")))) {
            here.links().insert(FIRST);
            here.links().insert(DELETED);
            Transfer.End end = Transfer.export(here, file);
            assertEquals(2, end.links());
            assertEquals(3, Files.readAllLines(file).size());

            assertEquals(new Transfer.Imported(2, 0), Transfer.read(there, file));
            List<StoredLink> taken = new ArrayList<>();
            there.links().each(taken::add);
            assertEquals(List.of(FIRST, DELETED), taken);
            assertEquals(new Transfer.Imported(0, 2), Transfer.read(there, file));

            Path back = folder.resolve("back.ndjson");
            assertEquals(end, Transfer.export(there, back));
            assertEquals(-1, Files.mismatch(file, back));
        }
    }

    @Test
    void a_file_that_was_cut_or_changed_is_refused_and_nothing_is_taken_of_it() throws IOException {
        Path file = folder.resolve("links.ndjson");
        try (Store here = Store.at(Place.in(folder.resolve("here")));
                Store there = Store.at(Place.in(folder.resolve("there")))) {
            here.links().insert(FIRST);
            here.links().insert(DELETED);
            Transfer.export(here, file);
            List<String> lines = Files.readAllLines(file);
            refused(there, lines.subList(0, 2));
            refused(there, List.of(lines.get(0), lines.get(2)));
            refused(there, List.of(lines.get(0).replace("0.1&", "0.2&"), lines.get(1), lines.get(2)));
            refused(there, List.of("rubbish", lines.get(1), lines.get(2)));
            refused(there, List.of());
            assertEquals(0, there.links().count());
        }
    }

    @Test
    void a_link_that_means_another_moment_is_not_overwritten() throws IOException {
        Path file = folder.resolve("links.ndjson");
        try (Store here = Store.at(Place.in(folder.resolve("here")));
                Store there = Store.at(Place.in(folder.resolve("there")))) {
            here.links().insert(FIRST);
            Transfer.export(here, file);
            StoredLink other = new StoredLink(FIRST.id(), "rate=0.3", "0.1.0", "n", "2026-11-25", "cc", null);
            there.links().insert(other);
            Transfer.Damaged e = assertThrows(Transfer.Damaged.class, () -> Transfer.read(there, file));
            assertTrue(String.valueOf(e.getMessage()).contains(FIRST.id()));
            assertEquals(other, there.links().find(FIRST.id()).orElseThrow());
        }
    }

    private void refused(Store store, List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve("damaged.ndjson"), lines);
        assertThrows(Transfer.Damaged.class, () -> Transfer.read(store, file), lines.toString());
    }
}
