package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import glassgrad.training.Confusion;
import glassgrad.training.DataRecipe;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.training.Schedule;
import glassgrad.training.TrainingRecipe;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Training beside test, as the page shows it and as the engine has it. */
@ExtendWith(InBrowser.class)
class MeasuresTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    private static final String ADDRESS =
            "?data=circle&samples=120&noise=0.4&testShare=0.5&layers=8,8&rate=0.1&loss=mean-squared-error&step=300";

    private static final Run RUN = new Runs()
            .open(new Recipe(
                    new DataRecipe(
                            "circle",
                            null,
                            new DataRecipe.Drawing(120, 0.4, DataRecipe.Drawing.DEFAULT.seed()),
                            new DataRecipe.Testing(0.5, DataRecipe.Testing.NONE.seed())),
                    new NetworkRecipe(List.of(8, 8, 1), "tanh", "tanh", "random", 1337),
                    new TrainingRecipe("mean-squared-error", "sgd", 0.1, Schedule.CONSTANT, null, true, 0, 0),
                    List.of()));

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String percent(double share) {
        return text("%.1f %%", 100 * share);
    }

    @Test
    void the_losses_and_accuracies_of_training_and_test_stand_beside_each_other(Page page) {
        Frame frame = RUN.frame(300, Deadline.never());
        Playground play = Playground.open(page, SERVER.url() + ADDRESS);
        Locator rows = play.region("Loss").getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW);
        assertThat(rows.nth(1))
                .hasText("training 60" + text("%.4f", frame.trainLoss()) + percent(notNull(frame.accuracy())));
        assertThat(rows.nth(2))
                .hasText("test 60" + text("%.4f", notNull(frame.testLoss())) + percent(notNull(frame.testAccuracy())));
        Screenshots.save(page, "test-loss");
    }

    @Test
    void it_says_where_early_stopping_would_have_stopped_and_goes_there(Page page) {
        int best = RUN.reach(0, Deadline.never());
        for (int step = 0; step <= 300; step++) {
            best = testLoss(step) < testLoss(best) ? step : best;
        }
        Playground play = Playground.open(page, SERVER.url() + ADDRESS);
        Locator loss = play.region("Loss");
        assertThat(loss).containsText(text("smallest at step %d: ", best) + text("%.4f", testLoss(best)));
        loss.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go there"))
                .click();
        play.at(best);
        loss.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("accuracy"))
                .click();
        assertThat(loss)
                .containsText(percent(notNull(RUN.frame(best, Deadline.never()).accuracy())) + " of the samples");
        page.waitForURL(url -> url.contains("axis=accuracy"));
    }

    @Test
    void a_confusion_matrix_counts_as_the_engine_does(Page page) {
        Confusion confusion = RUN.confusion(RUN.reach(300, Deadline.never()));
        Playground play = Playground.open(page, SERVER.url() + ADDRESS);
        Locator predictions = play.region("Predictions");
        predictions.getByText("Which class is taken for which?").click();
        List<List<List<Integer>>> expected = List.of(notNull(confusion.training()), notNull(confusion.test()));
        for (int set = 0; set < 2; set++) {
            for (int row = 0; row < 2; row++) {
                List<Integer> counts = expected.get(set).get(row);
                assertThat(predictions
                                .locator(".confusion-table")
                                .nth(set)
                                .locator("tbody tr")
                                .nth(row))
                        .hasText((row == 0 ? "−1" : "1") + counts.get(0) + counts.get(1));
            }
        }
    }

    private static double testLoss(int step) {
        return notNull(RUN.frame(step, Deadline.never()).testLoss());
    }

    private static <T> T notNull(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
