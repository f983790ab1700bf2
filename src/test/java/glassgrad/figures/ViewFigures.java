package glassgrad.figures;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import glassgrad.browser.ModuleServer;
import glassgrad.browser.SharedBrowser;
import glassgrad.figures.Figures.Figure;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How long the heaviest views take for a frame: the graph, in src/test/web/stage.measure.js, and the loss curve, in
 * src/test/web/loss.measure.js.
 */
final class ViewFigures {
    private static final String MEASURE = "file => import('/tests/' + file).then(module => module.measure())";

    private ViewFigures() {}

    static List<Figure> measure() throws IOException {
        try (SharedBrowser shared = new SharedBrowser();
                BrowserContext context = shared.browser().newContext()) {
            return measure(context.newPage());
        }
    }

    static List<Figure> measure(Page page) throws IOException {
        try (ModuleServer server = new ModuleServer()) {
            page.navigate(server.url());
            Map<?, ?> stage = (Map<?, ?>) page.evaluate(MEASURE, "stage.measure.js");
            Map<?, ?> loss = (Map<?, ?>) page.evaluate(MEASURE, "loss.measure.js");
            String scene = "%,d nodes, all values changing, a frame".formatted((long) number(stage, "nodes"));
            String curve = "100,000 losses and more, %s axis, a frame";
            return List.of(
                    new Figure(scene + " (median)", number(stage, "medianMs"), "ms", 16),
                    new Figure(scene + " (95th percentile)", number(stage, "p95Ms"), "ms", 16),
                    new Figure("layout on opening a neuron", number(stage, "openMs"), "ms", 5),
                    new Figure(curve.formatted("linear") + " (median)", number(loss, "linearMs"), "ms", 16),
                    new Figure(curve.formatted("linear") + " (95th percentile)", number(loss, "linearP95Ms"), "ms", 16),
                    new Figure(curve.formatted("log") + " (median)", number(loss, "logMs"), "ms", 16),
                    new Figure(curve.formatted("log") + " (95th percentile)", number(loss, "logP95Ms"), "ms", 16));
        }
    }

    private static double number(Map<?, ?> measured, String name) {
        if (measured.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("The measurement has no number " + name + ".");
    }
}
