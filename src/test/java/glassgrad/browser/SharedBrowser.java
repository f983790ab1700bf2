package glassgrad.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/** One browser for all tests of a run: starting one takes a second, a fresh context a few milliseconds. */
public final class SharedBrowser implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(BrowserLaunch.NO_DOWNLOAD));
    private final Browser browser = launch();

    public Browser browser() {
        return browser;
    }

    private Browser launch() {
        try {
            return BrowserLaunch.launch(playwright);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
