package glassgrad.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the front end's source at /web/, its tests at /tests/, the WebJars at /webjars/, and an empty page at /: modules as
 * a browser loads them, without the application.
 */
public final class ModuleServer implements AutoCloseable {
    static final Path TESTS = Path.of("src", "test", "web");

    private static final Map<String, Path> FOLDERS = Map.of("web", Path.of("web"), "tests", TESTS);
    private static final String EMPTY_PAGE =
            "<!doctype html><html lang=en><meta charset=utf-8><title>Tests</title><link rel=icon href=data:,>";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "json", "application/json", "svg", "image/svg+xml");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public ModuleServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] body = path.isEmpty() ? EMPTY_PAGE.getBytes(UTF_8) : content(path);
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte @Nullable [] content(String path) throws IOException {
        if (path.startsWith("webjars/")) {
            try (InputStream in = ModuleServer.class.getResourceAsStream("/META-INF/resources/" + path)) {
                return in == null ? null : in.readAllBytes();
            }
        }
        int slash = path.indexOf('/');
        Path folder = slash < 0 ? null : FOLDERS.get(path.substring(0, slash));
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(path.substring(slash + 1)).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    private static String type(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(extension, "text/html") + ";charset=utf-8";
    }
}
