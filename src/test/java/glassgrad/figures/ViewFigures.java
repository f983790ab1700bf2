package glassgrad.figures;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import glassgrad.browser.ModuleServer;
import glassgrad.browser.SharedBrowser;
import glassgrad.figures.Figures.Figure;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How long the graph view takes for a frame, and for opening a neuron: src/test/web/stage.measure.js. */
final class ViewFigures {
    private static final String MEASURE = "() => import('/tests/stage.measure.js').then(module => module.measure())";

    private ViewFigures() {}

    static List<Figure> measure() throws IOException {
        try (ModuleServer server = new ModuleServer();
                SharedBrowser shared = new SharedBrowser();
                BrowserContext context = shared.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(server.url());
            Map<?, ?> measured = (Map<?, ?>) page.evaluate(MEASURE);
            String scene = "%d nodes, all values changing, a frame".formatted((long) number(measured, "nodes"));
            return List.of(
                    new Figure(scene + " (median)", number(measured, "medianMs"), "ms", 16),
                    new Figure(scene + " (95th percentile)", number(measured, "p95Ms"), "ms", 16),
                    new Figure("layout on opening a neuron", number(measured, "openMs"), "ms", 5));
        }
    }

    private static double number(Map<?, ?> measured, String name) {
        if (measured.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("The measurement has no number " + name + ".");
    }
}
