package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.web.LiveServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link of a peer, pasted. */
@ExtendWith(InBrowser.class)
class ImportTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_tensorflow_playground_link_opens_with_the_losses_that_its_own_page_shows(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Playground play = Playground.open(page, SERVER.url());
        play.button("Examples").click();
        play.button("A TensorFlow Playground link …").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator link = dialog.getByRole(AriaRole.TEXTBOX);
        assertThat(link).isFocused();
        link.fill("https://playground.tensorflow.org/#dataset=cube");
        link.press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("dataset is \"cube\"");
        link.fill("https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle&learningRate=0.03"
                + "&regularizationRate=0&noise=0&networkShape=4,2&seed=0.50000&percTrainData=50");
        dialog.getByText("Open it").click();
        assertThat(dialog).containsText("An epoch there is 25 steps here.");
        Screenshots.save(page, "import");
        dialog.getByText("Close").click();
        play.at(0);
        Locator rows = play.region("Loss").getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW);
        assertThat(rows.nth(1)).containsText("training 2500.5209");
        assertThat(rows.nth(2)).containsText("test 2500.54");
        // Its samples, weights and settings are in the address, and it is one change.
        page.waitForURL(url -> url.contains("data=tensorflow-circle"));
        page.reload();
        play.ready();
        assertThat(rows.nth(2)).containsText("test 2500.54");
        page.goBack();
        play.ready();
        assertThat(page.getByLabel("data", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("notebook");
    }
}
