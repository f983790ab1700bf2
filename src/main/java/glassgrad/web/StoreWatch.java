package glassgrad.web;

import glassgrad.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is known of the store, for those who ask often and must not wait: a look at it happens beside them. */
final class StoreWatch {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Store store;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile String state;
    private volatile Instant seen = Instant.EPOCH;

    StoreWatch(Store store) {
        this.store = store;
        state = store.off().isPresent() ? "off" : "starting";
        look();
    }

    /** "on", "off", "starting", or "unavailable". */
    String state() {
        if (Instant.now().isAfter(seen.plus(FRESH))) {
            look();
        }
        return state;
    }

    private void look() {
        if (store.off().isPresent() || !looking.compareAndSet(false, true)) {
            return;
        }
        Thread looker = new Thread(this::see, "store-watch");
        looker.setDaemon(true);
        looker.start();
    }

    private void see() {
        try {
            state = store.trouble().isEmpty() ? "on" : "unavailable";
            seen = Instant.now();
        } finally {
            looking.set(false);
        }
    }
}
