package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.training.Deadline;
import glassgrad.training.LossGraph;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A pass over the graph is watched move by move, and every number on the way is the engine's. */
@ExtendWith(InBrowser.class)
class SweepWalkTest {
    private static final int STEP = 5;

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void scalar_by_scalar_a_neurons_output_is_seen_to_collect_what_four_neurons_hand_it(Page page) {
        Playground.open(page, SERVER.url() + "?depth=scalars&step=" + STEP);
        page.keyboard().press("b");
        assertThat(card(page)).isVisible();
        List<String> collected = new ArrayList<>();
        for (int moves = 0; moves < 141; moves++) {
            page.keyboard().press("b");
            String what = page.locator(".sweep-what").innerText();
            if (what.startsWith("n2 in layer 1 gets")) {
                collected.add(what + "; " + page.locator(".sweep-then").innerText());
            }
            if (collected.size() == 2) {
                // It is said, too.
                assertThat(page.locator(".stage > [role=status].visually-hidden"))
                        .containsText("n2 in layer 1 gets");
                assertThat(page.locator(".stage > [role=status].visually-hidden"))
                        .containsText("part 2 of 4");
                Screenshots.save(page, "sweep-scalars");
                collected.add("");
            }
        }
        collected.remove("");
        assertEquals(expected(), collected);
        assertThat(page.locator(".sweep-count")).hasText("141 / 141");

        page.keyboard().press("Shift+B");
        assertThat(page.locator(".sweep-count")).hasText("140 / 141");
        page.keyboard().press("Escape");
        assertThat(card(page)).isHidden();
    }

    @Test
    void a_value_used_twice_is_seen_to_collect_one_gradient_and_then_the_other(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.example("A value used twice").gradient("a", "2.0000");
        assertThat(page.locator(".inspector-title")).hasText("a");
        assertThat(page.locator(".inspector-title")).hasClass(Pattern.compile("as-written"));
        board.button("backward").click();
        board.button("Pause the sweep").click();
        page.getByLabel("Place in the sweep").fill("2");
        assertThat(page.locator(".sweep-what")).hasText("a gets += 1.0000 × 1.0000 = 1.0000");
        assertThat(page.locator(".sweep-then")).hasText("its gradient is now 0.0000 + 1.0000 = 1.0000 (part 1 of 2)");
        board.button("Sweep: one move on").click();
        assertThat(page.locator(".sweep-what")).hasText("a gets += 1.0000 × 1.0000 = 1.0000");
        assertThat(page.locator(".sweep-then")).hasText("its gradient is now 1.0000 + 1.0000 = 2.0000 (part 2 of 2)");
        Screenshots.save(page, "sweep-twice");
    }

    /** What the captions must say of the four contributions to layer 1's second neuron, by the engine alone. */
    private static List<String> expected() {
        Run run = new Runs().open(Recipe.DEFAULT);
        run.reach(STEP, Deadline.never());
        LossGraph graph = run.graph(STEP, 0);
        Value output = graph.nodes().stream()
                .map(LossGraph.Node::value)
                .filter(value -> value.label.equals("layer1.neuron2"))
                .findFirst()
                .orElseThrow();
        List<Value> order = graph.root().order();
        List<String> expected = new ArrayList<>();
        double sum = 0;
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k).operands().indexOf(output);
            if (i >= 0) {
                double upstream = order.get(k).gradient;
                double partial = order.get(k).partial(i);
                double contribution = Op.chain(upstream, partial);
                String before = Playground.four(sum);
                sum += contribution;
                expected.add("n2 in layer 1 gets += %s × %s = %s; its gradient is now %s %s %s = %s (part %d of 4)"
                        .formatted(
                                Playground.four(upstream),
                                Playground.four(partial),
                                Playground.four(contribution),
                                before,
                                contribution < 0 ? "−" : "+",
                                Playground.four(Math.abs(contribution)),
                                Playground.four(sum),
                                expected.size() + 1));
            }
        }
        assertEquals(4, expected.size());
        assertEquals(output.gradient, sum);
        return expected;
    }

    @Test
    void neuron_by_neuron_a_sweep_is_played_paused_stepped_and_ended(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=" + STEP);
        play.button("forward").click();
        page.getByLabel("Moves a second").selectOption("2");
        assertThat(page.locator(".sweep-what")).containsText(Pattern.compile("neuron 2 in layer 1: tanh\\(.*\\) = "));
        play.button("Pause the sweep").click();
        Screenshots.save(page, "sweep-forward");

        play.button("backward").click();
        page.getByLabel("Moves a second").selectOption("20");
        assertThat(page.locator(".sweep-then")).containsText("part 3 of 4");
        play.button("Pause the sweep").click();
        String count = page.locator(".sweep-count").innerText();
        play.button("Sweep: one move back").click();
        assertThat(page.locator(".sweep-count")).not().hasText(count);
        play.button("Sweep: one move on").click();
        assertThat(page.locator(".sweep-count")).hasText(count);
        assertEquals(List.of(), violations(page));
        Screenshots.save(page, "sweep-backward");

        // Training goes on without the sweep losing its place.
        play.button("One step forward").click();
        play.at(STEP + 1);
        assertThat(page.locator(".sweep-count")).hasText(count);
        assertThat(page.locator(".sweep-caption")).not().hasClass(Pattern.compile(".*stale.*"));

        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press("Space");
        assertThat(page.locator(".sweep-count")).hasText("43 / 43");
        assertThat(play.button("Play")).isVisible();
        play.at(STEP + 1);
        play.button("End the sweep (Esc)").click();
        assertThat(card(page)).isHidden();
        assertThat(play.button("backward")).isFocused();
    }

    @Test
    @Screen(width = 390, height = 844, touch = true)
    void on_a_phone_the_picture_keeps_its_place_above_the_sweeps_tools(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=" + STEP);
        play.button("backward").tap();
        page.getByLabel("Place in the sweep").fill("12");
        assertThat(page.locator(".sweep-then")).containsText("part 1 of 4");
        assertThat(play.button("Play the sweep")).isVisible();
        BoundingBox bar = page.locator(".stage-bar").boundingBox();
        BoundingBox tools = card(page).boundingBox();
        assertTrue(tools.y - bar.y - bar.height > 180, "room for the picture");
        assertTrue(tools.x >= 0 && tools.x + tools.width <= 390);
        assertEquals(List.of(), violations(page));
        Screenshots.save(page, "sweep-phone");
    }

    private static Locator card(Page page) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^Sweep (forward|backward)$")));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp())
                        .toList();
    }
}
