package glassgrad.figures;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import glassgrad.browser.SharedBrowser;
import glassgrad.figures.Figures.Figure;
import java.util.ArrayList;
import java.util.List;

/** What the first view needs over the wire: headers and compressed bodies of everything the page loads. */
final class PageFigures {
    private PageFigures() {}

    static List<Figure> measure(String url) {
        try (SharedBrowser shared = new SharedBrowser();
                BrowserContext context = shared.browser().newContext()) {
            Page page = context.newPage();
            List<Request> requests = new ArrayList<>();
            page.onRequestFinished(requests::add);
            page.navigate(url);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            double bytes = requests.stream()
                    .map(Request::sizes)
                    .mapToDouble(PageFigures::answered)
                    .sum();
            return List.of(new Figure(
                    "first view over the wire (%d requests)".formatted(requests.size()), bytes / 1000, "KB", 400));
        }
    }

    private static double answered(Sizes sizes) {
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
