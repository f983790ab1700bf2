package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.Golden;
import glassgrad.training.Deadline;
import glassgrad.training.Preset;
import glassgrad.training.Recipe;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** How far one step goes, and when play stops by itself. */
@ExtendWith(InBrowser.class)
class PlayingTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void play_stops_at_the_loss_that_was_wanted_and_goes_on_when_it_is_pressed_again(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        stops(play);
        page.getByLabel("at a loss of").fill("2");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*until=loss:2"));
        page.getByLabel("Speed").selectOption("Infinity");
        play.button("Play").click();
        int expected = firstBelow(Recipe.DEFAULT, 2);
        assertThat(page.locator("#banners")).containsText("Stopped at step " + expected + ": the loss is ");
        assertThat(play.button("Play")).isVisible();
        play.at(expected);
        Screenshots.save(page, "stopped");
        play.button("Play").click();
        assertThat(page.locator("#banners")).not().containsText("Stopped");
        play.button("Pause").click();
        page.reload();
        play.ready();
        assertThat(page.getByLabel("at a loss of")).hasValue("2");
        play.goTo(0).button("Play").click();
        assertThat(page.locator("#banners")).containsText("Stopped at step " + expected);
    }

    @Test
    void a_stop_that_is_none_says_why_and_keeps_what_was_set(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?until=accuracy:0.95");
        assertThat(page.getByLabel("at an accuracy of")).hasValue("95");
        page.getByLabel("at an accuracy of").fill("200");
        page.keyboard().press("Enter");
        assertThat(page.locator("#playing-problem"))
                .hasText("“at an accuracy of” must be a number, more than 0 and at most 100.");
        assertThat(page).hasURL(Pattern.compile(".*until=accuracy:0.95"));
        page.getByLabel("at an accuracy of").fill("");
        page.keyboard().press("Enter");
        assertThat(page).not().hasURL(Pattern.compile(".*until.*"));
        play.ready();
    }

    @Test
    void one_step_is_an_epoch_or_a_sample_of_the_batch(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?batch=2");
        stops(play);
        page.getByLabel("one step is").selectOption("epoch");
        play.button("One epoch forward").click();
        play.at(2);
        page.keyboard().press("ArrowRight");
        play.at(4);
        play.button("One epoch back").click();
        play.at(2);

        page.getByLabel("one step is").selectOption("sample");
        Locator sample = page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Sample"));
        for (String next : List.of("2 2", "3 3", "3 4", "4 1")) {
            play.button("One sample forward").click();
            assertThat(page.locator("#header-step")).hasText(next.substring(0, 1));
            assertThat(sample).hasValue(next.substring(2));
        }
        play.button("One sample back").click();
        play.at(3);
        assertThat(sample).hasValue("4");
    }

    @Test
    void the_published_demo_prints_its_hundred_losses_and_accuracies_on_the_page(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        play.button("Examples").click();
        page.getByText(Preset.MICROGRAD_DEMO.title()).click();
        JsonNode published = Golden.read("micrograd-demo.json");
        Locator accuracy = page.locator(".predictions-accuracy strong");
        for (int step = 0; step < 100; step++) {
            play.at(step);
            assertThat(play.loss())
                    .hasText(Playground.four(published.get("losses").get(step).asDouble()));
            double share = published.get("accuracies").get(step).asDouble();
            assertThat(accuracy).hasText(String.format(Locale.ROOT, "%.1f %%", 100 * share));
            page.keyboard().press("ArrowRight");
        }
    }

    private static void stops(Playground play) {
        play.region("What you chose").getByText("Steps and stops").click();
    }

    private static int firstBelow(Recipe recipe, double loss) {
        List<Double> losses =
                new Runs().open(recipe).advance(0, 200, Deadline.never()).losses();
        for (int k = 1; k < losses.size(); k++) {
            if (losses.get(k) <= loss) {
                return k;
            }
        }
        throw new AssertionError("The loss does not come below " + loss);
    }
}
