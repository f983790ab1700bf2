package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import glassgrad.explain.Remembered;
import glassgrad.explain.Slope;
import glassgrad.explain.Surface;
import glassgrad.explain.Update;
import glassgrad.link.MomentQuery;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The slope of a weight is its gradient, and the next update goes down it. */
@ExtendWith(InBrowser.class)
class SlopeWalkTest {
    private static final String WEIGHT = "layer2.neuron2.w1";
    private static final Runs RUNS = new Runs();

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void the_tangent_is_as_steep_as_the_gradient_that_is_shown(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=5&selected=" + WEIGHT);
        double gradient = gradient(5);
        Locator slope = play.region("The slope is the gradient");
        assertThat(slope).containsText("This slope is the gradient: " + Playground.four(gradient));
        assertEquals(gradient, steepness(page), 0.01 * Math.abs(gradient));

        Locator along = slope.getByRole(AriaRole.SLIDER);
        along.focus();
        page.keyboard().press("Home");
        Slope curve = Slope.of(RUNS.open(Recipe.DEFAULT).probe(5), WEIGHT, -0.5, 1.5, 65, Deadline.never());
        Slope.Point first = curve.points().get(0);
        assertThat(along)
                .hasAttribute(
                        "aria-valuetext",
                        "at %s the loss is %s".formatted(Playground.four(first.at()), Playground.four(first.loss())));
        page.keyboard().press("Escape");
        assertThat(along)
                .hasAttribute(
                        "aria-valuetext",
                        "at %s the loss is %s"
                                .formatted(Playground.four(curve.value()), Playground.four(curve.loss())));
        assertThat(slope)
                .containsText("If nothing else moved, the loss would become "
                        + Playground.four(curve.next().loss()));
        slope.scrollIntoViewIfNeeded();
        Screenshots.save(page, "slope");

        slope.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look closer"))
                .click();
        assertThat(slope).containsText("±0.5");
        assertThat(slope.locator(".answer")).not().hasClass(Pattern.compile("stale"));
        assertEquals(gradient, steepness(page), 0.01 * Math.abs(gradient));
    }

    @Test
    void the_next_update_is_told_with_its_numbers_and_then_it_happens(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=5&selected=" + WEIGHT);
        Update.Row row = row(5);
        Locator update = play.region("The next update");
        assertThat(update).containsText("p.data -= 0.05 * p.grad");
        assertThat(update.locator("math"))
                .hasText("%s−0.05×%s=%s"
                        .formatted(
                                Playground.four(row.value()),
                                inParentheses(row.gradient()),
                                Playground.four(row.next())));
        page.locator("#update").scrollIntoViewIfNeeded();
        Screenshots.save(page, "update");
        play.button("One step forward").click();
        play.at(6);
        assertThat(update.locator("math")).containsText(Playground.four(row.next()) + "−0.05×");

        Locator table = play.weights();
        table.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next values"))
                .click();
        assertThat(table).containsText("Next is value − 0.05 × gradient.");
        Locator chosen = table.locator("tr.current td").last();
        assertThat(chosen).hasText(Playground.four(row(6).next()));
    }

    @Test
    void two_weights_are_a_landscape_with_the_present_point_on_it(Page page) {
        String first = "layer1.neuron1.w1";
        Playground play = Playground.open(page, SERVER.url() + "?step=30&selected=" + first);
        Locator landscape = play.region("The loss as a landscape");
        landscape.getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(Pattern.compile(".*beside=layer1\\.neuron1\\.w2.*"));
        Run run = RUNS.open(Recipe.DEFAULT);
        run.reach(30, Deadline.never());
        Surface surface = surface(run, 30, first, "layer1.neuron1.w2");
        assertThat(landscape)
                .containsText("→ %s  ↑ %s  loss %s"
                        .formatted(
                                Playground.four(surface.x().value()),
                                Playground.four(surface.y().value()),
                                Playground.four(surface.loss())));
        assertEquals(
                "#7c3aed",
                colour(page, surface, surface.x().value(), surface.y().value()));

        landscape.getByRole(AriaRole.APPLICATION).focus();
        page.keyboard().press("ArrowRight");
        int column = 1 + nearest(surface.x().at(), surface.x().value());
        int row = nearest(surface.y().at(), surface.y().value());
        assertThat(landscape)
                .containsText("→ %s  ↑ %s  loss %s"
                        .formatted(
                                Playground.four(surface.x().at().get(column)),
                                Playground.four(surface.y().at().get(row)),
                                Playground.four(surface.losses().get(row).get(column))));
        landscape.scrollIntoViewIfNeeded();
        Screenshots.save(page, "landscape");

        landscape.getByLabel("Second weight or bias: layer").selectOption("layer 3");
        assertThat(page).hasURL(Pattern.compile(".*beside=layer3\\.neuron1\\.w2.*"));
        play.weights()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("layer2.neuron4.b")
                                .setExact(true))
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page).hasURL(Pattern.compile(".*selected=layer1\\.neuron1\\.w1&beside=layer2\\.neuron4\\.b.*"));
        assertThat(landscape.locator(".answer")).not().hasClass(Pattern.compile("stale"));
    }

    @Test
    void the_way_of_training_is_drawn_on_the_landscape(Page page) {
        String first = "layer3.neuron1.w1";
        String second = "layer3.neuron1.w4";
        Playground play =
                Playground.open(page, SERVER.url() + "?step=5&selected=%s&beside=%s".formatted(first, second));
        Locator landscape = play.region("The loss as a landscape");
        Run run = RUNS.open(Recipe.DEFAULT);
        run.reach(5, Deadline.never());
        Surface surface = surface(run, 5, first, second);
        assertThat(landscape).containsText("loss " + Playground.four(surface.loss()));
        int segments = 0;
        double[] before = place(run, 0, surface);
        for (int step = 1; step <= 5; step++) {
            double[] place = place(run, step, surface);
            if (isLong(surface, before, place)) {
                segments++;
                Object near = inkNear(page, surface, (before[0] + place[0]) / 2, (before[1] + place[1]) / 2);
                assertEquals(true, near, "the way from step %d to %d".formatted(step - 1, step));
            }
            before = place;
        }
        landscape
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Look closer"))
                .click();
        assertThat(landscape.locator(".answer")).not().hasClass(Pattern.compile("stale"));
        Surface.Side x = closer(surface.x());
        Surface.Side y = closer(surface.y());
        Surface near = Surface.of(run, 5, x, y, Surface.DEFAULT_POINTS, Deadline.never(), Deadline.never());
        assertThat(landscape)
                .containsText(
                        "the loss could be " + Playground.four(near.lowest().loss()));
        assertEquals("#7c3aed", colour(page, near, near.x().value(), near.y().value()));
        assertTrue(segments > 0, "a part of the way is long enough to be looked for");
    }

    @Test
    void while_a_run_plays_no_number_of_another_moment_is_shown(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?selected=" + WEIGHT);
        Locator slope = play.region("The slope is the gradient");
        assertThat(slope).containsText("This slope is the gradient");
        play.button("Play").click();
        assertThat(slope).containsText("Pause to see the slope.");
        assertThat(slope.locator(".slope-words")).isHidden();
        play.button("Pause").click();
        assertThat(slope.locator(".slope-words")).isVisible();
        assertThat(slope.locator(".slope-words")).containsText(Playground.four(gradient(play.step())));
    }

    @Test
    @Screen(width = 390, height = 844, dark = true)
    void on_a_phone_the_curve_and_the_update_fit(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=5&optimizer=adamw&rate=0.01&selected=" + WEIGHT);
        play.button("Why").click();
        Locator update = play.region("The next update");
        assertThat(update).containsText("p.data -= 0.01 * (step + decay)");
        update.scrollIntoViewIfNeeded();
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
        Screenshots.save(page, "slope-phone");
    }

    /** Of the tangent as it is drawn, measured with the labels of the axes. */
    private static double steepness(Page page) {
        Object slope = page.evaluate("""
                () => {
                  const number = (text) => Number(text.textContent.replaceAll('−', '-'));
                  const labels = (anchor) => [...document.querySelectorAll('.plot-grid text')]
                    .filter((text) => text.getAttribute('text-anchor') === anchor);
                  const unit = (texts, place) => {
                    const [a, z] = [texts[0], texts.at(-1)];
                    return (number(z) - number(a)) / (z.getAttribute(place) - a.getAttribute(place));
                  };
                  const at = (name) => Number(document.querySelector('.slope-tangent').getAttribute(name));
                  const rise = (at('y2') - at('y1')) * unit(labels('end'), 'y');
                  return rise / ((at('x2') - at('x1')) * unit(labels('middle'), 'x'));
                }""");
        return ((Number) slope).doubleValue();
    }

    /** What is drawn at a place of the landscape. */
    private static Object colour(Page page, Surface surface, double x, double y) {
        return drawn(page, surface, x, y, 0, "colours => colours[0]");
    }

    /** Whether a place of the landscape is within two pixels of a line in the colour of the way. */
    private static Object inkNear(Page page, Surface surface, double x, double y) {
        return drawn(page, surface, x, y, 2, "colours => colours.includes('#1d2433')");
    }

    private static Object drawn(Page page, Surface surface, double x, double y, int around, String answer) {
        double across =
                (x - surface.x().from()) / (surface.x().to() - surface.x().from());
        double down = (surface.y().to() - y) / (surface.y().to() - surface.y().from());
        return page.evaluate("""
                ([across, down, around]) => {
                  const canvas = document.querySelector('.surface-canvas');
                  const [left, top, right, bottom] = [46, 8, 8, 24];
                  const x = Math.floor(left + across * (canvas.width - left - right));
                  const y = Math.floor(top + down * (canvas.height - top - bottom));
                  const size = 2 * around + 1;
                  const data = canvas.getContext('2d').getImageData(x - around, y - around, size, size).data;
                  const colours = Array.from({ length: size * size }, (_, i) =>
                    '#' + [...data.slice(4 * i, 4 * i + 3)].map((part) => part.toString(16).padStart(2, '0')).join(''));
                  return (%s)(colours);
                }""".formatted(answer), List.of(across, down, around));
    }

    private static Surface surface(Run run, int step, String first, String second) {
        return Surface.of(
                run,
                step,
                new Surface.Side(first, null, null),
                new Surface.Side(second, null, null),
                Surface.DEFAULT_POINTS,
                Deadline.never(),
                Deadline.never());
    }

    /** Half as wide, with the present value in the middle. */
    private static Surface.Side closer(Surface.Axis axis) {
        double half = (axis.to() - axis.from()) / 4;
        return new Surface.Side(axis.parameter(), axis.value() - half, axis.value() + half);
    }

    private static double[] place(Run run, int step, Surface surface) {
        double[] values = run.values(step);
        List<String> names = run.parameterNames();
        return new double[] {
            values[names.indexOf(surface.x().parameter())],
            values[names.indexOf(surface.y().parameter())]
        };
    }

    /** Whether its middle is beside the marks at its ends. */
    private static boolean isLong(Surface surface, double[] from, double[] to) {
        double across = (to[0] - from[0]) / (surface.x().to() - surface.x().from());
        double down = (to[1] - from[1]) / (surface.y().to() - surface.y().from());
        return Math.hypot(across, down) > 0.04;
    }

    private static int nearest(List<Double> at, double value) {
        int best = 0;
        for (int i = 0; i < at.size(); i++) {
            if (Math.abs(at.get(i) - value) < Math.abs(at.get(best) - value)) {
                best = i;
            }
        }
        return best;
    }

    private static double gradient(int step) {
        Run run = RUNS.open(Recipe.DEFAULT);
        Frame frame = run.frame(step, Deadline.never());
        return frame.gradients().get(run.parameterNames().indexOf(WEIGHT));
    }

    private static Update.Row row(int step) {
        Run run = RUNS.open(Recipe.DEFAULT);
        run.reach(step, Deadline.never());
        return Update.of(run.probe(step), List.of(), WEIGHT).parameters().get(0);
    }

    private static String inParentheses(double number) {
        return number < 0 ? "(%s)".formatted(Playground.four(number)) : Playground.four(number);
    }

    @Test
    void what_the_optimizer_remembers_stands_in_a_table(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=5&optimizer=adam");
        Locator weights = play.weights();
        weights.getByText("What the optimizer remembers").click();
        Run run = new Runs().open(MomentQuery.read("optimizer=adam").recipe());
        run.reach(5, Deadline.never());
        List<Remembered.Column> state = Remembered.of(run.probe(5)).state();
        Locator rows = weights.locator(".memory tbody tr:not(.spacer)");
        for (int i : new int[] {0, 7, 12}) {
            for (int k = 0; k < state.size(); k++) {
                double number = state.get(k).values().get(i);
                Locator cell = rows.nth(i).locator("td.number").nth(k);
                assertThat(cell).hasText(Pattern.compile(".*\\d.*"));
                String shown = cell.innerText().replace('−', '-');
                assertEquals(number, Double.parseDouble(shown), 5.001e-5, shown);
            }
        }
    }
}
