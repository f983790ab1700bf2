package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import glassgrad.data.Sample;
import glassgrad.link.MomentQuery;
import glassgrad.training.Deadline;
import glassgrad.training.LossGraph;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.training.Subject;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data that can be touched: points of the map are added, moved and taken out. */
@ExtendWith(InBrowser.class)
class PointsTest {
    /** Four points at the corners of a square; the map shows 12 % of its width around them. */
    private static final String SQUARE = "?layers=3&points=0,0:-1;10,0:1;0,10:1;10,10:-1&step=20";

    private static final double MARGIN = 1.2;

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_point_is_added_dragged_and_taken_out_and_each_is_one_change(Page page) {
        Playground.open(page, SERVER.url() + SQUARE);
        Locator facts = page.getByText(Pattern.compile("^\\d+ samples"));
        tool(page, "+ 1").click();
        click(page, 5, 5);
        assertThat(facts).containsText("5 samples");
        assertThat(page).hasURL(Pattern.compile(".*points=.*;5,5:1&.*step=20.*"));

        tool(page, "move").click();
        double[] from = pixel(page, 5, 5);
        double[] to = pixel(page, 7, 2);
        String loss = page.locator("#readout output").textContent();
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
        page.mouse().move(to[0], to[1]);
        assertThat(page.locator("#readout output")).not().hasText(loss);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile(".*;7,2:1&.*step=20.*"));
        Screenshots.save(page, "points");

        tool(page, "erase").click();
        click(page, 0, 0);
        assertThat(facts).containsText("4 samples");
        assertThat(page).hasURL(Pattern.compile(".*points=10,0:1;.*"));

        for (String undone : List.of("points=0,0:-1;.*;7,2:1", ";5,5:1", "points=0,0:-1;10,0:1;0,10:1;10,10:-1&")) {
            page.keyboard().press("ControlOrMeta+z");
            assertThat(page).hasURL(Pattern.compile(".*" + undone + ".*"));
        }
    }

    @Test
    void a_click_selects_a_sample_and_changes_nothing(Page page) {
        Playground.open(page, SERVER.url() + SQUARE);
        click(page, 10, 10);
        assertThat(page).hasURL(Pattern.compile(".*10,10:-1&.*sample=3.*"));
    }

    @Test
    void a_place_that_is_wrong_runs_through_the_graph_and_shows_what_would_mend_it(Page page) {
        Playground.open(page, SERVER.url() + SQUARE);
        click(page, 5, 5);
        Locator mend = page.locator(".mend");
        assertThat(mend).containsText("At x1 = 5, x2 = 5 the network says");
        assertThat(page).hasURL(Pattern.compile(".*sample=5,5:-?1.*"));
        assertThat(page.locator("#readout output")).hasText(Pattern.compile("\\d.*"));

        mend.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("1").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*sample=5,5:1.*"));
        Run run = new Runs().open(MomentQuery.read(SQUARE.substring(1)).recipe());
        run.reach(20, Deadline.never());
        LossGraph graph = run.graph(20, new Subject.Elsewhere(Sample.of(new double[] {5, 5}, 1)));
        double largest = graph.nodes().stream()
                .filter(node -> node.id().matches("layer\\d+\\.neuron\\d+\\.(w\\d+|b)"))
                .mapToDouble(node -> node.value().gradient)
                .reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        assertThat(mend.locator("tbody tr").first()).containsText(Playground.four(largest));

        mend.getByText("Add it to the samples").click();
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("5 samples");
        assertThat(page).hasURL(Pattern.compile(".*;5,5:1&.*sample=4.*"));
        assertThat(mend).isHidden();
    }

    @Test
    void samples_of_one_input_lie_around_a_curve_and_are_moved_like_points(Page page) {
        String line = "?layers=3&output=linear&rate=0.01&points=0:0;10:10;0:10;10:0&step=20";
        Playground.open(page, SERVER.url() + line);
        assertThat(page.locator("#map")).isHidden();
        Locator curve = page.locator("#curve");
        curve.scrollIntoViewIfNeeded();
        tool(page, "+ point").click();
        click(page, 5, 5);
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("5 samples");
        assertThat(page).hasURL(Pattern.compile(".*points=0:0;10:10;0:10;10:0;5:5&.*step=20.*"));

        tool(page, "move").click();
        click(page, 7, 2);
        assertThat(page).hasURL(Pattern.compile(".*sample=7:2.*"));
        assertThat(curve.locator(".mend")).containsText("At x1 = 7 the network says");
    }

    @Test
    void points_of_a_class_are_added_to_a_map_of_classes(Page page) {
        Playground.open(
                page,
                SERVER.url() + "?layers=3&output=linear&loss=softmax-cross-entropy"
                        + "&points=0,0:1,0,0;10,0:0,1,0;0,10:0,0,1;10,10:1,0,0");
        tool(page, "+ 2").click();
        click(page, 5, 5);
        assertThat(page).hasURL(Pattern.compile(".*;5,5:0,1,0(&.*)?"));
    }

    @Test
    void a_point_is_added_moved_and_taken_out_with_the_keys(Page page) {
        Playground.open(page, SERVER.url() + SQUARE);
        tool(page, "+ −1").focus();
        page.keyboard().press("Enter");
        Locator map = page.getByRole(
                AriaRole.APPLICATION, new Page.GetByRoleOptions().setName(Pattern.compile("^Decision map")));
        map.focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("5 samples");

        tool(page, "move").focus();
        page.keyboard().press("Enter");
        map.focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Enter");
        String before = page.url();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page).not().hasURL(before);
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("5 samples");
        page.keyboard().press("Delete");
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("4 samples");
    }

    @Test
    void a_pointer_that_is_drawn_over_the_map_paints(Page page) {
        Playground.open(page, SERVER.url() + SQUARE);
        tool(page, "+ 1").click();
        double[] from = pixel(page, 2, 8);
        double[] to = pixel(page, 8, 8);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        for (int i = 1; i <= 20; i++) {
            page.mouse().move(from[0] + (to[0] - from[0]) * i / 20, from[1]);
            page.evaluate("() => new Promise(requestAnimationFrame)");
        }
        page.mouse().up();
        assertThat(page.getByText(Pattern.compile("^\\d+ samples")))
                .not()
                .containsText(Pattern.compile("^[45] samples"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.getByText(Pattern.compile("^\\d+ samples"))).containsText("4 samples");
    }

    @Test
    @Screen(width = 390, height = 844, touch = true)
    void on_a_phone_a_finger_adds_a_point(Page page) {
        Playground play = Playground.open(page, SERVER.url() + SQUARE);
        play.button("Loss").click();
        tool(page, "+ 1").scrollIntoViewIfNeeded();
        tool(page, "+ 1").tap();
        page.locator(".map-field").scrollIntoViewIfNeeded();
        double[] at = pixel(page, 5, 5);
        page.touchscreen().tap(at[0], at[1]);
        assertThat(page).hasURL(Pattern.compile(".*;5(\\.\\d+)?,[45](\\.\\d+)?:1&.*"));
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
        Screenshots.save(page, "points-phone");
    }

    @Test
    void where_samples_are_put_aside_the_map_says_why_points_stay(Page page) {
        Playground.open(page, SERVER.url() + "?layers=3&data=circle&samples=40&testShare=0.25");
        assertEquals(0, page.locator(".map-tools button:visible").count());
        assertThat(page.locator(".map")).containsText("With no samples set aside");
    }

    private static Locator tool(Page page, String name) {
        return page.locator(".map-tools")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void click(Page page, double x1, double x2) {
        double[] at = pixel(page, x1, x2);
        page.mouse().click(at[0], at[1]);
    }

    /** Where a place of the square stands on the screen. */
    private static double[] pixel(Page page, double x1, double x2) {
        BoundingBox box = page.locator(".map-surface").boundingBox();
        double width = 10 + 2 * MARGIN;
        return new double[] {box.x + (x1 + MARGIN) / width * box.width, box.y + (10 + MARGIN - x2) / width * box.height
        };
    }
}
