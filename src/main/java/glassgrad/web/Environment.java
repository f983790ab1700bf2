package glassgrad.web;

import glassgrad.store.Place;
import glassgrad.store.Store;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the environment's variables say about a server. */
final class Environment {
    private static final int DEFAULT_PORT = 7070;
    private static final String DEFAULT_DATA = "data";

    /** Hosts whose disks are new at every start, by a variable that each of them sets. */
    private static final Map<String, String> FORGETFUL =
            Map.of("DYNO", "Heroku", "RENDER", "Render", "K_SERVICE", "Cloud Run", "WEBSITE_SITE_NAME", "App Service");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * The port that PORT names; 7070 if it names none.
     *
     * @throws CannotStart if the text is not a port number
     */
    int port() {
        String text = said("PORT");
        if (text == null) {
            return DEFAULT_PORT;
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new CannotStart(
                "PORT must be a whole number from 0 (any free port) to 65535, but it is \"" + text + "\".");
    }

    /**
     * PostgreSQL where DATABASE_URL says so, else SQLite in the folder GLASSGRAD_DATA or ./data; nothing on a host that would
     * forget it.
     *
     * @throws CannotStart if a variable cannot be understood
     */
    Store store() {
        Place place = place();
        if (place != null) {
            return Store.at(place);
        }
        String host = FORGETFUL.entrySet().stream()
                .filter(host_ -> said(host_.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return Store.off("Short links are off: the disk of this host (" + host
                + ") is wiped at every start, and no DATABASE_URL is set.");
    }

    /** Null on a host that would forget what is kept there. */
    @Nullable
    Place place() {
        String url = said("DATABASE_URL");
        String data = said("GLASSGRAD_DATA");
        try {
            if (url != null) {
                return Place.at(url);
            }
            if (data == null && FORGETFUL.keySet().stream().anyMatch(name -> said(name) != null)) {
                return null;
            }
            return Place.in(Path.of(data == null ? DEFAULT_DATA : data));
        } catch (InvalidPathException e) {
            throw new CannotStart("GLASSGRAD_DATA must name a folder, but it is \"" + data + "\".", e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(String.valueOf(e.getMessage()));
        }
    }

    /** Behind as many trusted proxies as GLASSGRAD_PROXIES says. */
    Visitors visitors() {
        return Visitors.behind(said("GLASSGRAD_PROXIES"));
    }

    private @Nullable String said(String name) {
        String text = variables.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
