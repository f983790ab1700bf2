package glassgrad.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class InBrowserTest {
    @Test
    void an_error_on_the_console_fails_the_test_unless_it_was_expected(Page page, PageErrors errors) {
        page.evaluate("console.error('the sky falls')");
        page.waitForCondition(() -> !errors.unexpected().isEmpty());
        AssertionError complaint = assertThrows(AssertionError.class, errors::assertNone);
        assertTrue(complaint.toString().contains("the sky falls"));

        errors.expect("the sky");
        errors.assertNone();
    }

    @Test
    void an_exception_that_nobody_catches_is_an_error(Page page, PageErrors errors) {
        page.evaluate("setTimeout(() => { throw new Error('out of the blue'); })");
        page.waitForCondition(() -> !errors.unexpected().isEmpty());
        assertTrue(errors.unexpected().get(0).contains("out of the blue"));
        errors.expect("out of the blue");
    }

    @Test
    void what_the_content_security_policy_refuses_is_an_error(Page page, PageErrors errors) {
        Route.FulfillOptions strict = new Route.FulfillOptions()
                .setContentType("text/html")
                .setHeaders(Map.of("Content-Security-Policy", "script-src 'self'"))
                .setBody("<script>window.ran = true</script>");
        page.route("http://strict.test/", route -> route.fulfill(strict));
        page.navigate("http://strict.test/");
        page.waitForCondition(() -> errors.unexpected().stream().anyMatch(error -> error.contains("CSP refused")));
        assertEquals(false, page.evaluate("'ran' in window"));
        errors.expect("CSP refused");
        errors.expect("Content Security Policy");
    }

    @Test
    void a_page_that_is_opened_later_is_heard_too(BrowserContext context, PageErrors errors) {
        Page second = context.newPage();
        second.evaluate("console.error('here too')");
        second.waitForCondition(() -> !errors.unexpected().isEmpty());
        errors.expect("here too");
    }

    @Test
    @Screen(width = 390, height = 844, dark = true, touch = true, reducedMotion = true)
    void the_screen_is_what_the_test_asks_for(Page page) {
        page.setContent("<meta name=viewport content=width=device-width>");
        assertEquals(List.of(390, true, true, true), page.evaluate("""
                        [innerWidth, ...['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)']
                          .map((query) => matchMedia(query).matches)]
                        """));
    }

    @Test
    void a_module_server_gives_modules_and_webjars_and_nothing_outside_its_folders() throws Exception {
        try (ModuleServer server = new ModuleServer()) {
            assertEquals(200, status(server, "/web/json.js"));
            assertEquals(200, status(server, "/tests/assert.js"));
            assertEquals(200, status(server, "/webjars/uplot/1.6.30/dist/uPlot.esm.js"));
            assertNotEquals(200, status(server, "/web/../pom.xml"));
            assertNotEquals(200, status(server, "/web/..%2fpom.xml"));
            assertEquals(404, status(server, "/web/none.js"));
            assertEquals(404, status(server, "/pom.xml"));
        }
    }

    private static int status(ModuleServer server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
