package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import glassgrad.link.MomentQuery;
import glassgrad.training.Deadline;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs beside each other. */
@ExtendWith(InBrowser.class)
class CompareTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    private static final String MOONS = "data=moons&samples=60&layers=6,6&loss=mean-squared-error";

    private static Locator compare(Playground play) {
        Locator panel = play.region("Compare");
        panel.scrollIntoViewIfNeeded();
        return panel;
    }

    private static Locator button(Locator panel, String name) {
        return panel.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String lossAt(String query, int step) {
        double loss = new Runs()
                .open(MomentQuery.read(query).recipe())
                .frame(step, Deadline.never())
                .loss();
        return String.format(Locale.ROOT, "%.4f", loss);
    }

    @Test
    void four_optimizers_from_one_start_end_where_the_engine_does_and_one_of_them_is_shown(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?" + MOONS);
        Locator panel = compare(play);
        panel.getByLabel("sweep over").selectOption("training.optimizer");
        panel.getByLabel("AdamW").uncheck();
        panel.getByLabel("steps").fill("40");
        button(panel, "Run them").click();
        List<String> optimizers = List.of("sgd", "momentum", "rmsprop", "adam");
        Locator cards = panel.getByRole(AriaRole.LISTITEM);
        assertThat(cards).hasCount(4);
        for (int i = 0; i < 4; i++) {
            assertThat(cards.nth(i)).containsText("step 40");
            assertThat(cards.nth(i)).containsText(lossAt(MOONS + "&optimizer=" + optimizers.get(i), 40));
        }
        Screenshots.save(page, "compare");
        button(panel, "optimizer Adam").click();
        play.at(40);
        assertThat(play.loss()).hasText(lossAt(MOONS + "&optimizer=adam", 40));
        page.waitForURL(url -> url.contains("optimizer=adam"));
    }

    @Test
    void a_sweep_that_is_cancelled_keeps_what_was_computed_and_computes_no_more(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?data=moons&samples=2000&layers=60,60");
        Locator panel = compare(play);
        panel.getByLabel("sweep over").selectOption("network.seed");
        panel.getByLabel("values").fill("1 2 3");
        panel.getByLabel("steps").fill("10000");
        button(panel, "Run them").click();
        Locator cards = panel.getByRole(AriaRole.LISTITEM);
        Pattern underWay = Pattern.compile("[1-9]\\d* of 10,000");
        assertThat(cards.nth(2)).containsText(underWay);
        assertThat(panel.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        button(panel, "Cancel").click();
        assertThat(panel.getByRole(AriaRole.PROGRESSBAR)).isHidden();
        assertThat(button(panel, "Run them")).isVisible();
        // What is under way is answered, and thrown away.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(cards.nth(2)).containsText(underWay);
        assertThat(cards).hasCount(3);
    }

    @Test
    void a_run_that_is_pinned_stays_while_another_is_shown(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?" + MOONS + "&step=30");
        Locator panel = compare(play);
        button(panel, "Pin this run").click();
        Locator card = panel.getByRole(AriaRole.LISTITEM);
        assertThat(card).containsText(lossAt(MOONS, 30));
        page.getByLabel("seed", new Page.GetByLabelOptions().setExact(true)).fill("7");
        page.keyboard().press("Enter");
        play.at(0);
        assertThat(card).containsText(lossAt(MOONS, 30));
        button(panel, "pinned").click();
        play.at(30);
        assertThat(play.loss()).hasText(lossAt(MOONS, 30));
        button(panel, "Remove pinned").click();
        assertThat(card).hasCount(0);
    }

    @Test
    void a_value_that_cannot_be_is_refused_beside_its_field(Page page) {
        Locator panel = compare(Playground.open(page, SERVER.url()));
        panel.getByLabel("values").fill("0.1 lots");
        button(panel, "Run them").click();
        assertThat(panel.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("lots")))
                .containsText("Learning rate must be a number, more than 0");
        assertThat(panel.getByRole(AriaRole.LISTITEM)).hasCount(0);
    }
}
