package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its host meets it: a process with an environment, an output and signals. */
@Timeout(60)
class MainTest {
    private static final String CHUNKED_POST = """
            POST /api/runs HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Transfer-Encoding: chunked

            """;

    @TempDir
    Path data;

    @Test
    void without_PORT_it_is_7070() {
        assertEquals(7070, new Environment(Map.of()).port());
        assertEquals(7070, new Environment(Map.of("PORT", " ")).port());
        assertEquals(8080, new Environment(Map.of("PORT", "8080")).port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "65536", "80.5", "1e3", "99999999999"})
    void a_PORT_that_is_none_is_refused_in_a_sentence(String port) {
        String message = assertThrows(CannotStart.class, () -> new Environment(Map.of("PORT", port)).port())
                .getMessage();
        assertEquals(
                "PORT must be a whole number from 0 (any free port) to 65535, but it is \"" + port + "\".", message);
    }

    @Test
    void links_are_kept_in_a_folder_or_in_the_database_that_the_host_names() {
        assertEquals("SQLite in data", where(Map.of()));
        assertEquals("SQLite in /srv/links", where(Map.of("GLASSGRAD_DATA", "/srv/links")));
        assertEquals("PostgreSQL", where(Map.of("DATABASE_URL", "postgres://u:p@db/x", "GLASSGRAD_DATA", "/srv")));
        assertEquals("SQLite in /srv/links", where(Map.of("GLASSGRAD_DATA", "/srv/links", "DYNO", "web.1")));
    }

    @Test
    void on_a_host_that_wipes_its_disk_short_links_are_off_and_it_says_why() {
        String why = new Environment(Map.of("DYNO", "web.1")).store().off().orElseThrow();
        assertTrue(why.contains("wiped at every start") && why.contains("DATABASE_URL"), why);
    }

    @Test
    void variables_that_mean_nothing_are_refused_without_a_password() {
        String message = String.valueOf(assertThrows(
                        CannotStart.class,
                        () -> new Environment(Map.of("DATABASE_URL", "mysql://u:secret@db/x")).store())
                .getMessage());
        assertTrue(message.startsWith("DATABASE_URL must be written as") && !message.contains("secret"), message);
        assertThrows(CannotStart.class, () -> new Environment(Map.of("GLASSGRAD_PROXIES", "many")).visitors());
    }

    private static String where(Map<String, String> variables) {
        return new Environment(variables).store().place().orElseThrow();
    }

    @Test
    void a_port_that_is_taken_ends_the_program_with_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process process = start(String.valueOf(taken.getLocalPort()));
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(1, process.exitValue());
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.startsWith("Port " + taken.getLocalPort() + " cannot be used"), said);
        }
    }

    @Test
    void a_server_that_listens_visits_its_own_page() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            FirstVisit.to(server.getLocalPort());
            try (Socket visitor = server.accept()) {
                assertEquals("GET / HTTP/1.1", firstLine(visitor));
            }
        }
    }

    @Test
    void on_SIGTERM_a_request_in_flight_is_answered_and_the_program_ends_within_ten_seconds() throws Exception {
        Process process = start("0");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = out.readLine();
            assertTrue(ready.startsWith("Glassgrad is ready: http://localhost:"), ready);
            int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));

            try (Socket inFlight = new Socket("localhost", port)) {
                send(inFlight, CHUNKED_POST.replace("\n", "\r\n"));
                assertEquals(200, new Client(port).get("/health/live").status());

                long before = System.nanoTime();
                process.destroy();
                do {
                    // A blank before the JSON: the request goes on, and is not yet whole.
                    send(inFlight, "1\r\n \r\n");
                } while (isListening(port) && !process.waitFor(10, TimeUnit.MILLISECONDS));
                send(inFlight, "2\r\n{}\r\n0\r\n\r\n");

                assertEquals("HTTP/1.1 200 OK", firstLine(inFlight));
                assertTrue(process.waitFor(10, TimeUnit.SECONDS));
                assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before) < 10);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static boolean isListening(int port) throws IOException {
        try {
            new Socket("localhost", port).close();
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private Process start(String port) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder =
                new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName());
        builder.environment().put("PORT", port);
        builder.environment().put("GLASSGRAD_DATA", data.toString());
        return builder.start();
    }
}
