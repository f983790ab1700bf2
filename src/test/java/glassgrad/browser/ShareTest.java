package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A moment is shared: by its address, and by a short link that whoever opens it can trust. */
@ExtendWith(InBrowser.class)
class ShareTest {
    private static final Pattern SHORT = Pattern.compile("^http://localhost:\\d+/s/\\w{10}$");

    @RegisterExtension
    static final LiveServer SERVER = LiveServer.thatKeepsLinks();

    @RegisterExtension
    static final LiveServer FORGETFUL = new LiveServer();

    @Test
    void the_address_is_copied_and_says_everything(Page page, BrowserContext context) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Playground play = Playground.open(page, SERVER.url() + "?rate=0.1&step=7");
        Locator dialog = share(play, page);
        String address = SERVER.url() + "?rate=0.1&step=7";
        assertThat(dialog.getByLabel("The address")).hasValue(address);
        assertThat(dialog.getByLabel("The address")).isFocused();
        dialog.getByRole(AriaRole.BUTTON, named("Copy")).first().click();
        assertThat(dialog.getByRole(AriaRole.BUTTON, named("Copied"))).isVisible();
        assertEquals(address, page.evaluate("() => navigator.clipboard.readText()"));
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(play.button("Share this moment")).isFocused();
    }

    @Test
    void a_friend_opens_the_short_link_and_is_told_that_every_number_is_the_same(Page page, BrowserContext context) {
        Playground mine = Playground.open(page, SERVER.url() + "?seed=8&step=31&selected=layer1.neuron1.w1");
        String loss = mine.loss().innerText();
        Locator dialog = share(mine, page);
        dialog.getByRole(AriaRole.BUTTON, named("Make a short link")).click();
        Locator link = dialog.getByLabel("A short link");
        assertThat(link).hasValue(SHORT);
        assertThat(dialog.locator(".share-code")).hasText(Pattern.compile("\\w{20}"));
        page.waitForFunction("() => document.querySelector('.share-qr').naturalWidth > 0");
        Screenshots.save(page, "share");

        Page friends = context.newPage();
        Playground theirs = Playground.open(friends, link.inputValue());
        theirs.at(31);
        assertThat(theirs.loss()).hasText(loss);
        assertThat(friends.locator("#banners")).containsText("Reproduced exactly");
        assertThat(friends).hasURL(link.inputValue());
        Screenshots.save(friends, "share-opened");
        theirs.button("One step forward").click();
        theirs.at(32);
        assertThat(friends).hasURL(SERVER.url() + "?seed=8&step=32&selected=layer1.neuron1.w1");
    }

    @Test
    void the_maker_deletes_a_link_and_whoever_opens_it_is_told(Page page, BrowserContext context, PageErrors errors) {
        Playground play = Playground.open(page, SERVER.url() + "?seed=9");
        Locator dialog = share(play, page);
        dialog.getByRole(AriaRole.BUTTON, named("Make a short link")).click();
        assertThat(dialog.getByLabel("A short link")).hasValue(SHORT);
        String link = dialog.getByLabel("A short link").inputValue();
        dialog.getByRole(AriaRole.BUTTON, named("Delete the link")).click();
        assertThat(dialog.getByText("The short link is deleted, for ever.")).isVisible();
        errors.expect("status of 410");
        Page friends = context.newPage();
        Playground.open(friends, link);
        assertThat(friends.locator("#banners")).containsText("was deleted by its maker");
    }

    @Test
    void a_link_is_deleted_later_by_its_code_and_by_no_other(Page page, BrowserContext context, PageErrors errors) {
        Playground play = Playground.open(page, SERVER.url() + "?seed=19");
        Locator dialog = share(play, page);
        dialog.getByRole(AriaRole.BUTTON, named("Make a short link")).click();
        assertThat(dialog.getByLabel("A short link")).hasValue(SHORT);
        String link = dialog.getByLabel("A short link").inputValue();
        String code = dialog.locator(".share-code").innerText();

        Page later = context.newPage();
        Locator there = share(Playground.open(later, link), later);
        there.getByText("Delete a short link that you made").click();
        assertThat(there.getByLabel("The short link", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue(link);
        errors.expect("status of 403");
        there.getByLabel("Its delete code").fill("not it");
        there.getByRole(AriaRole.BUTTON, named("Delete it for everyone")).click();
        assertThat(there.getByText("A link is deleted by the code that its maker was given"))
                .isVisible();
        there.getByLabel("Its delete code").fill(code);
        there.getByRole(AriaRole.BUTTON, named("Delete it for everyone")).click();
        assertThat(there.getByText("The short link is deleted, for ever.")).isVisible();
    }

    @Test
    void a_long_address_becomes_compact_and_a_very_long_one_offers_the_short_link(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?layers=4&points=" + points(60));
        assertThat(page).hasURL(Pattern.compile("\\?z=1\\.[\\w-]+&layers=4$"));
        page.reload();
        Playground.at(page);
        assertThat(page.getByText("60 samples").first()).isVisible();

        Playground.open(page, SERVER.url() + "?layers=4&points=" + points(400));
        assertThat(page).hasURL(Pattern.compile("\\?z=1\\."));
        Locator dialog = share(play, page);
        assertThat(dialog).containsText("many programs cut addresses of more than 6,000");
        assertThat(dialog.getByLabel("A short link")).hasValue(SHORT);
        Screenshots.save(page, "share-long");
    }

    @Test
    @Screen(width = 390, height = 844, dark = true, touch = true)
    void on_a_phone_it_fits(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?seed=10");
        play.button("Share this moment").tap();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, named("Make a short link")).tap();
        assertThat(dialog.getByLabel("A short link")).isVisible();
        var box = dialog.boundingBox();
        assertTrue(box.x >= 0 && box.x + box.width <= 390, "inside the screen");
        Screenshots.save(page, "share-phone");
    }

    @Test
    void where_no_links_are_kept_it_says_why_and_the_address_works(Page page) {
        Playground play = Playground.open(page, FORGETFUL.url() + "?seed=3");
        Locator dialog = share(play, page);
        assertThat(dialog).containsText("This server keeps no links.");
        assertThat(dialog.getByRole(AriaRole.BUTTON, named("Make a short link")))
                .isHidden();
        assertThat(dialog.getByLabel("The address")).hasValue(FORGETFUL.url() + "?seed=3");
    }

    private static Locator share(Playground play, Page page) {
        play.button("Share this moment").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String points(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextDouble() + "," + random.nextDouble() + ":" + (i % 2 == 0 ? 1 : -1))
                .collect(Collectors.joining(";"));
    }
}
