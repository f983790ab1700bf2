package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.Preset;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import glassgrad.web.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does on the page, and that every number it shows is the engine's. */
@ExtendWith(InBrowser.class)
class PlaygroundTest {
    private static final Runs RUNS = new Runs();

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void the_page_opens_on_the_notebooks_run_ready_to_play(Page page) {
        Playground play = Playground.open(page, SERVER.url()).at(0);
        assertThat(play.loss()).hasText("6.0054");
        assertThat(play.region("Predictions")).containsText("0.4277");
        assertThat(page.locator("#recipe")).containsText("41 parameters");
        Screenshots.save(page, "playground-start");
    }

    @Test
    void play_trains_and_pause_stops(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        page.getByLabel("Speed").selectOption(new SelectOption().setLabel("60 steps/s"));
        play.button("Play").click();
        page.waitForFunction("() => Number(document.querySelector('#header-step').textContent) > 30");
        play.button("Pause").click();
        assertThat(play.button("Play")).isVisible();
        List<?> shown = (List<?>) page.evaluate("() => ['#header-step', '#readout output']"
                + ".map((place) => document.querySelector(place).textContent)");
        int step = Integer.parseInt((String) shown.get(0));
        assertEquals(Playground.four(frame(Recipe.DEFAULT, step).loss()), shown.get(1));
    }

    @Test
    void at_full_speed_no_further_step_appears_after_pause(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        page.getByLabel("Speed").selectOption(new SelectOption().setLabel("as fast as it goes"));
        play.button("Play").click();
        page.waitForFunction(
                "() => Number(document.querySelector('#header-step').textContent.replace(/,/g, '')) > 2000");
        // In one go, so that the frame that shows the pause is the last that may show another step.
        page.evaluate("""
                async () => {
                  const step = document.querySelector('#header-step');
                  document.querySelector('button[aria-label=Pause]').click();
                  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                  window.shown = [];
                  new MutationObserver(() => window.shown.push(step.textContent))
                    .observe(step, { childList: true, characterData: true, subtree: true });
                }""");
        int step = play.step();
        assertThat(play.film()).hasAttribute("aria-valuemax", String.valueOf(step));
        assertThat(page).hasURL(Pattern.compile(".*step=" + step + "$"));
        double loss = frame(Recipe.DEFAULT, step).loss();
        // A loss that small is shown with its power of ten.
        assertEquals(loss, Double.parseDouble(play.loss().innerText().replace('−', '-')), Math.max(5e-5, loss / 100));
        // This is asked for after whatever was under way has been answered.
        play.button("One step forward").click();
        play.at(step + 1);
        assertEquals(List.of(String.format(Locale.ROOT, "%,d", step + 1)), page.evaluate("() => window.shown"));
    }

    @Test
    void the_film_scrubs_back_and_forth_to_any_step_that_was_reached(Page page) {
        Playground play = Playground.open(page, SERVER.url()).goTo(60);
        play.film().focus();
        page.keyboard().press("Home");
        play.at(0);
        page.keyboard().press("End");
        play.at(60);

        var box = play.film().boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.2, box.y + box.height / 2);
        page.mouse().up();
        page.waitForFunction("() => { const k = Number(document.querySelector('#header-step').textContent);"
                + " return k > 0 && k < 40; }");
        play.goTo(3);
        assertThat(play.loss()).hasText(Playground.four(frame(Recipe.DEFAULT, 3).loss()));
    }

    @Test
    void steps_are_taken_one_by_one_and_back_to_the_start(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        for (int i = 0; i < 3; i++) {
            play.button("One step forward").click();
        }
        play.at(3);
        play.button("One step back").click();
        play.at(2);
        play.button("Back to the start").click();
        play.at(0);
    }

    @Test
    void a_neuron_opens_in_place_and_the_address_says_so(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=5");
        play.treeItem("network").first().focus();
        page.keyboard().press("ArrowRight");
        Locator layer = play.treeItem("layer 2").first();
        layer.focus();
        page.keyboard().press("ArrowRight");
        play.treeItem("neuron 2").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*open=layer\\d\\.neuron2.*"));
        Screenshots.save(page, "playground-neuron-open");
    }

    @Test
    void a_double_click_on_a_card_opens_its_neuron(Page page) {
        Playground.open(page, SERVER.url() + "?step=5");
        var stage = page.locator("#stage canvas").first().boundingBox();
        // The card of the third column's first neuron stands in the upper middle of the picture.
        page.mouse().dblclick(stage.x + stage.width * 0.5, stage.y + stage.height * 0.255);
        assertThat(page).hasURL(Pattern.compile(".*open=layer\\d\\.neuron\\d.*"));
    }

    @Test
    void a_weight_set_to_5_makes_the_loss_jump_and_is_taken_back(Page page) {
        Recipe edited = Recipe.DEFAULT.withEdits(List.of(new Edit(20, Map.of("layer3.neuron1.w1", 5.0))));
        Playground play = Playground.open(page, SERVER.url()).goTo(20);
        String before = play.loss().innerText();
        play.select("layer3.neuron1.w1").set("5");
        assertThat(play.loss()).hasText(Playground.four(frame(edited, 20).loss()));
        assertFalse(before.equals(play.loss().innerText()));
        assertThat(play.region("Your edits")).containsText("step 20");
        assertTrue(page.url().contains("20"), page.url());
        Screenshots.save(page, "playground-weight-edited");

        play.region("Your edits")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Take back.*")))
                .click();
        assertThat(play.loss()).hasText(before);
    }

    @Test
    void undo_and_redo_bring_an_edit_back_and_forth(Page page) {
        Playground play = Playground.open(page, SERVER.url()).goTo(10);
        String before = play.loss().innerText();
        play.select("layer3.neuron1.b").set("-3");
        assertThat(play.loss()).not().hasText(before);
        String after = play.loss().innerText();
        play.button("Undo the last change").click();
        assertThat(play.loss()).hasText(before);
        play.button("Redo").click();
        assertThat(play.loss()).hasText(after);
    }

    @Test
    void a_friend_who_opens_the_address_sees_the_same(Page page, BrowserContext context) {
        Playground mine = Playground.open(page, SERVER.url()).goTo(31);
        mine.select("layer2.neuron1.w3").set("0.8");
        mine.goTo(40);
        assertThat(page).hasURL(Pattern.compile(".*step=40.*"));

        Playground friends = Playground.open(context.newPage(), page.url()).at(40);
        assertThat(friends.loss()).hasText(mine.loss().innerText());
        assertEquals(
                mine.weights().getByRole(AriaRole.TABLE).innerText(),
                friends.weights().getByRole(AriaRole.TABLE).innerText());
        assertThat(friends.region("Your edits")).containsText("step 31");
    }

    @Test
    void reload_and_the_back_button_bring_the_moment_back(Page page) {
        Playground play = Playground.open(page, SERVER.url()).goTo(12);
        page.getByLabel("activation", new Page.GetByLabelOptions().setExact(true))
                .selectOption("relu");
        play.at(0);
        assertThat(page).hasURL(Pattern.compile(".*activation=relu.*"));
        page.reload();
        play.ready().at(0);
        assertTrue(page.url().contains("activation=relu"), page.url());
        page.goBack();
        play.at(12);
        assertThat(page.getByLabel("activation", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("tanh");
    }

    @Test
    void the_notebooks_mistake_is_an_edit_at_its_step(Page page) {
        Recipe mistake = Recipe.DEFAULT.withEdits(List.of(new Edit(4, Map.of("training.zeroGrad", false))));
        Playground play = Playground.open(page, SERVER.url()).goTo(4);
        page.getByRole(AriaRole.SWITCH).first().click();
        assertThat(play.region("Your edits")).containsText("step 4");
        play.goTo(9);
        assertThat(play.loss()).hasText(Playground.four(frame(mistake, 9).loss()));
    }

    @Test
    void new_weights_are_another_seed_and_start_again_is_not(Page page) {
        Playground play = Playground.open(page, SERVER.url()).goTo(7);
        play.button("Start again").click();
        play.at(0);
        assertThat(play.loss()).hasText("6.0054");
        play.button("New weights").click();
        assertThat(page).hasURL(Pattern.compile(".*seed=1338.*"));
        assertThat(play.loss()).not().hasText("6.0054");
    }

    @Test
    void a_server_that_is_restarted_under_the_page_is_not_noticed(Page page, PageErrors errors) {
        errors.expect("ERR_CONNECTION_REFUSED");
        errors.expect("status of 404");
        Server first = Server.start(0);
        int port = first.port();
        Playground play;
        try {
            play = Playground.open(page, "http://localhost:" + port + "/").goTo(15);
        } finally {
            first.close();
        }
        try (Server second = Server.start(port)) {
            assertEquals(port, second.port());
            play.button("One step forward").click();
            play.at(16);
            assertThat(play.loss())
                    .hasText(Playground.four(frame(Recipe.DEFAULT, 16).loss()));
        }
    }

    @Test
    void a_run_that_diverges_says_where_and_goes_back_ten_steps(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?layers=&output=linear&rate=0.2&step=500");
        assertThat(page.locator("#banners")).containsText("Training stopped at step");
        int stopped = play.step();
        Screenshots.save(page, "playground-diverged");
        play.button("Go back ten steps").click();
        play.at(stopped - 10);
        assertThat(page.locator("#banners")).not().containsText("Training stopped");
    }

    @Test
    void a_link_with_a_mistake_says_which_and_shows_the_notebooks_run(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Playground play = Playground.open(page, SERVER.url() + "?rate=-3");
        assertThat(page.locator("#banners"))
                .containsText("The address says rate=-3. Learning rate must be a number, more than 0 and at most 1,000."
                        + " The notebook's run is shown instead.");
        assertThat(play.loss()).hasText("6.0054");
    }

    @Test
    void rubbish_in_a_field_is_refused_beside_it_and_nothing_is_lost(Page page) {
        Playground play = Playground.open(page, SERVER.url()).goTo(5);
        Locator seed = page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("seed").setExact(true));
        seed.fill("banana");
        seed.press("Enter");
        assertThat(page.locator("#recipe")).containsText("whole number");
        play.at(5);
    }

    @Test
    void every_field_with_rubbish_keeps_its_own_message_until_it_is_mended(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        type(play, "learning rate", "abc");
        type(play, "seed", "1e999");
        assertThat(page.locator("#recipe .error:visible")).hasText(new Pattern[] {
            Pattern.compile("Seed must be a whole number, at least .* and at most .*"),
            Pattern.compile("Learning rate must be a number, more than 0 and at most 1,000\\.")
        });
        type(play, "learning rate", "0,07");
        assertThat(page).hasURL(Pattern.compile(".*rate=0\\.07.*"));
        assertThat(page.locator("#recipe .error:visible")).hasText(Pattern.compile("Seed must be.*"));
    }

    private static void type(Playground play, String setting, String text) {
        Locator field = play.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(setting).setExact(true));
        field.fill(text);
        field.press("Enter");
    }

    @Test
    void the_published_demo_plays_as_fast_as_it_goes(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        play.button("Examples").click();
        page.getByText(Preset.MICROGRAD_DEMO.title()).click();
        assertThat(page).hasURL(Pattern.compile(".*data=micrograd-demo.*"));
        assertThat(play.loss()).hasText("0.8958");
        play.goTo(99);
        assertThat(play.loss()).hasText("0.0110");
        assertThat(play.region("Predictions")).containsText("100");
        assertThat(play.region("Map")).isVisible();
        Screenshots.save(page, "playground-demo");
    }

    @Test
    void the_map_in_the_browser_is_the_servers_function(Page page) {
        Frame frame = frame(Preset.MICROGRAD_DEMO.recipe(), 30);
        page.navigate(SERVER.url());
        Object outputs = page.evaluate("""
                async ([to]) => {
                  const main = document.querySelector('script[type=module]').src;
                  const { evaluate } = await import(new URL('map/evaluate.js', main));
                  const post = async (path, body) => (await fetch(path, { method: 'POST',
                    headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })).json();
                  const preset = (await (await fetch('/api/presets')).json()).find((each) => each.name === 'micrograd-demo');
                  const opened = await post('/api/runs', preset.recipe);
                  let { frame } = opened;
                  while (frame.step < to) ({ frame } = await post(`/api/runs/${opened.run}/steps`, { from: 0, to }));
                  const points = opened.data.samples.map((sample) => sample.x);
                  return Array.from(evaluate(opened.recipe.network, frame.values, points), (row) => row[0] ?? row);
                }
                """, List.of(30));
        List<?> numbers = (List<?>) outputs;
        assertEquals(100, numbers.size());
        for (int i = 0; i < 100; i++) {
            double here = numbers.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
            assertEquals(frame.outputs().get(i).get(0), here, 1e-9);
        }
    }

    private static Frame frame(Recipe recipe, int step) {
        Run run = RUNS.open(recipe);
        return run.frame(step, Deadline.never());
    }
}
