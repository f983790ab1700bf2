package glassgrad.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Starts the server on the port that the environment variable PORT names, or on 7070. */
public final class Main {
    private static final int DEFAULT_PORT = 7070;

    private Main() {}

    public static void main(String[] args) {
        // Sentences and names with numbers in them read the same on every machine.
        Locale.setDefault(Locale.ROOT);
        try {
            Server server = Server.start(port(System.getenv("PORT")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            System.out.println("Glassgrad is ready: http://localhost:" + server.port());
            FirstVisit.to(server.port());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            // Threads of a half-started server would keep the process alive.
            System.exit(1);
        }
    }

    /** @throws CannotStart if the text is not a port number */
    static int port(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotStart(
                "PORT must be a whole number from 0 (any free port) to 65535, but it is \"" + text + "\".");
    }
}
