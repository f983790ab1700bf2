package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import glassgrad.web.LiveServer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a phone: everything has its place, and fingers do what they do elsewhere. */
@ExtendWith(InBrowser.class)
@Screen(width = 390, height = 844, touch = true)
class PhoneTest {
    private static final String STOPPED = "?layers=&output=linear&rate=0.2&step=500";

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_message_covers_neither_the_picture_nor_the_tabs(Page page) {
        for (int[] size : new int[][] {{390, 844}, {360, 740}}) {
            page.setViewportSize(size[0], size[1]);
            Playground.open(page, SERVER.url() + STOPPED);
            BoundingBox message =
                    box(page.locator(".banner", new Page.LocatorOptions().setHasText("Training stopped")));
            BoundingBox stage = box(page.locator("#stage"));
            BoundingBox tabs = box(page.locator("#tabs"));
            BoundingBox player = box(page.locator("footer"));
            assertTrue(stage.y + stage.height <= message.y, "below the picture");
            assertTrue(message.y + message.height <= tabs.y, "above the tabs");
            assertTrue(tabs.y + tabs.height <= player.y, "the tabs are in sight");
            Screenshots.save(page, "phone-stopped-" + size[0]);
        }
    }

    @Test
    @Screen(width = 360, height = 740, touch = true)
    void every_tool_of_the_picture_is_in_sight_on_the_narrowest_phone(Page page) {
        Playground.open(page, SERVER.url() + "?depth=scalars");
        Object outside = page.evaluate("""
                () => [...document.querySelectorAll('.stage-bar :is(button, input), .stage-corner button')]
                  .filter((tool) => tool.getClientRects().length)
                  .filter((tool) => {
                    const { left, right } = tool.getBoundingClientRect();
                    return left < 0 || right > innerWidth;
                  })
                  .map((tool) => tool.ariaLabel ?? tool.textContent)""");
        assertEquals(List.of(), outside);
    }

    @Test
    void a_finger_selects_a_neuron_and_opens_it_at_the_second_touch(Page page) {
        Playground.open(page, SERVER.url());
        BoundingBox stage = box(page.locator("#stage canvas").first());
        double x = stage.x + stage.width * 0.295;
        double y = stage.y + stage.height * 0.39;
        page.touchscreen().tap(x, y);
        assertThat(page).hasURL(Pattern.compile(".*selected=layer1\\.neuron\\d.*"));
        page.touchscreen().tap(x, y);
        assertThat(page).hasURL(Pattern.compile(".*open=layer1\\.neuron\\d.*"));
    }

    @Test
    void two_fingers_that_part_bring_the_picture_nearer_and_one_moves_it(Page page, BrowserContext context) {
        Playground.open(page, SERVER.url());
        Locator hint = page.locator(".stage-hint");
        assertThat(hint).hasText("Zoom in to read every number.");
        BoundingBox stage = box(page.locator("#stage canvas").first());
        double x = stage.x + stage.width / 2;
        double y = stage.y + stage.height / 2;
        CDPSession fingers = context.newCDPSession(page);
        touch(fingers, "touchStart", x - 20, y, x + 20, y);
        for (int apart = 30; apart <= 120; apart += 10) {
            touch(fingers, "touchMove", x - apart, y, x + apart, y);
        }
        touch(fingers, "touchEnd");
        assertThat(hint).isHidden();

        byte[] near = page.locator("#stage").screenshot();
        touch(fingers, "touchStart", x, y);
        for (int moved = 0; moved <= 100; moved += 10) {
            touch(fingers, "touchMove", x + moved, y);
        }
        touch(fingers, "touchEnd");
        page.waitForFunction("() => !document.querySelector('.stage-view.dragging')");
        assertTrue(!Arrays.equals(near, page.locator("#stage").screenshot()), "the picture has moved");
        assertEquals(0, ((Number) page.evaluate("() => scrollY")).intValue(), "and the page has not");
    }

    /** @param places x and y of each finger */
    private static void touch(CDPSession fingers, String type, double... places) {
        JsonArray points = new JsonArray();
        for (int i = 0; i < places.length; i += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("x", places[i]);
            point.addProperty("y", places[i + 1]);
            point.addProperty("id", i / 2);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    private static BoundingBox box(Locator thing) {
        assertThat(thing).isVisible();
        return thing.boundingBox();
    }
}
