package glassgrad.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class LinksTest {
    @OnBoth
    void a_link_is_found_as_it_was_kept(Place place) {
        StoredLink link = link("CFGHJMPQRV", "rate=0.1&step=7&points=\u00e9;'\"\\");
        try (Store store = Store.at(place)) {
            assertTrue(store.links().insert(link));
            assertEquals(Optional.of(link), store.links().find(link.id()));
            assertEquals(Optional.empty(), store.links().find("CFGHJMPQRW"));
        }
    }

    @OnBoth
    void a_link_is_there_after_the_store_was_closed_and_opened(Place place) {
        StoredLink link = link("CFGHJMPQRV", "rate=0.1");
        try (Store store = Store.at(place)) {
            store.links().insert(link);
        }
        try (Store store = Store.at(place)) {
            assertEquals(Optional.of(link), store.links().find(link.id()));
        }
    }

    @OnBoth
    void an_id_is_given_once_and_what_it_means_never_changes(Place place) {
        StoredLink first = link("CFGHJMPQRV", "rate=0.1");
        try (Store store = Store.at(place)) {
            assertTrue(store.links().insert(first));
            assertFalse(store.links().insert(link("CFGHJMPQRV", "rate=0.2")));
            assertEquals(Optional.of(first), store.links().find("CFGHJMPQRV"));
        }
    }

    @OnBoth
    void of_many_who_want_one_id_at_once_one_gets_it(Place place) throws InterruptedException, ExecutionException {
        ExecutorService makers = Executors.newFixedThreadPool(8);
        try (Store store = Store.at(place)) {
            List<Callable<Boolean>> wishes = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> store.links().insert(link("id" + i % 20, "step=" + i)))
                    .toList();
            int given = 0;
            for (Future<Boolean> wish : makers.invokeAll(wishes)) {
                given += wish.get() ? 1 : 0;
            }
            assertEquals(20, given);
            assertEquals(20, store.links().count());
        } finally {
            makers.shutdown();
        }
    }

    @OnBoth
    void what_is_deleted_is_gone_and_its_id_stays_taken(Place place) {
        try (Store store = Store.at(place)) {
            Links links = store.links();
            links.insert(link("CFGHJMPQRV", "rate=0.1"));
            assertFalse(links.delete("CFGHJMPQRV", "another code", "2026-11-27"));
            assertTrue(links.delete("CFGHJMPQRV", "code", "2026-11-27"));
            assertFalse(links.delete("CFGHJMPQRV", "code", "2026-11-28"));
            StoredLink left = links.find("CFGHJMPQRV").orElseThrow();
            assertEquals(new StoredLink("CFGHJMPQRV", null, "0.1.0", null, "2026-11-26", "code", "2026-11-27"), left);
            assertFalse(links.insert(link("CFGHJMPQRV", "rate=0.1")));
        }
    }

    @OnBoth
    void all_links_are_read_in_turn(Place place) {
        try (Store store = Store.at(place)) {
            List<StoredLink> kept = IntStream.range(0, 1_200)
                    .mapToObj(i -> link("id" + (10_000 + i), "step=" + i))
                    .toList();
            kept.forEach(store.links()::insert);
            List<StoredLink> read = new ArrayList<>();
            store.links().each(read::add);
            assertEquals(kept, read);
        }
    }

    static StoredLink link(String id, String content) {
        return new StoredLink(id, content, "0.1.0", "3ff0000000000000;a;b;c", "2026-11-26", "code", null);
    }
}
