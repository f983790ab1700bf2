package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.explain.Explanation;
import glassgrad.explain.Shares;
import glassgrad.explain.Wiring;
import glassgrad.training.Deadline;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a number is what it is: asked on the page, answered with the engine's numbers. */
@ExtendWith(InBrowser.class)
class WhyTest {
    private static final String WEIGHT = "layer1.neuron2.w3";
    private static final String CHAIN = "How its gradient comes together";

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_weights_gradient_is_explained_term_by_term_tested_and_taken_apart(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=3").at(3);
        Run run = notebook(3);
        Explanation why = Explanation.of(Wiring.of(run.graph(3, 0), Map.of()), WEIGHT, 0.001, 12);
        play.select(WEIGHT);
        Locator panel = play.region("Why this number?");
        assertThat(panel.locator(".why-sentence")).containsText("As w3 rises");
        Locator chain = group(panel, CHAIN);
        Explanation.Term term = why.gradient().terms().get(0);
        for (double number :
                new double[] {term.upstream(), term.partial(), why.gradient().gradient()}) {
            assertThat(chain).containsText(Playground.four(number));
        }
        assertThat(panel.locator(".nudge-verdict")).containsText(Pattern.compile("the gradient, to \\d+ digits"));
        assertThat(group(panel, "Check by nudging")).containsText("0.001 times the gradient");

        // What each sample adds, to the gradient that learning uses.
        Shares.OfParameter shares = Shares.ofParameter(run.probe(3), WEIGHT, 12, null);
        Locator samples = table(panel, "What each sample adds");
        assertThat(samples.locator("tbody tr")).hasCount(4);
        for (int sample = 0; sample < 4; sample++) {
            assertThat(samples.locator("tbody tr").nth(sample))
                    .containsText(Playground.four(shares.shares().get(sample)));
        }
        assertThat(samples.locator("tfoot")).containsText(Playground.four(shares.gradient()));
        assertThat(samples.locator("[aria-current]")).hasText("sample 1");
        Screenshots.save(page, "why");

        // The paths add up to the same gradient.
        panel.getByText("Paths to the loss").click();
        Locator paths = table(panel, "Paths");
        assertThat(paths.locator("tbody tr")).hasCount(4);
        assertThat(paths.locator("tfoot"))
                .containsText(Playground.four(why.gradient().gradient()));
        String before = overlay(page);
        paths.getByRole(AriaRole.BUTTON).first().click();
        assertThat(group(panel, "The product along the path"))
                .containsText(paths.locator("tbody tr td:last-child").first().innerText());
        assertTrue(!before.equals(overlay(page)), "The path alone is drawn otherwise than all paths.");
        Screenshots.save(page, "why-paths");

        // Another sample, another gradient of its own; the same gradient of the batch.
        samples.getByRole(AriaRole.BUTTON).nth(2).click();
        assertThat(samples.locator("[aria-current]")).hasText("sample 3");
        assertThat(panel.locator(".why .fact").last())
                .containsText(Playground.four(Explanation.of(Wiring.of(run.graph(3, 2), Map.of()), WEIGHT, 0.001, 1)
                        .gradient()
                        .gradient()));
        assertThat(panel.locator(".batch .fact")).containsText(Playground.four(shares.gradient()));
    }

    @Test
    void a_part_of_a_formula_leads_to_its_node_by_keyboard_too(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=3&selected=" + WEIGHT);
        Locator panel = play.region("Why this number?");
        group(panel, CHAIN).locator("mrow[data-node]").first().click();
        assertThat(panel.getByRole(AriaRole.HEADING).nth(1)).containsText("product, operation 5 of neuron 2");
        Locator made = group(panel, "How its value is computed");
        assertThat(made).containsText("p");
        made.getByRole(AriaRole.BUTTON).nth(1).press("Enter");
        assertThat(panel.getByRole(AriaRole.HEADING).nth(1)).containsText("input x3");
        assertThat(panel).containsText("An input is given by the data");
    }

    @Test
    void a_formula_is_copied_as_latex_and_as_text(Page page, BrowserContext context) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Playground play = Playground.open(page, SERVER.url() + "?selected=" + WEIGHT);
        Locator panel = play.region("Why this number?");
        Locator copy = panel.getByRole(AriaRole.BUTTON, named("Copy this formula"));
        copy.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(panel.getByText("Copied")).isVisible();
        assertThat(copy).isFocused();
        String latex = clipboard(page);
        assertTrue(latex.startsWith("\\begin{aligned}\n  \\frac{\\partial L}{\\partial w_{3}} &= "), latex);
        copy.click();
        play.button("Copy as text").click();
        page.waitForFunction(
                "async () => (await navigator.clipboard.readText()).startsWith('∂L/∂w3 = ∂L/∂p · ∂p/∂w3')");
    }

    @Test
    void while_it_plays_it_says_how_to_see_why_and_shows_no_number_of_another_step(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?selected=" + WEIGHT);
        Locator panel = play.region("Why this number?");
        assertThat(group(panel, CHAIN)).isVisible();
        play.button("Play").click();
        assertThat(panel.getByText("Pause to see why.")).isVisible();
        assertThat(group(panel, CHAIN)).isHidden();
        play.button("Pause").click();
        assertThat(panel.getByText("Pause to see why.")).isHidden();
        int step = play.step();
        double gradient = notebook(step).graph(step, 0).nodes().stream()
                .filter(node -> node.id().equals(WEIGHT))
                .findFirst()
                .orElseThrow()
                .value()
                .gradient;
        assertThat(group(panel, CHAIN)).containsText(Playground.four(gradient));
    }

    @Test
    @Screen(width = 390, height = 844, touch = true, dark = true)
    void on_a_phone_every_formula_stays_in_its_box(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=3&sample=all&selected=" + WEIGHT);
        page.locator("#tabs button").getByText("Why").tap();
        Locator panel = play.region("Why this number?");
        assertThat(group(panel, CHAIN)).isVisible();
        panel.getByText("Paths to the loss").tap();
        assertThat(table(panel, "Paths").locator("tbody tr").last()).containsText("the other 6 together");
        Object outside = page.evaluate("() => [...document.querySelectorAll('#inspector .panel-body *')]"
                + ".filter((element) => !element.closest('.formula-sheet, .visually-hidden, svg'))"
                + ".filter((element) => element.getBoundingClientRect().right > innerWidth)"
                + ".map((element) => element.className)");
        assertEquals(List.of(), outside);
        panel.locator(".why").scrollIntoViewIfNeeded();
        Screenshots.save(page, "why-phone-dark");
    }

    private static Run notebook(int step) {
        Run run = new Runs().open(Recipe.DEFAULT);
        run.reach(step, Deadline.never());
        return run;
    }

    private static Locator group(Locator panel, String name) {
        return panel.getByRole(AriaRole.GROUP, named(name));
    }

    private static Locator table(Locator panel, String name) {
        return panel.getByRole(AriaRole.TABLE, named(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String overlay(Page page) {
        return String.valueOf(page.evaluate("() => document.querySelector('canvas.stage-overlay').toDataURL()"));
    }

    private static String clipboard(Page page) {
        return String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
    }
}
