package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import glassgrad.link.Compact;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import glassgrad.web.LiveServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Text from a link is only ever text: whatever stands in it, no dialog opens, nothing is refused by the policy of the page
 * (which would mean that something was tried), no element comes of it, and the page works.
 */
@ExtendWith(InBrowser.class)
class HostileTest {
    private static final List<String> VIEW = List.of(
            "points",
            "edits",
            "step",
            "sample",
            "depth",
            "open",
            "selected",
            "beside",
            "edges",
            "axis",
            "practice",
            "until",
            "task",
            "hide",
            "lock",
            "present",
            "z",
            "nonsense");

    private static final List<String> EXPRESSION =
            List.of("source", "inputs", "overwrite", "selected", "leaves", "rate", "practice");

    @RegisterExtension
    static final LiveServer SERVER = LiveServer.thatKeepsLinks();

    @Test
    void no_text_of_the_playgrounds_address_becomes_anything_else(Page page, PageErrors errors) throws IOException {
        List<String> keys = Stream.concat(VIEW.stream(), Settings.all().stream().map(Setting::key))
                .toList();
        List<String> dialogs = watched(page);
        errors.expect("status of 400");
        List<String> hostile = hostile();
        for (int i = 0; i < keys.size(); i++) {
            // Every key with three of the texts, every text at many keys.
            for (int k = 0; k < 3; k++) {
                String text = hostile.get((3 * i + k) % hostile.size());
                page.navigate(SERVER.url() + "?" + keys.get(i) + "=" + encoded(text));
                assertHarmless(page, keys.get(i) + "=" + text);
            }
        }
        assertEquals(List.of(), dialogs);
    }

    @Test
    void no_text_of_an_expression_becomes_anything_else(Page page, PageErrors errors) throws IOException {
        List<String> dialogs = watched(page);
        errors.expect("status of 400");
        for (String text : hostile()) {
            page.navigate(SERVER.url() + "expressions?source=" + encoded(text));
            assertHarmless(page, text);
        }
        for (String key : EXPRESSION) {
            page.navigate(SERVER.url() + "expressions?" + (key.equals("source") ? "" : "source=b=a%2Ba&") + key + "="
                    + encoded(hostile().get(0)));
            assertHarmless(page, key);
        }
        assertEquals(List.of(), dialogs);
    }

    @Test
    void every_task_is_shown_as_it_was_written_through_a_short_link_too(Page page) throws IOException {
        List<String> dialogs = watched(page);
        for (String text : hostile()) {
            Playground.open(page, SERVER.url() + "?task=" + encoded(text));
            assertThat(page.locator(".lesson-task")).hasText(text);
        }
        String all = "points=" + "0,0:1;1,1:-1;".repeat(40) + "2,2:1&task=" + encoded(String.join(" ", hostile()));
        Playground play = Playground.open(page, SERVER.url() + "?" + Compact.of(all));
        play.button("Share this moment").click();
        page.getByText("Make a short link").click();
        page.waitForFunction("() => document.querySelector('#share-short').value !== ''");
        String link = page.getByLabel("A short link").inputValue();
        Playground.open(page, link);
        assertThat(page.locator(".lesson-task")).hasText(String.join(" ", hostile()));
        assertEquals(List.of(), dialogs);
    }

    private static void assertHarmless(Page page, String where) {
        assertThat(page.locator("#banners")).isAttached();
        assertEquals(0, page.evaluate("""
                        () => document.querySelectorAll('iframe, object, embed, [onerror], [onload], [onmouseover]').length
                          + [...document.scripts].filter((script) => !script.src).length
                          + [...document.querySelectorAll('a')].filter((a) => a.href.startsWith('javascript:')).length"""), where);
    }

    private static List<String> watched(Page page) {
        List<String> dialogs = new ArrayList<>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return dialogs;
    }

    private static List<String> hostile() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/rubbish/hostile.txt"));
        assertTrue(lines.size() >= 12);
        return lines;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
