package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import glassgrad.link.Lesson;
import glassgrad.web.LiveServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A teacher prepares a moment for a class, or puts it into a page of her own. */
@ExtendWith(InBrowser.class)
class LessonTest {
    @RegisterExtension
    static final LiveServer SERVER = LiveServer.thatKeepsLinks();

    @Test
    void a_link_sets_a_task_leaves_panels_out_and_locks_settings(Page page) {
        Playground play = Playground.open(
                page, SERVER.url() + "?task=Find+the+best+seed.&hide=compare,edits&lock=rate,layers&step=4");
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("Find the best seed.");
        assertThat(page.locator("#compare")).isHidden();
        assertThat(page.locator("#edits")).isHidden();
        assertThat(page.locator("#loss")).isVisible();
        assertEquals(true, page.locator("#setting-rate").evaluate("field => field.closest('[inert]') !== null"));
        assertEquals(false, page.locator("#setting-seed").evaluate("field => field.closest('[inert]') !== null"));
        Screenshots.save(page, "lesson");
        // The lesson stays while the student works.
        play.button("New weights").click();
        play.at(0);
        assertThat(page).hasURL(Pattern.compile("seed=1338&task=Find%20the%20best%20seed\\.&hide=compare,edits&lock="));
    }

    @Test
    void a_link_can_leave_out_each_panel_of_the_page_but_the_exercise(Page page) {
        Playground.open(page, SERVER.url());
        Object panels = page.evaluate(
                "() => [...document.querySelectorAll('.panel')].map(({ id }) => id).filter((id) => id !== 'practice').sort()");
        assertEquals(Lesson.PANELS.stream().sorted().toList(), panels);
    }

    @Test
    void a_locked_setting_cannot_be_changed_by_another_way_either(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?lock=all");
        play.button("New weights").click();
        assertThat(page.locator("#banners")).containsText("whoever prepared it has fixed it");
        assertThat(page).hasURL(SERVER.url() + "?lock=all");
    }

    @Test
    void a_teacher_fixes_things_where_she_shares_and_the_short_link_keeps_them(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?seed=77");
        play.button("Share this moment").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("For a class: a task, and what stays fixed").click();
        dialog.getByLabel("Task, shown in the picture").fill("Why does the loss fall?");
        dialog.getByLabel("Predictions").check();
        dialog.getByLabel("seed", new Locator.GetByLabelOptions().setExact(true))
                .check();
        assertThat(dialog.getByLabel("The address"))
                .hasValue(SERVER.url() + "?seed=77&task=Why%20does%20the%20loss%20fall%3F&hide=predictions&lock=seed");
        Screenshots.save(page, "lesson-form");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make a short link"))
                .click();
        Locator link = dialog.getByLabel("A short link");
        assertThat(link).hasValue(Pattern.compile("/s/\\w{10}$"));
        page.navigate(link.inputValue());
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("Why does the loss fall?");
        assertThat(page.locator("#predictions")).isHidden();
    }

    @Test
    @Screen(width = 1920, height = 1080)
    void for_a_projector_the_picture_takes_the_place_of_the_recipe(Page page) {
        Playground.open(page, SERVER.url() + "?data=micrograd-demo&layers=8,8&rate=0.01&step=20&present=on");
        assertThat(page.locator("#recipe")).isHidden();
        assertEquals(0.0, page.locator("#stage").boundingBox().x);
        Screenshots.save(page, "presentation");
    }

    @Test
    void it_stands_in_the_page_of_another_site_and_stores_nothing(Page page) throws IOException {
        String snippet =
                "<iframe src='%sembed?seed=5&amp;step=12' width=700 height=460></iframe>".formatted(SERVER.url());
        byte[] course = ("<!doctype html><title>A course</title><link rel=icon href='data:,'>" + snippet)
                .getBytes(StandardCharsets.UTF_8);
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, course.length);
            exchange.getResponseBody().write(course);
            exchange.close();
        });
        site.start();
        page.navigate("http://127.0.0.1:" + site.getAddress().getPort());
        FrameLocator frame = page.frameLocator("iframe");
        assertThat(frame.locator("#readout")).containsText(Pattern.compile("\\d"));
        assertThat(frame.locator("#tools")).isHidden();
        assertThat(frame.locator("#recipe")).isHidden();
        frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("One step forward"))
                .click();
        assertThat(frame.locator("#readout input")).hasValue("13");
        Screenshots.save(page, "embed");
        assertEquals(
                "/embed?seed=5&step=13", frame.locator("body").evaluate("() => location.pathname + location.search"));
    }

    @Test
    void a_task_is_only_ever_text(Page page) {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&lt;";
        Playground.open(page, SERVER.url() + "?task=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8));
        assertThat(page.locator(".lesson-task")).hasText(hostile);
        assertThat(page.locator(".lesson-task img")).hasCount(0);
    }
}
