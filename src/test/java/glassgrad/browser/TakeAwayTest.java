package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import glassgrad.web.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run is taken along as a file, and a moment comes back as one, on any server. */
@ExtendWith(InBrowser.class)
class TakeAwayTest {
    private static final Path FOLDER = Path.of("target", "screenshots", "saved");

    @RegisterExtension
    static final LiveServer HERE = new LiveServer();

    @RegisterExtension
    static final LiveServer ELSEWHERE = new LiveServer();

    @Test
    void a_moment_is_saved_and_opens_again_on_another_server_by_being_dropped(Page page) throws IOException {
        Playground play = Playground.open(
                page,
                HERE.url() + "?rate=0.1&edits=5:layer1.neuron1.w1=0.5&step=9&selected=layer1.neuron1.w1&depth=scalars");
        String loss = play.loss().innerText();
        String moment = Files.readString(saved(page, "Moment", "moment.glassgrad.json"));
        assertTrue(moment.startsWith("{\"glassgrad\":1,\"recipe\":{"), moment);

        Playground there = Playground.open(page, ELSEWHERE.url());
        drop(page, "moment.glassgrad.json", moment);
        there.at(9);
        assertThat(there.loss()).hasText(loss);
        assertThat(page)
                .hasURL(ELSEWHERE.url()
                        + "?rate=0.1&edits=5:layer1.neuron1.w1=0.5&step=9&depth=scalars&selected=layer1.neuron1.w1");
    }

    @Test
    void a_moment_is_opened_from_the_menu(Page page) throws IOException {
        Playground.open(page, HERE.url() + "?seed=12&step=4");
        Path file = saved(page, "Moment", "moment.glassgrad.json");
        Playground there = Playground.open(page, ELSEWHERE.url());
        there.button("Examples").click();
        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByText("A saved moment").click());
        chooser.setFiles(file);
        there.at(4);
        assertThat(page).hasURL(ELSEWHERE.url() + "?seed=12&step=4");
    }

    @Test
    void a_file_that_is_no_moment_says_so_and_nothing_is_lost(Page page, PageErrors errors) {
        Playground play = Playground.open(page, HERE.url() + "?step=3");
        Locator banner = page.locator("#banners");
        drop(page, "notes.json", "{\"a\": 1}");
        assertThat(banner).containsText("notes.json cannot be opened: it is not a moment that was saved here.");
        drop(page, "photo.png", "\u0000\u0001");
        assertThat(banner).containsText("photo.png cannot be opened: it is not JSON.");
        errors.expect("status of 400");
        drop(page, "odd.json", "{\"glassgrad\": 1, \"recipe\": {\"training\": {\"learningRate\": -3}}}");
        assertThat(banner).containsText("odd.json cannot be opened: ");
        play.at(3);
        assertThat(page).hasURL(HERE.url() + "?step=3");
    }

    @Test
    void code_and_tables_are_saved_from_the_menu(Page page) throws IOException {
        Playground.open(page, HERE.url() + "?step=7");
        assertTrue(Files.readString(saved(page, "Python", "glassgrad_run.py")).contains("STEPS = 7\n"));
        assertTrue(
                Files.readString(saved(page, "Notebook", "glassgrad_run.ipynb")).contains("\"nbformat\":4"));
        assertTrue(
                Files.readString(saved(page, "PyTorch", "glassgrad_pytorch.py")).contains("import torch\n"));
        assertTrue(Files.readString(saved(page, "Java", "GlassgradRun.java")).contains("LAST_STEP = 7;"));
        assertEquals(
                5, Files.readAllLines(saved(page, "Samples", "samples.csv")).size());
        assertEquals(9, Files.readAllLines(saved(page, "Losses", "losses.csv")).size());
        assertEquals(
                42, Files.readAllLines(saved(page, "Weights", "parameters.csv")).size());
        Screenshots.save(page, "save-menu-code");
    }

    private static Path saved(Page page, String name, String file) {
        Locator menu = page.locator("#save-menu");
        if (!menu.isVisible()) {
            Playground.at(page).button("Save").click();
        }
        Locator item = menu.locator(".item")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "b", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
        Download download = page.waitForDownload(item::click);
        assertEquals(file, download.suggestedFilename());
        Path path = FOLDER.resolve(file);
        download.saveAs(path);
        return path;
    }

    private static void drop(Page page, String name, String text) {
        page.evaluate("""
                ([name, text]) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([text], name));
                  const options = { dataTransfer, bubbles: true, cancelable: true };
                  document.querySelector('#stage').dispatchEvent(new DragEvent('drop', options));
                }""", new Object[] {name, text});
    }
}
