package glassgrad.web;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on a free port for the tests of one class. */
public final class LiveServer implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Server server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = Server.start(0);
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
