package glassgrad.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures for people to look at, in target/screenshots. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Saves what the page shows now, under a name without extension; a slash makes a folder. */
    public static void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
