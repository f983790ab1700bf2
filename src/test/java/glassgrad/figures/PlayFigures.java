package glassgrad.figures;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import glassgrad.browser.SharedBrowser;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The page while it plays as fast as it goes: steps, answers, and how evenly its frames come. */
final class PlayFigures {
    private static final Map<String, String> RUNS = Map.of(
            "the notebook's run",
            "?",
            "2-16-16-1",
            "?data=micrograd-demo&layers=16,16&loss=mean-squared-error&rate=0.1&");

    /**
     * A frame is late if it comes more than half a frame after its time. What a drawn frame costs the page's thread is the time
     * from the beginning of its frame to the first task after it: scripts, layout and paint.
     */
    private static final String PLAY = """
            async (milliseconds) => {
              const step = () => Number(document.querySelector('#header-step').textContent.replace(/,/g, ''));
              const { port1: after, port2: send } = new MessageChannel();
              after.start();
              performance.setResourceTimingBufferSize(100000);
              const requests = () => performance.getEntriesByType('resource').length;
              const [steps, answers, start] = [step(), requests(), performance.now()];
              const times = [];
              const costs = [];
              let last = NaN;
              let shown = step();
              while (performance.now() < start + milliseconds) {
                const time = await new Promise(requestAnimationFrame);
                const begin = performance.now();
                if (last) times.push(time - last);
                last = time;
                send.postMessage(null);
                await new Promise((resolve) => after.addEventListener('message', resolve, { once: true }));
                if (step() !== shown) costs.push(performance.now() - begin);
                shown = step();
              }
              const seconds = (performance.now() - start) / 1000;
              const at = (numbers, share) => numbers.sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))];
              return {
                steps: (step() - steps) / seconds,
                answers: (requests() - answers) / seconds,
                frames: times.length / seconds,
                late: (times.filter((time) => time > 25).length / times.length) * 100,
                cost: at(costs, 0.5),
                cost95: at(costs, 0.95),
              };
            }""";

    private PlayFigures() {}

    static void measure(String url, PrintStream out) {
        out.printf(
                "%n%-44s %9s %9s %9s %9s %9s %9s%n",
                "play, as fast as it goes", "steps/s", "answers/s", "frames/s", "late, %", "frame, ms", "p95, ms");
        try (SharedBrowser browser = new SharedBrowser()) {
            RUNS.forEach((name, query) -> {
                for (String depth : new String[] {"network", "neurons"}) {
                    measure(browser, "%s, %s".formatted(name, depth), url + query + "depth=" + depth, out);
                }
            });
        }
    }

    private static void measure(SharedBrowser browser, String name, String address, PrintStream out) {
        try (BrowserContext context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.setViewportSize(1440, 900);
            page.navigate(address);
            page.getByLabel("Speed").selectOption(new SelectOption().setLabel("as fast as it goes"));
            page.keyboard().press("Space");
            page.evaluate(PLAY, 2000);
            Map<?, ?> played = (Map<?, ?>) page.evaluate(PLAY, 5000);
            out.printf(
                    Locale.ROOT,
                    "%-44s %,9.0f %9.1f %9.1f %9.1f %9.1f %9.1f%n",
                    name,
                    number(played, "steps"),
                    number(played, "answers"),
                    number(played, "frames"),
                    number(played, "late"),
                    number(played, "cost"),
                    number(played, "cost95"));
        }
    }

    private static double number(Map<?, ?> measured, String name) {
        if (measured.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("The measurement has no number " + name + ".");
    }
}
