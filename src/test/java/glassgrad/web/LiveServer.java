package glassgrad.web;

import glassgrad.store.Place;
import glassgrad.store.Store;
import glassgrad.training.Runs;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on a free port for the tests of one class. */
public final class LiveServer implements BeforeAllCallback, AfterAllCallback {
    private final boolean keepsLinks;
    private @Nullable Server server;

    /** One that keeps no links. */
    public LiveServer() {
        this(false);
    }

    private LiveServer(boolean keepsLinks) {
        this.keepsLinks = keepsLinks;
    }

    /** One that keeps links in a folder of its own. */
    public static LiveServer thatKeepsLinks() {
        return new LiveServer(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = keepsLinks
                ? Server.start(
                        0, new Runs(), Store.at(Place.in(Files.createTempDirectory("glassgrad"))), new Visitors(0))
                : Server.start(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running().close();
    }

    /** The page's address. */
    public String url() {
        return "http://localhost:" + port() + "/";
    }

    int port() {
        return running().port();
    }

    Client client() {
        return new Client(port());
    }

    private Server running() {
        if (server == null) {
            throw new IllegalStateException("The server runs only during the tests.");
        }
        return server;
    }
}
