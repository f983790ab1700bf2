package glassgrad.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of the front end's modules, src/test/web/*.test.js, in the browser that people use them in. Each file's
 * default export is an object: a sentence, and the function (it may be async) that proves it.
 */
@ExtendWith(InBrowser.class)
class ModulesTest {
    private static final String SENTENCES = "url => import(url).then(module => Object.keys(module.default))";
    private static final String PROVE =
            "([url, sentence]) => import(url).then(module => module.default[sentence]()).then(() => null)";

    private static ModuleServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new ModuleServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    List<DynamicNode> modules(Browser browser) throws IOException {
        try (Stream<Path> files = Files.walk(ModuleServer.TESTS)) {
            List<DynamicNode> modules = files.filter(file -> file.toString().endsWith(".test.js"))
                    .sorted()
                    .map(file -> module(browser, file))
                    .toList();
            assertFalse(modules.isEmpty());
            return modules;
        }
    }

    private static DynamicNode module(Browser browser, Path file) {
        String name = ModuleServer.TESTS.relativize(file).toString().replace('\\', '/');
        String url = "/tests/" + name;
        try (BrowserContext context = browser.newContext()) {
            List<?> sentences = (List<?>) open(context).evaluate(SENTENCES, url);
            return dynamicContainer(
                    name,
                    sentences.stream()
                            .map(sentence -> dynamicTest((String) sentence, () -> prove(browser, url, sentence))));
        } catch (PlaywrightException e) {
            return dynamicTest(name, () -> {
                throw new AssertionError("The file does not load: " + e.getMessage(), e);
            });
        }
    }

    /** Every sentence has a page of its own, so that none depends on what another left behind. */
    private static void prove(Browser browser, String url, Object sentence) {
        try (BrowserContext context = browser.newContext()) {
            PageErrors errors = PageErrors.of(context);
            open(context).evaluate(PROVE, List.of(url, sentence));
            errors.assertNone();
        }
    }

    private static Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(server.url());
        return page;
    }
}
