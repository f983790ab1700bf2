package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Assets assets = Assets.load();
    private final Client client = LIVE.client();

    @Test
    void a_file_is_served_as_it_is_and_kept_for_ever() throws IOException {
        Answer answer = client.get(assets.address("state.js"));
        assertEquals(200, answer.status());
        assertEquals("text/javascript; charset=utf-8", answer.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        assertArrayEquals(
                Files.readAllBytes(Path.of("web", "state.js")),
                answer.response().body());
    }

    @Test
    void a_style_sheet_has_its_own_type() {
        assertEquals(
                "text/css; charset=utf-8",
                client.get(assets.address("style/base.css")).header("Content-Type"));
    }

    @Test
    void all_style_sheets_are_one_file() throws IOException {
        String all = client.get(assets.style()).text();
        try (Stream<Path> sheets = Files.list(Path.of("web", "style"))) {
            for (Path sheet : (Iterable<Path>) sheets::iterator) {
                assertTrue(all.contains(Files.readString(sheet)), sheet.toString());
            }
        }
        assertTrue(all.startsWith("/* style/base.css */"), all.substring(0, 80));
    }

    @Test
    void a_part_of_a_page_says_only_what_a_browser_asks_of_it() {
        Answer script = client.get(assets.address("state.js"));
        assertEquals("nosniff", script.header("X-Content-Type-Options"));
        assertEquals("same-origin", script.header("Cross-Origin-Resource-Policy"));
        assertEquals("", script.header("Content-Security-Policy"));
        // A picture can be opened by itself, and then is a page.
        Answer icon = client.get(assets.address("favicon.svg"));
        assertEquals(SecurityHeaders.CONTENT_SECURITY_POLICY, icon.header("Content-Security-Policy"));
    }

    @Test
    void head_answers_without_the_body() {
        Answer answer = client.send("HEAD", assets.address("state.js"), new byte[0]);
        assertEquals(200, answer.status());
        assertEquals("text/javascript; charset=utf-8", answer.header("Content-Type"));
        assertEquals(0, answer.response().body().length);
    }

    @Test
    void the_same_files_have_the_same_address() {
        assertEquals(Assets.load().base(), assets.base());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // the folder itself
                "style",
                "style/",
                "nothing.js",
                "state.js/",
                "..%2fglassgrad/web/Main.class",
                "%2e%2e/glassgrad/web/Main.class",
                "style/..%2fstate.js",
                "STATE.JS"
            })
    void nothing_but_a_file_is_served(String file) {
        Answer answer = client.get(assets.base() + file);
        assertEquals(4, answer.status() / 100, answer.text());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void the_address_of_other_files_is_gone() {
        assertEquals(404, client.get("/assets/0123456789abcdef/state.js").status());
    }
}
