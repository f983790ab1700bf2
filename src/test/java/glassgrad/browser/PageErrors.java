package glassgrad.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the pages of a test complained about: errors on the console, exceptions that nobody caught, and what the
 * Content-Security-Policy refused. Any of them fails the test, unless the test said beforehand that it provokes it.
 */
public final class PageErrors {
    private static final String REPORT_REFUSALS = """
            document.addEventListener('securitypolicyviolation', (refusal) =>
              console.error(`CSP refused ${refusal.blockedURI || 'inline'}: ${refusal.effectiveDirective}`));
            """;

    private static final Pattern WRAPPED =
            Pattern.compile("message='(.*?)\\s*(at eval \\(eval at evaluate|name='Error)", Pattern.DOTALL);

    private final List<String> seen = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** Listens to every page of a context, also those that are opened later. */
    static PageErrors of(BrowserContext context) {
        PageErrors errors = new PageErrors();
        context.addInitScript(REPORT_REFUSALS);
        context.onConsoleMessage(errors::hear);
        context.onWebError(error -> errors.seen.add("Uncaught " + error.error()));
        return errors;
    }

    /** Lets pass, in this test, errors that contain a text, such as "status of 404". */
    public void expect(String text) {
        expected.add(text);
    }

    /** The errors so far that the test did not expect. */
    public List<String> unexpected() {
        return seen.stream()
                .filter(error -> expected.stream().noneMatch(error::contains))
                .toList();
    }

    /** Begins again, for the next test on the same page. */
    void forget() {
        seen.clear();
        expected.clear();
    }

    /** What the page itself said: Playwright wraps it in stacks of its own. */
    static String message(PlaywrightException e) {
        Matcher wrapped = WRAPPED.matcher(String.valueOf(e.getMessage()));
        return wrapped.find() ? wrapped.group(1) : String.valueOf(e.getMessage());
    }

    void assertNone() {
        List<String> unexpected = unexpected();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("The page complained:\n  " + String.join("\n  ", unexpected));
        }
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            seen.add(message.text() + " (" + message.location() + ")");
        }
    }
}
