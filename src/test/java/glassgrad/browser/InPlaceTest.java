package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import glassgrad.training.Deadline;
import glassgrad.training.Edit;
import glassgrad.training.Frame;
import glassgrad.training.Recipe;
import glassgrad.training.Runs;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weights and biases are set where they stand, and all that follows moves with them. */
@ExtendWith(InBrowser.class)
class InPlaceTest {
    private static final Runs RUNS = new Runs();
    private static final String WEIGHT = "layer3.neuron1.w1";
    private static final String IN_WORDS = "weight 1 of neuron 1 in layer 3";
    private static final int STEP = 20;
    private static final String OPENED = "?step=20&open=layer3.neuron1&selected=" + WEIGHT;
    /** Pixels: a pointer that has moved less has not dragged. */
    private static final int STILL = 3;

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void a_weight_is_typed_over_its_box_and_the_link_holds_it(Page page, BrowserContext context) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        at(page, weightBox(page));
        page.mouse().dblclick(x, y);
        Locator field = play.fieldInPlace(IN_WORDS);
        assertThat(field).isFocused();
        Screenshots.save(page, "in-place-stage");
        field.fill("two");
        field.press("Enter");
        assertThat(page.locator(".stage-fields")).containsText("“two” is not a number. Try −0.5.");
        Screenshots.save(page, "in-place-stage-refused");
        field.fill("5");
        field.press("Enter");
        assertThat(field).isHidden();
        assertThat(play.loss()).hasText(Playground.four(loss(5)));
        play.region("Why this number?").getByRole(AriaRole.SPINBUTTON).scrollIntoViewIfNeeded();
        Screenshots.save(page, "in-place-inspector");
        assertThat(play.region("Your edits")).containsText("step 20");
        assertThat(page).hasURL(Pattern.compile(".*edits=20:layer3\\.neuron1\\.w1=5&.*"));
        Playground friends = Playground.open(context.newPage(), page.url()).at(STEP);
        assertThat(friends.loss()).hasText(Playground.four(loss(5)));
    }

    @Test
    void a_box_dragged_sideways_moves_the_loss_before_it_is_let_go_and_is_one_step_of_undo(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        at(page, weightBox(page));
        double first = value();
        page.mouse().move(x, y);
        assertThat(page.locator(".stage-tip")).containsText("drag it sideways, or double click to type");
        page.mouse().down();
        page.mouse().move(x + STILL + 50, y);
        double half = whole(first, 50);
        assertThat(play.loss()).hasText(Playground.four(loss(half)));
        page.mouse().move(x + STILL + 100, y);
        assertThat(play.loss()).hasText(Playground.four(loss(whole(first, 100))));
        Screenshots.save(page, "in-place-dragging");
        page.mouse().move(x + STILL + 30, y + 60);
        page.mouse().up();
        assertThat(play.loss()).hasText(Playground.four(loss(whole(first, 30))));
        play.button("Undo the last change").click();
        assertThat(play.loss()).hasText(Playground.four(frame(Recipe.DEFAULT).loss()));
        assertThat(play.button("Undo the last change")).isDisabled();
    }

    @Test
    void escape_brings_the_first_value_back_and_leaves_no_edit(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        String before = Playground.four(frame(Recipe.DEFAULT).loss());
        page.keyboard().press("F2");
        Locator field = play.fieldInPlace(IN_WORDS);
        field.press("PageUp");
        assertThat(play.loss()).not().hasText(before);
        field.press("Escape");
        assertThat(field).isHidden();
        assertThat(play.loss()).hasText(before);

        at(page, weightBox(page));
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 80, y);
        assertThat(play.loss()).not().hasText(before);
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(play.loss()).hasText(before);
        assertThat(play.button("Undo the last change")).isDisabled();
        assertThat(page).hasURL(Pattern.compile("^(?!.*edits=).*$"));
    }

    @Test
    void the_field_is_dragged_by_its_name_and_leaving_it_keeps(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        page.keyboard().press("Enter");
        BoundingBox grip = page.locator(".stage-fields label").boundingBox();
        page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
        page.mouse().down();
        page.mouse().move(grip.x + grip.width / 2 + STILL + 100, grip.y + grip.height / 2);
        page.mouse().up();
        String reached = Playground.four(loss(whole(value(), 100)));
        assertThat(play.loss()).hasText(reached);
        assertThat(play.fieldInPlace(IN_WORDS)).isVisible();
        page.locator("#header-step").click();
        assertThat(play.fieldInPlace(IN_WORDS)).isHidden();
        assertThat(play.loss()).hasText(reached);
    }

    @Test
    void a_drag_of_the_picture_still_moves_the_picture(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=20&open=layer3.neuron1");
        play.select(WEIGHT);
        at(page, weightBox(page));
        play.select("layer1.neuron1.w1");
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x - 60, y - 40, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        play.select(WEIGHT);
        double before = x;
        at(page, weightBox(page));
        assertEquals(before - 60, x, 8);
        assertThat(play.loss()).hasText(Playground.four(frame(Recipe.DEFAULT).loss()));
    }

    @Test
    void a_weight_is_set_on_its_line_in_the_whole_network(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=20&depth=network&selected=" + WEIGHT);
        at(page, weightBox(page));
        y -= 12;
        page.mouse().dblclick(x, y);
        play.fieldInPlace(IN_WORDS).fill("-1,5");
        Screenshots.save(page, "in-place-line");
        page.keyboard().press("Enter");
        assertThat(play.loss()).hasText(Playground.four(loss(-1.5)));
    }

    @Test
    void a_row_of_the_table_is_typed_and_dragged_and_stays_where_it_is_meanwhile(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?step=20");
        Locator panel = play.weights();
        panel.locator("[data-column=value] button").click();
        Locator row = panel.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(WEIGHT));
        String place = row.getAttribute("aria-rowindex");
        row.locator("td").nth(1).dblclick();
        Locator field = play.fieldInPlace(IN_WORDS);
        assertThat(field).isFocused();
        field.press("PageDown");
        field.press("PageDown");
        double low = value() - 2;
        assertThat(play.loss()).hasText(Playground.four(loss(low)));
        assertThat(row).hasAttribute("aria-rowindex", place);
        assertThat(field).isInViewport();
        Screenshots.save(page, "in-place-table");
        field.press("Enter");
        assertThat(field).isHidden();
        assertThat(row).not().hasAttribute("aria-rowindex", place);
        assertThat(row.getByRole(AriaRole.BUTTON)).isFocused();

        page.keyboard().press("F2");
        field.fill("4");
        field.press("Enter");
        assertThat(play.loss()).hasText(Playground.four(loss(4)));
        assertThat(row).hasAttribute("aria-rowindex", "2");
        assertThat(row).isInViewport();
        BoundingBox cell = row.locator("td").nth(1).boundingBox();
        page.mouse().move(cell.x + 20, cell.y + 10);
        page.mouse().down();
        page.mouse().move(cell.x + 20 - STILL - 200, cell.y + 10);
        assertThat(play.loss()).hasText(Playground.four(loss(2)));
        page.mouse().up();
        assertThat(play.loss()).hasText(Playground.four(loss(2)));
    }

    @Test
    void the_tree_and_the_table_of_the_graph_set_what_has_the_focus(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        play.button("Tree").click();
        for (String name : List.of("network", "layer 3, output", "neuron 1")) {
            play.treeItem(name).first().focus();
            page.keyboard().press("ArrowRight");
        }
        Locator weight = play.treeItem("w1 of layer 3 neuron 1");
        weight.focus();
        page.keyboard().press("F2");
        play.fieldInPlace(IN_WORDS).fill("3");
        Screenshots.save(page, "in-place-tree");
        page.keyboard().press("Enter");
        assertThat(play.loss()).hasText(Playground.four(loss(3)));
        assertThat(weight).isFocused();

        play.button("Table").click();
        Locator table = play.region("The graph as a table");
        Locator row = table.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(WEIGHT).setExact(true));
        table.getByRole(AriaRole.TEXTBOX).fill("w1 layer 3");
        row.dblclick();
        play.fieldInPlace(IN_WORDS).fill("2");
        Screenshots.save(page, "in-place-graph-table");
        page.keyboard().press("Enter");
        assertThat(play.loss()).hasText(Playground.four(loss(2)));
        row.press("F2");
        page.keyboard().press("Escape");
        assertThat(row).isFocused();
    }

    @Test
    void a_number_that_is_given_or_computed_says_why_it_cannot_be_set(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        at(page, weightBox(page));
        // The input stands to the left of the weight in its row, the product to the right.
        page.mouse().dblclick(x - boxWidth, y);
        assertThat(page.locator("#banners")).containsText("It is computed from others, so it cannot be set by itself.");
        assertThat(page.locator("#live")).containsText("It is computed from others");
        Screenshots.save(page, "in-place-fixed");
        play.select(WEIGHT);
        assertThat(page.locator("#banners")).not().containsText("computed");

        play.button("Tree").click();
        play.treeItem("network").first().focus();
        page.keyboard().press("ArrowRight");
        play.treeItem("inputs").first().focus();
        page.keyboard().press("ArrowRight");
        play.treeItem("input x1").first().focus();
        page.keyboard().press("F2");
        assertThat(page.locator("#banners")).containsText("An input is given by the data, so it cannot be set here.");
    }

    @Test
    void a_drag_rests_what_plays_and_lets_it_go_on(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        at(page, weightBox(page));
        play.button("Play").click();
        page.waitForFunction("() => Number(document.querySelector('#header-step').textContent) > 22");
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 40, y);
        assertThat(play.button("Play")).isVisible();
        page.mouse().move(x + 80, y);
        int step = play.step();
        assertThat(play.region("Your edits")).containsText("step " + step);
        page.mouse().up();
        assertThat(play.button("Pause")).isVisible();
        page.waitForFunction("(step) => Number(document.querySelector('#header-step').textContent) > step + 2", step);
    }

    @Test
    void while_practising_no_number_comes_to_light_by_being_set(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED + "&practice=data:3");
        assertThat(play.region("Practice")).containsText("What is the value of");
        play.select(WEIGHT);
        page.keyboard().press("F2");
        Locator field = play.fieldInPlace(IN_WORDS);
        field.press("ArrowUp");
        assertThat(play.region("Your edits")).containsText("step 20");
        assertThat(play.loss()).hasText("?");
        field.press("Escape");
        assertThat(play.loss()).hasText("?");
    }

    @Test
    @Screen(dark = true)
    void the_page_is_never_larger_than_the_window(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        page.locator("#parameters").scrollIntoViewIfNeeded();
        assertFits(page);
        page.keyboard().press("F2");
        assertThat(play.fieldInPlace(IN_WORDS)).isVisible();
        assertFits(page);
        Screenshots.save(page, "in-place-dark");
    }

    @Test
    @Screen(width = 390, height = 844, touch = true)
    void on_a_phone_a_second_touch_opens_the_field_and_nothing_goes_over_the_edge(Page page) {
        Playground play = Playground.open(page, SERVER.url() + OPENED);
        page.keyboard().press("F2");
        Locator field = play.fieldInPlace(IN_WORDS);
        assertThat(field).isVisible();
        BoundingBox box = page.locator(".stage-fields .in-place").boundingBox();
        assertTrue(box.x >= 0 && box.x + box.width <= 390, box.x + " and " + box.width + " wide");
        Screenshots.save(page, "in-place-phone");
        field.press("Escape");
        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height - 4);
        assertThat(field).isFocused();
        field.fill("5");
        field.press("Enter");
        assertThat(play.loss()).hasText(Playground.four(loss(5)));
        assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));

        play.button("Weights").tap();
        page.locator("#parameters tbody tr td.scrubs").first().dblclick();
        field = play.fieldInPlace("weight 1 of neuron 1 in layer 1");
        assertThat(field).isFocused();
        box = page.locator("#parameters .in-place").boundingBox();
        assertTrue(box.x >= 0 && box.x + box.width <= 390, box.x + " and " + box.width + " wide");
        Screenshots.save(page, "in-place-phone-table");
        field.press("Escape");
        assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
    }

    private static void assertFits(Page page) {
        assertEquals(
                List.of(1440, 900),
                page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"));
    }

    /** Where the selected weight's number is in the window. */
    private double x;

    private double y;
    private double boxWidth;

    private void at(Page page, BoundingBox field) {
        x = field.x + field.width / 2;
        y = field.y + field.height - 4;
        boxWidth = 100;
        assertThat(page.locator(".stage-fields .in-place")).isHidden();
    }

    /** The field stands upon the value that it sets, so it tells where that is. */
    private static BoundingBox weightBox(Page page) {
        page.locator("#stage").focus();
        page.keyboard().press("F2");
        Locator field = page.locator(".stage-fields .in-place");
        assertThat(field).isVisible();
        BoundingBox box = field.boundingBox();
        page.keyboard().press("Escape");
        return box;
    }

    private static double value() {
        return frame(Recipe.DEFAULT)
                .values()
                .get(RUNS.open(Recipe.DEFAULT).parameterNames().indexOf(WEIGHT));
    }

    /** Where so many pixels bring a number of less than 10. */
    private static double whole(double from, int pixels) {
        return (Math.round(from * 100) + pixels) / 100.0;
    }

    private static double loss(double value) {
        return frame(Recipe.DEFAULT.withEdits(List.of(new Edit(STEP, Map.of(WEIGHT, value)))))
                .loss();
    }

    private static Frame frame(Recipe recipe) {
        return RUNS.open(recipe).frame(STEP, Deadline.never());
    }
}
