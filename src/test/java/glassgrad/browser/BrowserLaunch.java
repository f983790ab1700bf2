package glassgrad.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a browser that starts: the one that GLASSGRAD_BROWSER names; else an installed Chromium, Chrome or Edge; else
 * Playwright's own download; else, as root on a Debian-like machine, the package chromium. If none does, the tests fail and
 * say what to do: a browser test is never skipped.
 */
final class BrowserLaunch {
    static final String VARIABLE = "GLASSGRAD_BROWSER";

    /** Without this, Playwright would download three browsers whenever it starts. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private final BrowserType chromium;
    private final List<String> tried = new ArrayList<>();

    private BrowserLaunch(Playwright playwright) {
        chromium = playwright.chromium();
    }

    static Browser launch(Playwright playwright) {
        return new BrowserLaunch(playwright).launch(System.getenv(), System.getProperty("user.home"));
    }

    private Browser launch(Map<String, String> environment, String home) {
        String named = environment.get(VARIABLE);
        if (named != null && !named.isBlank()) {
            return required(started(VARIABLE + "=" + named, Path.of(named)));
        }
        for (Path installed : InstalledBrowsers.find(environment, home)) {
            Browser browser = started(installed.toString(), installed);
            if (browser != null) {
                return browser;
            }
        }
        if (done("Playwright's download", download())) {
            Browser browser = started("Playwright's download", null);
            if (browser != null) {
                return browser;
            }
        }
        if (isRootOnDebian() && done("apt-get update", apt("update")) && done("apt-get install", installPackage())) {
            for (Path installed : InstalledBrowsers.find(environment, home)) {
                Browser browser = started(installed.toString(), installed);
                if (browser != null) {
                    return browser;
                }
            }
        }
        return required(null);
    }

    /** A browser without a path is the one that Playwright downloaded. */
    private @Nullable Browser started(String name, @Nullable Path executable) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        if (executable != null) {
            options.setExecutablePath(executable);
        }
        try {
            return chromium.launch(options);
        } catch (PlaywrightException e) {
            done(name, brief(e));
            return null;
        }
    }

    /** Playwright's messages are pages long; how they begin says enough. */
    private static String brief(PlaywrightException e) {
        String message = PageErrors.message(e).replaceAll("\\s+", " ");
        return message.substring(0, Math.min(message.length(), 240));
    }

    private boolean done(String what, String problem) {
        if (!problem.isEmpty()) {
            tried.add(what + ": " + problem);
        }
        return problem.isEmpty();
    }

    private Browser required(@Nullable Browser browser) {
        if (browser == null) {
            throw new IllegalStateException("""
                    The browser tests found no Chromium, Chrome or Edge that starts. Install one of them, or set %s to the \
                    path of its program.
                    Tried: %s""".formatted(
                            VARIABLE, tried.isEmpty() ? "nothing is installed" : String.join("\n       ", tried)));
        }
        return browser;
    }

    private static String download() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Map<String, String> impatient = Map.of("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "15000");
        List<String> words = List.of(java, "-cp", classPath, CLI.class.getName(), "install", "chromium");
        return new Command(10, impatient, words).problem();
    }

    private static boolean isRootOnDebian() {
        return System.getProperty("user.name").equals("root") && Files.isExecutable(APT);
    }

    private static String installPackage() {
        return apt("install", "-y", "--no-install-recommends", "chromium");
    }

    private static String apt(String... arguments) {
        List<String> words = new ArrayList<>(List.of(APT.toString()));
        words.addAll(List.of(arguments));
        return new Command(10, Map.of("DEBIAN_FRONTEND", "noninteractive"), words).problem();
    }
}
