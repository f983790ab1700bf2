package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a frame of the film must not do, whatever the machine: lay out the page in its middle, or work for nobody. */
@ExtendWith(InBrowser.class)
class PlayFramesTest {
    private static final String DEMO = "?data=micrograd-demo&layers=16,16&activation=relu&output=linear&loss=hinge&";

    /** Resolves when so many other steps have been drawn; it reads what lays out nothing. */
    private static final String FRAMES = """
            async (wanted) => {
              const step = document.querySelector('#header-step');
              for (let drawn = 0, last = step.textContent; drawn < wanted; last = step.textContent) {
                await new Promise(requestAnimationFrame);
                if (step.textContent !== last) drawn++;
              }
            }""";

    /** As FRAMES; answers in how many of them the weights were written. */
    private static final String WRITTEN = """
            async (wanted) => {
              let written = 0;
              const all = { subtree: true, childList: true, characterData: true, attributes: true };
              new MutationObserver(() => written++).observe(document.querySelector('#parameters'), all);
              await (%s)(wanted);
              return written;
            }""".formatted(FRAMES);

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?depth=network",
                "?depth=neurons",
                "?depth=scalars",
                "?selected=layer2.neuron2.w1",
                DEMO + "depth=network",
                DEMO + "depth=neurons",
                DEMO + "depth=scalars"
            })
    void a_playing_frame_forces_no_styles_and_no_layout(String query, Browser browser, Page page) {
        Playground play = Playground.open(page, SERVER.url() + query);
        page.locator("#map, #loss").locator("visible=true").last().scrollIntoViewIfNeeded();
        page.locator(".stage-view").hover();
        start(play, "60 steps/s");
        page.evaluate(FRAMES, 3);
        browser.startTracing(
                page,
                new Browser.StartTracingOptions()
                        .setCategories(List.of(
                                "devtools.timeline",
                                "disabled-by-default-devtools.timeline.stack",
                                "disabled-by-default-devtools.timeline")));
        page.evaluate(FRAMES, 20);
        Trace trace = Trace.of(browser.stopTracing());
        assertTrue(trace.frames() >= 20, "frames in the trace");
        // What is written between two frames, as by an answer that comes, is computed when the next begins to draw: now
        // and then.
        List<String> forced = trace.forced();
        assertTrue(forced.size() <= trace.frames() / 10, forced::toString);
    }

    @Test
    @Screen(width = 1000, height = 800)
    void a_panel_on_another_tab_draws_nothing_and_asks_nothing_until_it_is_shown(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        tab(page, "Weights");
        Locator first =
                page.locator("#parameters tbody tr:not(.spacer) .number").first();
        play.select("layer1.neuron1.w1");
        assertThat(play.region("The slope is the gradient")).containsText("This slope is the gradient");
        tab(page, "Loss");
        String before = first.textContent();
        Set<String> asked = new TreeSet<>();
        page.onRequest(request -> {
            if (request.url().contains("/api/")) {
                asked.add(question(request));
            }
        });
        play.goTo(5);
        page.waitForResponse("**/health?*", () -> play.goTo(6));
        assertEquals(Set.of("steps", "health"), asked);
        assertEquals(before, first.textContent());

        page.waitForResponse("**/slope?*", () -> tab(page, "Why"));
        assertThat(play.region("The next update")).containsText("p.data -= 0.05 * p.grad");
        assertTrue(asked.containsAll(Set.of("explanation", "slope", "update")), asked::toString);
        tab(page, "Weights");
        assertThat(first).not().hasText(before);
        String after = first.textContent();
        page.reload();
        tab(page, "Weights");
        assertThat(first).hasText(after);
    }

    @Test
    @Screen(width = 1280, height = 700)
    void what_is_scrolled_out_of_sight_is_seldom_written_while_a_run_plays_and_is_exact_when_it_stops(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        Locator rows = page.locator("#parameters tbody").first();
        // It has been seen, and then it is no more.
        page.locator("#parameters").scrollIntoViewIfNeeded();
        assertThat(rows).not().isEmpty();
        page.locator("#loss").scrollIntoViewIfNeeded();
        start(play, "60 steps/s");
        page.evaluate(FRAMES, 3);
        assertThat(page.locator("#parameters")).not().isInViewport();
        // Once a second it is, since it may be read aloud.
        assertTrue((Integer) page.evaluate(WRITTEN, 20) < 10);
        page.locator("#parameters").scrollIntoViewIfNeeded();
        page.evaluate(FRAMES, 3);
        assertTrue((Integer) page.evaluate(WRITTEN, 20) >= 20);
        page.locator("#health").scrollIntoViewIfNeeded();
        page.evaluate(FRAMES, 10);
        play.button("Pause").click();
        assertThat(play.button("Play")).isVisible();
        play.at(play.step());
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        String stopped = rows.textContent();
        page.reload();
        play.ready();
        page.locator("#parameters").scrollIntoViewIfNeeded();
        assertThat(rows).hasText(stopped);
    }

    private static void start(Playground play, String speed) {
        play.page.getByLabel("Speed").selectOption(new SelectOption().setLabel(speed));
        play.page.keyboard().press("Space");
        assertThat(play.button("Pause")).isVisible();
    }

    private static void tab(Page page, String name) {
        page.locator("#tabs")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    /** The last part of an address. */
    private static String question(Request request) {
        String path = request.url().replaceAll("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
