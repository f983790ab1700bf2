package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page for everyone: without a mouse, without sight, in the dark, on a phone. */
@ExtendWith(InBrowser.class)
class EveryoneTest {
    private static final String BUSY =
            "?step=24&edits=12:training.learningRate=0.1" + "&open=layer2.neuron2&selected=layer2.neuron2.w1";

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void axe_finds_nothing_at_the_start_and_in_the_middle_of_a_run(Page page) {
        Playground.open(page, SERVER.url());
        assertNoViolations(page);
        Playground.open(page, SERVER.url() + BUSY);
        assertNoViolations(page);
        Screenshots.save(page, "busy-light");
    }

    @Test
    void axe_finds_nothing_in_the_tree_the_table_and_the_dialogs(Page page) {
        Playground play = Playground.open(page, SERVER.url() + BUSY);
        play.button("Tree").click();
        assertNoViolations(page);
        play.button("Table").click();
        assertNoViolations(page);
        Screenshots.save(page, "stage-as-table");
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertNoViolations(page);
        Screenshots.save(page, "keys");
    }

    @Test
    @Screen(dark = true)
    void axe_finds_nothing_in_the_dark(Page page) {
        Playground.open(page, SERVER.url() + BUSY);
        assertNoViolations(page);
        Screenshots.save(page, "busy-dark");
        Playground.open(page, SERVER.url() + BUSY + "&depth=scalars");
        Screenshots.save(page, "scalars-dark");
    }

    @Test
    void axe_finds_nothing_on_the_page_of_expressions(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Blackboard board = Blackboard.open(page, SERVER.url());
        assertNoViolations(page);
        board.example("Two values, each used twice");
        page.getByRole(AriaRole.SWITCH).check();
        board.correct("a", "−3.0000");
        assertNoViolations(page);
        board.write("b = a +");
        assertThat(board.mistake()).isVisible();
        board.button("Table").click();
        assertNoViolations(page);
        page.locator("#step").click();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertNoViolations(page);
    }

    @Test
    @Screen(dark = true)
    void axe_finds_nothing_on_the_page_of_expressions_in_the_dark(Page page) {
        Blackboard.open(page, SERVER.url()).example("A neuron").shows("o = 0.707106781187");
        assertNoViolations(page);
        Screenshots.save(page, "expressions-dark");
    }

    @Test
    @Screen(width = 390, height = 844, touch = true)
    void expressions_fit_a_phone(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        assertFits(page);
        assertNoViolations(page);
        Screenshots.save(page, "expressions-phone");
        board.button("Take a step").tap();
        board.shows("L = −7.286496");
        page.getByRole(AriaRole.SWITCH).scrollIntoViewIfNeeded();
        Screenshots.save(page, "expressions-phone-below");
        assertFits(page);
    }

    @Test
    @Screen(width = 1024, height = 768)
    void expressions_fit_a_tablet(Page page) {
        Blackboard.open(page, SERVER.url()).example("A neuron, with tanh broken up");
        assertFits(page);
        assertNoViolations(page);
        Screenshots.save(page, "expressions-tablet");
    }

    @Test
    void the_colours_go_from_the_systems_to_the_others_and_back_and_a_choice_is_kept(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        String light = paper(page);
        play.button("Colours: as your system. Press to change.").click();
        assertThat(play.button("Colours: dark. Press to change.")).isVisible();
        String dark = paper(page);
        assertNotEquals(light, dark);
        page.reload();
        play.ready();
        assertEquals(dark, paper(page));
        play.button("Colours: dark. Press to change.").click();
        assertEquals(light, paper(page));
        play.button("Colours: light. Press to change.").click();
        assertThat(play.button("Colours: as your system. Press to change.")).isVisible();
    }

    private static String paper(Page page) {
        return String.valueOf(page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    @Screen(width = 390, height = 844, touch = true)
    void on_a_phone_nothing_is_wider_than_the_screen_and_all_can_be_reached(Page page) {
        Playground play = Playground.open(page, SERVER.url() + BUSY);
        assertFits(page);
        assertNoViolations(page);
        Screenshots.save(page, "phone-stage");
        play.button("One step forward").tap();
        play.at(25);
        int tabs = page.locator("#tabs button").count();
        assertTrue(tabs > 2, "tabs: " + tabs);
        for (int i = 0; i < tabs; i++) {
            page.locator("#tabs button").nth(i).tap();
            assertFits(page);
            assertNoViolations(page);
            Screenshots.save(page, "phone-tab-" + (i + 1));
        }
    }

    @Test
    @Screen(width = 360, height = 740, dark = true, touch = true)
    void on_the_narrowest_phone_every_button_can_be_hit(Page page) {
        Playground.open(page, SERVER.url() + BUSY);
        assertFits(page);
        Screenshots.save(page, "phone-narrow-dark");
        Object small = page.evaluate("() => [...document.querySelectorAll('#transport button')]"
                + ".filter((b) => b.getClientRects().length && b.getBoundingClientRect().height < 40)"
                + ".map((b) => b.ariaLabel ?? b.textContent)");
        assertEquals(List.of(), small);
    }

    @Test
    @Screen(width = 2560, height = 1440)
    void a_wide_screen_is_used(Page page) {
        Playground.open(page, SERVER.url() + BUSY);
        assertFits(page);
        Screenshots.save(page, "wide");
    }

    @Test
    void by_keyboard_alone_one_trains_opens_a_neuron_and_sets_a_weight(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        page.keyboard().press("ArrowRight");
        play.at(1);
        page.keyboard().press("ArrowRight");
        play.at(2);
        page.keyboard().press("Space");
        page.waitForFunction("() => Number(document.querySelector('#header-step').textContent) > 3");
        page.keyboard().press("Space");
        assertThat(play.button("Play")).isVisible();
        int step = play.step();

        tabTo(page, "tree");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*open=layer1\\.neuron1.*"));

        play.select("layer3.neuron1.b");
        String before = play.loss().innerText();
        play.set("4");
        assertThat(play.loss()).not().hasText(before);
        assertThat(play.region("Your edits")).containsText("step " + step);
        play.button("Undo the last change").press("Control+z");
        assertThat(play.loss()).hasText(before);
    }

    @Test
    void the_tree_says_every_value_with_its_data_and_gradient(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?open=layer1.neuron1");
        tabTo(page, "tree");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(play.treeItem("neuron 1").first()).hasAccessibleName(Pattern.compile(".*gradient.*"));
    }

    @Test
    @Screen(reducedMotion = true)
    void with_reduced_motion_a_neuron_is_open_at_once(Page page) {
        Playground.open(page, SERVER.url());
        Object moving = page.evaluate("() => document.getAnimations().filter((a) => a.playState === 'running').length");
        assertEquals(0, moving);
    }

    /** Presses Tab until something inside an element of a role has the focus. */
    private static void tabTo(Page page, String role) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate("(role) => !!document.activeElement.closest(`[role=${role}]`)", role);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches the " + role + ".");
    }

    private static void assertFits(Page page) {
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, "pixels that one would have to scroll sideways");
    }

    private static void assertNoViolations(Page page) {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream().map(EveryoneTest::words).toList();
        assertEquals(List.of(), violations);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
