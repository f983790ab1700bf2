package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.web.LiveServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A network that does not learn says why, and shows where. */
@ExtendWith(InBrowser.class)
class HealthWalkTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_network_that_learned_too_fast_is_saturated_and_stuck_and_shows_where(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?rate=3&step=60");
        Locator health = play.region("Health");
        assertThat(health).containsText("stuck");
        assertThat(health).containsText("saturated 5");
        health.getByRole(AriaRole.BUTTON).click();
        assertThat(health).containsText("the loss stays at 8.0000");
        assertThat(health).containsText("for sample 1 it says −1.0000, where 1 would be right");
        Screenshots.save(page, "health-stuck");

        show(health, "neuron 3 in layer 1").click();
        assertThat(page).hasURL(Pattern.compile(".*open=layer1\\.neuron3&selected=layer1\\.neuron3.*"));
        assertThat(play.region("Why this number?")).containsText("neuron 3 in layer 1");
        show(health, "neuron 1 in layer 3").click();
        assertThat(page).hasURL(Pattern.compile(".*open=layer3\\.neuron1&selected=layer3\\.neuron1.*"));
        Screenshots.save(page, "health-shown");
    }

    @Test
    void a_network_that_learns_is_well_and_says_so_quietly(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=20");
        Locator health = play.region("Health");
        assertThat(health).containsText("all well");
        play.button("Play").click();
        assertThat(health).containsText("Pause to check it.");
        play.button("Pause").click();
        assertThat(health.getByText("all well")).isVisible();
    }

    @Test
    void the_first_number_that_is_none_is_shown_in_the_operation_that_made_it(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?layers=&output=linear&rate=0.2&step=500&sample=2");
        assertThat(play.region("Health")).containsText("not a number");
        play.button("Show me where").click();
        assertThat(page).hasURL(Pattern.compile(".*open=loss&selected=loss%232.*"));
        assertThat(page).not().hasURL(Pattern.compile(".*sample=2.*"));
        Locator why = play.region("Why this number?");
        assertThat(why).containsText("∞");
        assertThat(why).containsText("Made of");
        assertThat(why).containsText("difference");
        Screenshots.save(page, "health-non-finite");
    }

    private static Locator show(Locator health, String place) {
        return health.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show me " + place));
    }
}
