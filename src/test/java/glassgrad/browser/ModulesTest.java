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
import java.util.Arrays;
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
 *
 * <p>{@code -Dmodules=words.test.js,stage/eye.test.js} runs these files only.
 */
@ExtendWith(InBrowser.class)
class ModulesTest {
    private static final String SENTENCES = "url => import(url).then(module => Object.keys(module.default))";

    /** A promise that is never kept fails its sentence instead of waiting for ever. */
    private static final String PROVE = """
            ([url, sentence]) => Promise.race([
              import(url).then((module) => module.default[sentence]()).then(() => null),
              new Promise((_, reject) => setTimeout(() => reject(new Error('not finished after 30 s')), 30000)),
            ])
            """;

    /** The files to run; empty for all. */
    private static final List<String> CHOSEN = Arrays.stream(
                    System.getProperty("modules", "").split(",", -1))
            .filter(name -> !name.isEmpty())
            .toList();

    private static ModuleServer server;
    private static BrowserContext context;
    private static PageErrors errors;
    private static Page page;

    @BeforeAll
    static void start(Browser browser) throws IOException {
        server = new ModuleServer();
        context = browser.newContext();
        errors = PageErrors.of(context);
        page = context.newPage();
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
    }

    @TestFactory
    List<DynamicNode> modules() throws IOException {
        try (Stream<Path> files = Files.walk(ModuleServer.TESTS)) {
            List<DynamicNode> modules = files.filter(file -> file.toString().endsWith(".test.js"))
                    .filter(file -> CHOSEN.isEmpty() || CHOSEN.contains(name(file)))
                    .sorted()
                    .map(ModulesTest::module)
                    .toList();
            assertFalse(modules.isEmpty());
            return modules;
        }
    }

    private static DynamicNode module(Path file) {
        String name = name(file);
        String url = "/tests/" + name;
        openEmptyPage();
        try {
            List<?> sentences = (List<?>) page.evaluate(SENTENCES, url);
            return dynamicContainer(
                    name,
                    sentences.stream()
                            .map(sentence ->
                                    dynamicTest((String) sentence, () -> prove(name, url, (String) sentence))));
        } catch (PlaywrightException e) {
            AssertionError failure = failed(name, "does not load", e);
            errors.unexpected().forEach(error -> failure.addSuppressed(new AssertionError(error)));
            return dynamicTest(name, () -> {
                throw failure;
            });
        }
    }

    private static String name(Path file) {
        return ModuleServer.TESTS.relativize(file).toString().replace('\\', '/');
    }

    private static void prove(String name, String url, String sentence) {
        openEmptyPage();
        try {
            page.evaluate(PROVE, List.of(url, sentence));
        } catch (PlaywrightException e) {
            throw failed(name, sentence, e);
        }
        errors.assertNone();
    }

    private static AssertionError failed(String name, String sentence, PlaywrightException e) {
        return new AssertionError("%s: %s%n%s".formatted(name, sentence, PageErrors.message(e)), e);
    }

    /** Every sentence begins afresh, so that none depends on what another left behind. */
    private static void openEmptyPage() {
        page.navigate(server.url());
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }");
        errors.forget();
    }
}
