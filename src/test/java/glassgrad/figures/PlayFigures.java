package glassgrad.figures;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import glassgrad.browser.SharedBrowser;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The page while it plays as fast as it goes: steps, answers, and how evenly its frames come. */
final class PlayFigures {
    private static final Map<String, String> RUNS = Map.of(
            "the notebook's run",
            "?",
            "2-16-16-1",
            "?data=micrograd-demo&layers=16,16&loss=mean-squared-error&rate=0.1&",
            "2-64-64-1 on 2,000 samples",
            "?data=moons&samples=2000&layers=64,64&loss=mean-squared-error&rate=0.1&");

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
              // A quick machine is at a run's last step soon.
              while (performance.now() < start + milliseconds && document.querySelector('button[aria-label=Pause]')) {
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
                drawn: costs.length,
                late: (times.filter((time) => time > 25).length / times.length) * 100,
                cost: at(costs, 0.5),
                cost95: at(costs, 0.95),
              };
            }""";

    private PlayFigures() {}

    static void measure(String url, PrintStream out) {
        out.printf(
                "%n%-36s %9s %9s %9s %9s %9s %9s %9s %9s%n",
                "play, as fast as it goes",
                "steps/s",
                "answers/s",
                "frames/s",
                "late, %",
                "frame, ms",
                "p95, ms",
                "layouts",
                "work, ms");
        try (SharedBrowser browser = new SharedBrowser()) {
            RUNS.forEach((name, query) -> {
                int seed = 1;
                for (String depth : new String[] {"network", "neurons", "scalars"}) {
                    // A run of its own: steps that the server has computed before cost it nothing.
                    String address = "%s%sseed=%d&depth=%s".formatted(url, query, seed++, depth);
                    measure(browser, "%s, %s".formatted(name, depth), address, out);
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
            CDPSession chromium = context.newCDPSession(page);
            // What the processor has worked, whatever else the machine did meanwhile.
            chromium.send("Performance.enable", threadTicks());
            page.evaluate(PLAY, 1000);
            Map<String, Double> before = counted(chromium);
            Map<?, ?> played = (Map<?, ?>) page.evaluate(PLAY, 3000);
            Map<String, Double> after = counted(chromium);
            double drawn = number(played, "drawn");
            out.printf(
                    Locale.ROOT,
                    "%-36s %,9.0f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f%n",
                    name,
                    number(played, "steps"),
                    number(played, "answers"),
                    number(played, "frames"),
                    number(played, "late"),
                    number(played, "cost"),
                    number(played, "cost95"),
                    grown("LayoutCount", before, after) / drawn,
                    grown("TaskDuration", before, after) * 1000 / drawn);
        }
    }

    private static JsonObject threadTicks() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("timeDomain", "threadTicks");
        return parameters;
    }

    /** Chromium's own counters of a page, by their names. */
    private static Map<String, Double> counted(CDPSession chromium) {
        Map<String, Double> counters = new HashMap<>();
        for (JsonElement metric : chromium.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject each = metric.getAsJsonObject();
            counters.put(each.get("name").getAsString(), each.get("value").getAsDouble());
        }
        return counters;
    }

    private static double grown(String name, Map<String, Double> before, Map<String, Double> after) {
        return after.getOrDefault(name, Double.NaN) - before.getOrDefault(name, Double.NaN);
    }

    private static double number(Map<?, ?> measured, String name) {
        if (measured.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("The measurement has no number " + name + ".");
    }
}
