package glassgrad.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import glassgrad.browser.InBrowser;
import glassgrad.figures.Figures.Figure;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prints what the heaviest views take for a frame; how long says as much about the machine, so that it is not asserted. */
@ExtendWith(InBrowser.class)
class ViewFiguresTest {
    private static final Pattern SCENE = Pattern.compile("13,\\d{3} nodes, all values changing, a frame \\(median\\)");

    @Test
    void the_heaviest_views_tell_how_long_a_frame_takes(Page page) throws IOException {
        List<Figure> figures = ViewFigures.measure(page);
        figures.forEach(System.out::println);
        assertEquals(7, figures.size());
        assertTrue(SCENE.matcher(figures.get(0).what()).matches(), figures.get(0)::what);
        assertTrue(figures.stream().allMatch(figure -> figure.value() > 0));
    }
}
