package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has in common, whatever the question. */
class HttpTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/no/such/page", "/a%zz", "/favicon.ico"})
    void every_answer_tells_the_browser_what_it_may_do(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        SecurityHeaders.ALL.forEach((name, value) -> assertTrue(answer.contains(name + ": " + value), name));
        String policy = SecurityHeaders.CONTENT_SECURITY_POLICY;
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertFalse(answer.contains("\r\nServer:"), answer);
    }

    @Test
    void an_unknown_address_is_a_problem() {
        Answer answer = client.get("/no/such/page");
        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(
                "{\"status\":404,\"title\":\"unknown address\",\"detail\":\"There is nothing at /no/such/page.\"}",
                answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void a_wrong_method_is_told_the_right_ones(String method) {
        Answer answer = client.send(method, "/health/live", new byte[0]);
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD", answer.header("Allow"));
        assertEquals("method not allowed", answer.json().get("title").asString());
    }

    @Test
    void head_answers_like_get_without_the_body() {
        Answer get = client.get("/health/live");
        Answer head = client.send("HEAD", "/health/live", new byte[0]);
        assertEquals(200, head.status());
        assertEquals(0, head.text().length());
        assertEquals(get.response().headers().map(), head.response().headers().map());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUBBISH\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void a_broken_request_is_a_problem_too(String request) throws IOException {
        String answer = raw(request);
        assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505"), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertFalse(answer.contains("jetty") || answer.contains("Exception"), answer);
    }

    @Test
    void an_address_that_is_too_long_names_the_limit() {
        Answer answer = client.get("/?points=" + "1".repeat(70_000));
        assertEquals(414, answer.status());
        assertTrue(answer.json().get("detail").asString().contains("64 KiB"), answer.text());
    }

    @Test
    void the_chart_library_is_kept_by_the_browser_for_a_year() {
        Answer answer = client.get("/webjars/uplot/1.6.30/dist/uPlot.esm.js", "Accept-Encoding", "gzip");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("text/javascript"), answer.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        assertEquals("gzip", answer.header("Content-Encoding"));
        assertEquals("Accept-Encoding", answer.header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // the folder itself
                "uplot",
                "uplot/1.6.30/dist/",
                "uplot/1.6.30/dist/nothing.js",
                "uplot/1.6.30/README.md",
                "uplot/1.6.30/../1.6.30/package.json",
                "..%2f..%2f..%2fglassgrad/web/Main.class",
                "%2e%2e/%2e%2e/%2e%2e/web/main.js"
            })
    void nothing_but_a_file_that_a_page_may_load_is_served_of_a_library(String file) {
        Answer answer = client.get("/webjars/" + file);
        assertEquals(4, answer.status() / 100, answer.text());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void three_hundred_senders_that_never_finish_keep_nobody_waiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket("localhost", LIVE.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertEquals(200, client.get("/health/live").status());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", LIVE.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
