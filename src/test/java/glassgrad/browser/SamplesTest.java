package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import glassgrad.web.LiveServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person's own samples: pasted, read from a file, typed in a table. */
@ExtendWith(InBrowser.class)
class SamplesTest {
    private static final String FLOWERS = """
            length;width;flower
            5,1;3,5;setosa
            7,0;3,2;versicolor
            6,3;;virginica
            6,3;3,3;virginica
            """;

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_file_with_a_fault_is_read_but_for_its_bad_line_and_learned(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        Locator dialog = open(page, play);
        assertThat(dialog)
                .containsText("Up to 2,000 samples of 20 inputs, with a target, several, or one of 10 classes.");
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("flowers.csv", "text/csv", FLOWERS.getBytes(StandardCharsets.UTF_8)));
        assertThat(dialog)
                .containsText("3 samples were read. The classes are setosa (1), versicolor (2), virginica (3).");
        assertThat(dialog).containsText("1 line was not taken");
        assertThat(dialog).containsText("line 4: 6,3; ; virginica The cell of width is empty.");
        assertThat(cell(dialog, "x2 of sample 3")).hasValue("3.3");
        Screenshots.save(page, "samples");
        dialog.getByText("Use these 3 samples").click();
        assertThat(page).hasURL(Pattern.compile(".*points=5.1,3.5:1,0,0;7,3.2:0,1,0;6.3,3.3:0,0,1&.*"));
        assertThat(page.getByText("3 samples, 2 inputs, 3 outputs")).isVisible();
        assertThat(page.getByLabel("loss", new Page.GetByLabelOptions().setExact(true))
                        .first())
                .hasValue("softmax-cross-entropy");
        page.reload();
        play.ready();
        assertThat(page.getByText("3 samples, 2 inputs, 3 outputs")).isVisible();
    }

    @Test
    void a_column_that_should_not_go_in_is_left_out(Page page) {
        Locator dialog = open(page, Playground.open(page, SERVER.url()));
        dialog.getByRole(AriaRole.TEXTBOX).first().fill("id,a,b\n1,2,1\n2,3,-1\n");
        assertThat(cell(dialog, "x2 of sample 2")).hasValue("3");
        dialog.getByLabel("Column id").selectOption("none");
        assertThat(cell(dialog, "x1 of sample 2")).hasValue("3");
        dialog.getByText("Use these 2 samples").click();
        assertThat(page).hasURL(Pattern.compile(".*points=2:1;3:-1.*"));
    }

    @Test
    void a_cell_that_is_no_number_is_shown_and_nothing_is_lost(Page page) {
        Locator dialog = open(page, Playground.open(page, SERVER.url()));
        cell(dialog, "x1 of sample 4").fill("two");
        dialog.getByText("Use these 4 samples").click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("Sample 4: “two” is not a number.");
        assertThat(cell(dialog, "x1 of sample 4")).isFocused();
        cell(dialog, "x1 of sample 4").fill("2,5");
        page.keyboard().press("Enter");
        assertThat(cell(dialog, "x1 of sample 5")).isFocused();
        page.keyboard().type("7");
        dialog.getByLabel("Take sample 1 out").click();
        assertThat(cell(dialog, "x1 of sample 3")).hasValue("2,5");
        for (String column : new String[] {"x2", "x3", "y"}) {
            cell(dialog, column + " of sample 4").fill("1");
        }
        dialog.getByText("Use these 4 samples").click();
        assertThat(dialog).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*points=3,-1,0.5:-1;0.5,1,1:-1;2.5,1,-1:1;7,1,1:1.*"));
        page.keyboard().press("ControlOrMeta+z");
        assertThat(page).not().hasURL(Pattern.compile(".*points=.*"));
    }

    @Test
    void what_is_downloaded_is_read_again_as_the_same_samples(Page page) throws IOException {
        Playground play = Playground.open(
                page, SERVER.url() + "?data=blobs3&samples=1500&layers=3&output=linear&loss=softmax-cross-entropy");
        Locator dialog = open(page, play);
        Download download = page.waitForDownload(
                () -> dialog.getByText("Download these as CSV").click());
        String text = Files.readString(download.path());
        assertEquals("x1,x2,y1,y2,y3", text.lines().findFirst().orElse(""));
        assertEquals(1501, text.lines().count());
        dialog.getByRole(AriaRole.TEXTBOX).first().fill(text);
        assertThat(dialog).containsText("1,500 samples were read.");
        assertThat(dialog.getByLabel("Column y1")).hasValue("out");
        Download again = page.waitForDownload(
                () -> dialog.getByText("Download these as CSV").click());
        assertEquals(text, Files.readString(again.path()));
    }

    @Test
    void more_samples_than_there_can_be_are_said_before_anything_is_sent(Page page) {
        Locator dialog = open(page, Playground.open(page, SERVER.url()));
        String long2001 = "x,y\n" + "1,2\n".repeat(2001);
        dialog.getByRole(AriaRole.TEXTBOX).first().fill(long2001);
        assertThat(dialog).containsText("2,000 samples were read.");
        assertThat(dialog).containsText("There can be 2,000 samples at most.");
        dialog.getByText("Add a row").click();
        cell(dialog, "x1 of sample 2001").fill("1");
        assertThat(dialog.getByRole(AriaRole.ALERT))
                .containsText("There can be 2,000 samples at most; these are 2,001.");
        dialog.getByText("Use these 2,001 samples").click();
        assertThat(dialog).isVisible();
    }

    private static Locator open(Page page, Playground play) {
        play.button("Edit the samples …").click();
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator cell(Locator dialog, String name) {
        return dialog.getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }
}
