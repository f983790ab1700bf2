package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.explain.Diagnosis;
import glassgrad.explain.Exercise;
import glassgrad.explain.Exercise.Quantity;
import glassgrad.explain.Series;
import glassgrad.explain.Wiring;
import glassgrad.graph.Graph;
import glassgrad.training.Deadline;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Numbers are predicted before they are revealed. */
@ExtendWith(InBrowser.class)
class PracticeTest {
    private static final int STEP = 6;
    private static final Run RUN = run();
    private static final Wiring WIRING = Wiring.of(RUN.graph(STEP, 0), Map.of());

    /** Every text of the last frame of each canvas. */
    private static final String REMEMBER_WHAT_IS_DRAWN = """
            const drawn = new Map();
            window.drawn = () => [...drawn.values()].flat();
            const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
              if (!drawn.has(this.canvas)) drawn.set(this.canvas, []);
              drawn.get(this.canvas).push(String(text));
              return fillText.call(this, text, ...place);
            };
            CanvasRenderingContext2D.prototype.clearRect = function (...box) {
              drawn.set(this.canvas, []);
              return clearRect.call(this, ...box);
            };
            """;

    /** What can be read: texts, names for those who listen, what styles write, fields, and the picture. */
    private static final String READABLE = """
            () => {
              const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'data-numbers'];
              const told = [...document.body.querySelectorAll('*')]
                .filter((element) => element.checkVisibility())
                .flatMap((element) => [...attributes.map((name) => element.getAttribute(name)), element.value]);
              return [document.body.innerText, ...told, ...(window.drawn?.() ?? [])].filter(Boolean).join('\\n');
            }
            """;

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_wrong_prediction_is_told_which_factor_is_wrong_and_a_right_one_reveals_the_number(
            Page page, BrowserContext context) {
        List<Exercise> series = Series.of(WIRING, 4, Series.DEFAULT, Quantity.GRADIENT);
        Playground play = Playground.open(page, SERVER.url() + "?step=" + STEP + "&practice=gradient:4:3");
        Locator panel = play.region("Practice");
        assertThat(panel).containsText("What is the gradient of");
        assertThat(panel.getByLabel("Exercise 3, open")).hasAttribute("aria-current", "step");
        Screenshots.save(page, "practice-asked");

        Exercise exercise = series.get(2);
        double right = right(exercise);
        answer(panel, Playground.four(-right));
        assertThat(panel).containsText("The size is right, the sign is not.");
        assertThat(field(panel)).isFocused();
        Screenshots.save(page, "practice-wrong");
        answer(panel, Playground.four(right));
        assertThat(panel).containsText("Right.");
        assertThat(panel.locator(".practice-formula")).containsText(fourDigits(right) + " = ");
        assertThat(panel.getByLabel("Exercise 3, solved")).isVisible();
        assertThat(play.button("Next")).isFocused();
        assertTrue(readable(page).contains(Playground.four(right)));
        Screenshots.save(page, "practice-right");

        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*practice=gradient:4:4$"));
        assertThat(field(panel)).isFocused();
        String question = panel.locator(".practice-question").innerText();
        Playground friends = Playground.open(context.newPage(), page.url());
        assertThat(friends.region("Practice").locator(".practice-question")).hasText(question);
    }

    @Test
    void nothing_that_is_asked_can_be_read_anywhere(Page page) {
        page.addInitScript(REMEMBER_WHAT_IS_DRAWN);
        List<Exercise> series = Series.of(WIRING, 1, Series.DEFAULT, null);
        int looked = 0;
        for (int i = 0; i < series.size(); i++) {
            Exercise exercise = series.get(i);
            Playground play =
                    Playground.open(page, SERVER.url() + "?step=" + STEP + "&depth=scalars&practice=1:" + (i + 1));
            assertThat(play.region("Practice")).containsText("What is the");
            assertThat(play.region("Loss")).isHidden();
            assertThat(play.region("Why this number?")).isHidden();
            if (isGiven(exercise)) {
                continue;
            }
            looked++;
            String number = Playground.four(right(exercise));
            assertFalse(readable(page).contains(number), number + " can be read: " + exercise);
            for (String show : List.of("Table", "Tree")) {
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(show).setExact(true))
                        .click();
                assertFalse(readable(page).contains(number), number + " can be read: " + exercise);
            }
        }
        assertTrue(looked >= 5, looked + " exercises");
    }

    @Test
    void the_score_of_a_series_counts_what_was_not_looked_up_and_goes_on_with_other_numbers(Page page) {
        List<Exercise> series = Series.of(WIRING, 1, Series.DEFAULT, null);
        Playground play = Playground.open(page, SERVER.url() + "?step=" + STEP);
        play.button("Practise").click();
        Locator panel = play.region("Practice");
        assertThat(field(panel)).isFocused();
        for (int i = 0; i < series.size(); i++) {
            assertThat(panel.getByLabel("Exercise " + (i + 1) + ", open")).hasAttribute("aria-current", "step");
            if (i == 1) {
                play.button("I give up: show me").click();
                assertThat(panel).containsText("This is it:");
            } else {
                if (i == 2) {
                    answer(panel, "123456");
                    assertThat(panel.locator(".practice-verdict")).containsText("That is not it");
                }
                answer(panel, Playground.four(right(series.get(i))));
                assertThat(panel).containsText("Right.");
            }
            page.keyboard().press("Enter");
        }
        assertThat(panel).containsText("9 of 10 solved");
        assertThat(panel).containsText("8 at the first try. Not solved:");
        assertThat(panel.locator(".practice-missed li")).hasCount(1);
        assertThat(play.region("Loss")).isVisible();
        Screenshots.save(page, "practice-score");
        play.button("Again with other numbers").click();
        assertThat(page).hasURL(Pattern.compile(".*practice=2$"));
        assertThat(panel.getByLabel("Exercise 1, open")).hasAttribute("aria-current", "step");
        assertNotEquals(series, Series.of(WIRING, 2, Series.DEFAULT, null));
        play.button("Stop practising").click();
        assertThat(panel).isHidden();
        assertThat(page).hasURL(Pattern.compile("^(?!.*practice).*$"));
    }

    @Test
    @Screen(width = 390, height = 844, dark = true)
    void a_phone_shows_the_exercise_below_the_picture(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=" + STEP + "&practice=4:8");
        Locator panel = play.region("Practice");
        assertThat(panel).containsText("What is the");
        panel.scrollIntoViewIfNeeded();
        assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - innerWidth"));
        Screenshots.save(page, "practice-phone");
    }

    private static Locator field(Locator panel) {
        return panel.getByRole(AriaRole.TEXTBOX);
    }

    private static void answer(Locator panel, String number) {
        field(panel).fill(number);
        field(panel).press("Enter");
    }

    private static String readable(Page page) {
        // Whatever was changed is drawn in the next frame.
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return (String) page.evaluate(READABLE);
    }

    /** Whether the number also stands where it may be read: as another value, or as the gradient that is handed on. */
    private static boolean isGiven(Exercise exercise) {
        String number = Playground.four(right(exercise));
        Set<String> covered = new HashSet<>(Set.of(exercise.node()));
        boolean given = RUN.frame(STEP, Deadline.never()).values().stream()
                .anyMatch(value -> Playground.four(value).equals(number));
        for (Graph.Node node : Graph.of(RUN.graph(STEP, 0)).nodes()) {
            boolean isMadeOfIt = node.operands().contains(exercise.node());
            if (exercise.quantity() == Quantity.GRADIENT) {
                given |= Playground.four(node.data()).equals(number);
                given |= isMadeOfIt && Playground.four(node.gradient()).equals(number);
            } else if (node.operands().stream().anyMatch(covered::contains)) {
                covered.add(node.id());
            } else if (!covered.contains(node.id())) {
                given |= Playground.four(node.data()).equals(number);
            }
        }
        return given;
    }

    private static double right(Exercise exercise) {
        return Diagnosis.of(WIRING, exercise.node(), exercise.quantity(), 0).expected();
    }

    private static Run run() {
        Run run = new Runs().open(Recipe.DEFAULT);
        run.reach(STEP, Deadline.never());
        return run;
    }

    /** With four significant digits where four decimals are fewer. */
    private static String fourDigits(double number) {
        String digits = new BigDecimal(number).round(new MathContext(4)).toPlainString();
        return Math.abs(number) < 0.1 ? digits.replace('-', '−') : Playground.four(number);
    }
}
