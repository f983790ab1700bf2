package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import glassgrad.link.Board;
import glassgrad.link.BoardQuery;
import glassgrad.link.RandomBoards;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does on the page of expressions, with the lecture's numbers. */
@ExtendWith(InBrowser.class)
class ExpressionPageTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void every_example_shows_the_lectures_numbers(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.example("The slope of a parabola").shows("f = 20").gradient("x", "14.0000");
        board.example("A step along the gradient").shows("L = −8");
        board.gradient("f", "4.0000")
                .gradient("d", "−2.0000")
                .gradient("c", "−2.0000")
                .gradient("e", "−2.0000");
        board.gradient("a", "6.0000").gradient("b", "−4.0000");
        board.example("A neuron").shows("o = 0.707106781187");
        board.gradient("x1", "−1.5000")
                .gradient("w1", "1.0000")
                .gradient("x2", "0.5000")
                .gradient("w2", "0.0000");
        board.example("A neuron, with tanh broken up")
                .shows("o = 0.707106781187")
                .value("e", "5.8284");
        board.gradient("x1", "−1.5000")
                .gradient("w1", "1.0000")
                .gradient("x2", "0.5000")
                .gradient("w2", "0.0000");
        board.example("A value used twice").shows("b = 6").gradient("a", "2.0000");
        board.example("Two values, each used twice").shows("f = −6");
        board.gradient("a", "−3.0000").gradient("b", "−8.0000");
        board.example("Softmax and negative log likelihood").shows("loss = 2.17551536262");
        Screenshots.save(page, "expressions-softmax");
    }

    @Test
    void a_leaf_is_set_in_the_picture_by_typing_and_escape_brings_it_back(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.write("c = 10; e = a*b; L = (e + c)*f")
                .set("a", "2")
                .set("b", "-3")
                .set("f", "-2")
                .shows("L = −8");
        for (String leaf : List.of("a", "c")) {
            board.row(leaf).getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#inspector .inspector-title")).hasText(leaf);
            page.locator("#stage .stage-picture").press("F2");
            Locator field = page.getByRole(
                            AriaRole.SPINBUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Value of " + leaf)
                                    .setExact(true))
                    .and(page.locator(".in-place input"));
            assertThat(field).isFocused();
            field.fill(leaf.equals("a") ? "4" : "1,5");
            field.press("Enter");
            board.shows(leaf.equals("a") ? "L = 4" : "L = 21");
            page.locator("#stage .stage-picture").press("F2");
            field.press("PageUp");
            board.shows(leaf.equals("a") ? "L = 10" : "L = 19");
            field.press("Escape");
            board.shows(leaf.equals("a") ? "L = 4" : "L = 21");
        }
        assertThat(board.editor()).containsText("c = 1.5");
        Screenshots.save(page, "expressions-in-place");
    }

    @Test
    void what_is_written_is_computed_and_a_mistake_is_marked_where_it_is(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.write("d = a*b; e = d + c; L = e * f").shows("L = −8");
        board.write("o = tanh(x1*w1 + x2*w2 + b)").gradient("x1", Pattern.compile("0\\.\\d{4}"));
        board.write("n = a*2\nm = n +* 3");
        assertThat(board.mistake()).hasText("*");
        assertThat(page.locator("#board .board-mistake"))
                .hasText("Line 2, column 8: A value is missing here: expected a number, a name or \"(\","
                        + " but found \"*\".");
        // What was understood last is still there, but no longer said to be the result of this text.
        assertThat(page.locator("#board .board-result")).hasClass(Pattern.compile("stale"));
        Screenshots.save(page, "expressions-mistake");
        page.keyboard().press("End");
        board.write("n = a*2\nm = n*3").shows("m = 12").gradient("a", "6.0000");
        assertThat(board.mistake()).hasCount(0);
        assertThat(page.locator("#board .board-mistake")).isEmpty();
    }

    @Test
    void every_letter_can_be_typed_though_some_are_keys_of_the_page(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.editor().focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("b = 2*f + 0\n?");
        assertThat(board.editor()).containsText("b = 2*f + 0");
        page.keyboard().press("Backspace");
        board.shows("b = −4").gradient("f", "2.0000");
    }

    @Test
    void an_input_is_dragged_typed_and_moved_by_keys_and_all_follows(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        BoundingBox grip = board.grip("a").boundingBox();
        page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
        page.mouse().down();
        page.mouse().move(grip.x + 60, grip.y + grip.height / 2);
        board.shows(Pattern.compile("L = −[3-7](\\.\\d+)?"));
        page.mouse().move(grip.x + grip.width / 2 + 103, grip.y + grip.height / 2);
        page.mouse().up();
        // A hundred pixels are one.
        assertThat(board.input("a")).hasValue("3");
        board.shows("L = −2").gradient("b", "−6.0000");
        board.set("a", "0,5").shows("L = −17");
        assertThat(page).hasURL(Pattern.compile(".*inputs=a:0\\.5,b:-3,c:10,f:-2.*"));
        board.button("Undo").click();
        board.shows("L = −2");
        page.keyboard().press("Control+z");
        board.shows("L = −8");
        board.input("a").press("ArrowDown");
        board.shows("L = −8.6");
        assertThat(board.input("a")).hasValue("1.9");
    }

    @Test
    void a_number_of_the_text_is_an_input_too_and_can_be_dragged_where_it_stands(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.write("a = 2\nb = a*a*3").shows("b = 12").set("a", "5").shows("b = 75");
        assertThat(board.editor()).containsText("a = 5");
        BoundingBox five = page.locator("#board .cm-content .number", new Page.LocatorOptions().setHasText("5"))
                .first()
                .boundingBox();
        page.mouse().move(five.x + five.width / 2, five.y + five.height / 2);
        page.mouse().down();
        page.mouse().move(five.x + five.width / 2 + 103, five.y + five.height / 2);
        page.mouse().up();
        board.shows("b = 108").gradient("a", "36.0000");
        assertThat(board.input("a")).hasValue("6");
    }

    @Test
    void a_step_along_the_gradients_gives_the_lectures_result_and_can_be_undone(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.button("Take a step").click();
        board.shows("L = −7.286496");
        assertThat(page.locator("#step")).containsText("L went from −8 to −7.286496.");
        assertThat(board.input("a")).hasValue("2.06");
        Screenshots.save(page, "expressions-step");
        board.button("Undo").click();
        board.shows("L = −8");
        page.getByLabel("A step moves a").uncheck();
        page.getByLabel("A step moves b").uncheck();
        page.getByLabel("A step moves c").uncheck();
        Locator rate = page.getByLabel("Size of a step");
        rate.fill("5000");
        rate.press("Enter");
        assertThat(page.locator("#step [role=alert]")).hasText("The size of a step is a number from −1,000 to 1,000.");
        rate.fill("0.5");
        rate.press("Enter");
        board.button("Take a step").click();
        board.shows("L = 0");
        assertThat(board.input("a")).hasValue("2");
    }

    @Test
    void overwriting_shows_the_wrong_answer_beside_the_right_one(Page page) {
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.example("A value used twice").gradient("a", "2.0000");
        page.getByRole(AriaRole.SWITCH).check();
        board.gradient("a", "1.0000").correct("a", "2.0000");
        assertThat(page.locator("#names .names-verdict")).hasText("1 of 2 gradients are wrong.");
        Screenshots.save(page, "expressions-overwritten");
        assertThat(page).hasURL(Pattern.compile(".*overwrite=on.*"));
        page.reload();
        board.ready().gradient("a", "1.0000").correct("a", "2.0000");
        board.example("Two values, each used twice");
        page.getByRole(AriaRole.SWITCH).check();
        board.gradient("a", "3.0000").correct("a", "−3.0000");
        board.gradient("b", "−2.0000").correct("b", "−8.0000");
        page.getByRole(AriaRole.SWITCH).uncheck();
        board.gradient("b", "−8.0000");
    }

    @Test
    void every_board_is_a_link_and_back_brings_the_one_before(Page page, BrowserContext context) {
        Blackboard mine = Blackboard.open(page, SERVER.url());
        mine.write("p = q*q + 1").set("q", "-2.5").shows("p = 7.25");
        mine.row("q").click();
        assertThat(page).hasURL(Pattern.compile(".*q:-2\\.5.*selected=q.*"));
        Blackboard friends = Blackboard.at(context.newPage(), page.url());
        friends.shows("p = 7.25").gradient("q", "−5.0000");
        assertThat(friends.row("q")).hasClass(Pattern.compile("current"));
        page.reload();
        mine.ready().shows("p = 7.25");
        mine.example("A neuron").shows("o = 0.707106781187");
        page.goBack();
        mine.shows("p = 7.25");
        assertThat(mine.input("q")).hasValue("−2.5");
        page.goForward();
        mine.shows("o = 0.707106781187");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Playground"))
                .click();
        Playground.at(page);
        page.goBack();
        mine.ready().shows("o = 0.707106781187");
    }

    @Test
    void a_link_with_a_mistake_says_which_and_keeps_the_rest(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Blackboard board = Blackboard.at(page, SERVER.url() + "expressions?source=b=a%2Ba&inputs=a:two&rate=0.1");
        assertThat(page.locator("#banners"))
                .containsText("This address cannot be read as a whole: \"two\" is not a number.");
        board.shows("b = 2");
        assertTrue(page.url().contains("a:two"), page.url());
        Blackboard.at(page, SERVER.url() + "expressions?source=b%20=%20a%20%2B&inputs=a:7");
        assertThat(page.locator("#board .board-mistake")).containsText("Line 1, column 8");
        board.write("b = a + 1").shows("b = 8");
    }

    @Test
    void ten_thousand_operations_or_a_thousand_parentheses_are_shown_and_more_is_refused(Page page, PageErrors errors) {
        errors.expect("status of 400");
        Blackboard board = Blackboard.open(page, SERVER.url());
        board.watchFrames();
        board.paste("a" + "+a".repeat(10_000)).shows("result = 20002");
        board.set("a", "0.5").shows("result = 5000.5");
        board.paste("tanh(".repeat(1_000) + "a" + ")".repeat(1_000)).shows(Pattern.compile("result = 0\\.0\\d+"));
        board.paste("a" + "+a".repeat(20_001));
        assertThat(page.locator("#board .board-mistake")).containsText("20,000 operations");
        board.paste("(".repeat(1_001) + "a" + ")".repeat(1_001));
        assertThat(page.locator("#board .board-mistake")).containsText("1,000 deep");
        board.write("a*2").shows("result = 1");
        double longest = board.longestFrame();
        // A few tenths of a second on a machine that has nothing else to do.
        assertTrue(longest < 5_000, "milliseconds without a frame: " + longest);
    }

    @Test
    void the_page_writes_addresses_that_the_server_reads(Page page) {
        SplittableRandom random = new SplittableRandom(11);
        List<Board> boards =
                Stream.generate(() -> RandomBoards.next(random)).limit(100).toList();
        Blackboard.open(page, SERVER.url());
        List<?> written = (List<?>) page.evaluate(
                """
                async (queries) => {
                  const base = new URL('.', document.querySelector('script[type=module]').src);
                  const { queryOf } = await import(new URL('expression/query.js', base));
                  const { parse } = await import(new URL('json.js', base));
                  const written = [];
                  for (const query of queries) {
                    const html = await (await fetch('/expressions?' + query)).text();
                    const body = new DOMParser().parseFromString(html, 'text/html').body;
                    const { source, inputs, overwrite, rate, defaults, ...rest } = parse(body.dataset.board);
                    const { selected = null, leaves = null, practice = null } = rest;
                    const choice = { overwrite, selected, leaves, rate, practice };
                    const all = { draft: source, inputs: new Map(Object.entries(inputs)), ...choice };
                    written.push(queryOf(all, defaults).slice(1));
                  }
                  return written;
                }
                """, boards.stream().map(board -> BoardQuery.write(board, 0.01)).toList());
        Board otherwise = new Board("", Map.of(), false, null, null, 0.01, null);
        for (int i = 0; i < boards.size(); i++) {
            BoardQuery.Reading read = BoardQuery.read((String) written.get(i), otherwise);
            assertEquals(new BoardQuery.Reading(boards.get(i), null), read);
        }
    }
}
