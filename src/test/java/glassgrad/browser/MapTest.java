package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import glassgrad.web.LiveServer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page computes by itself is what the server computes. */
@ExtendWith(InBrowser.class)
class MapTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    /** Opens a recipe, trains it a little, and answers the largest distance between the page's outputs and the server's. */
    private static final String APART = """
            async (recipe) => {
              const base = document.querySelector('script[type=module]').src.replace(/main[.]js$/, '');
              const { evaluate } = await import(`${base}map/evaluate.js`);
              const { seenBy } = await import(`${base}map/seen.js`);
              const post = async (path, body) =>
                (await fetch(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })).json();
              const run = await post('/api/runs', recipe);
              const { frame } = await post(`/api/runs/${run.run}/steps`, '{"to": 20}');
              const points = run.data.samples.map(({ x }) => x);
              const outputs = evaluate(run.recipe.network, frame.values, points, seenBy(run));
              let most = 0;
              outputs.forEach((own, i) =>
                own.forEach((output, k) => (most = Math.max(most, Math.abs(output - frame.outputs[i][k])))));
              return [outputs.length, most];
            }""";

    private static String points() {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, 100)
                .mapToObj(i -> "{\"x\": [%s, %s], \"y\": [%d]}"
                        .formatted(random.nextDouble(-6, 6), random.nextDouble(-60, 6), i % 2))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"standardise\": true",
                ", \"features\": [\"x1\", \"x2^2\", \"x1*x2\", \"sin x1\", \"sin x2\"]",
                ", \"standardise\": true, \"features\": [\"x1^2\", \"x2\"]"
            })
    void a_hundred_points_have_the_outputs_that_the_server_has(String seen, Page page) {
        Playground.open(page, SERVER.url());
        for (String activation : List.of("tanh", "relu", "leaky-relu", "sigmoid")) {
            List<?> answer = (List<?>) page.evaluate(APART, """
                    {"data": {"points": %s%s},
                     "network": {"layers": [7, 5, 1], "activation": "%s"},
                     "training": {"loss": "mean-squared-error"}}""".formatted(points(), seen, activation));
            assertEquals(100, answer.get(0));
            double apart = ((Number) answer.get(1)).doubleValue();
            assertTrue(apart < 1e-6, activation + seen + ": " + apart);
        }
    }

    /** The colours of a map, each counted once. */
    private static int colours(Page page) {
        return ((Number) page.evaluate("""
                async () => {
                  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                  const canvas = document.querySelector('.map-surface canvas');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return new Set(new Uint32Array(data.buffer)).size;
                }""")).intValue();
    }

    @Test
    void a_map_of_classes_has_a_colour_for_each_and_one_alone_where_it_is_discretised(Page page) {
        Playground play = Playground.open(
                page,
                SERVER.url() + "?data=blobs4&samples=80&layers=8&output=linear&loss=softmax-cross-entropy&step=60");
        Locator map = play.region("Map");
        map.scrollIntoViewIfNeeded();
        assertThat(map).containsText("class 4");
        assertThat(map).containsText("sample 1, class 1");
        assertTrue(colours(page) > 20);
        play.button("Discretise").click();
        assertEquals(4, colours(page));
        Screenshots.save(page, "map-classes");
    }

    @Test
    void features_are_switched_on_and_off_and_stand_in_the_address(Page page) {
        Playground play = Playground.open(page, SERVER.url() + "?data=circle&samples=40&layers=3");
        assertThat(play.button("x2")).hasAttribute("aria-pressed", "true");
        play.button("sin x1").click();
        play.button("x2").click();
        assertThat(play.button("x2")).hasAttribute("aria-pressed", "false");
        page.waitForURL(url -> url.contains("features=x1,sinx1"));
        assertThat(page.locator("#stage")).containsText("network 2 – 3 – 1");
        play.button("x1").click();
        // The last one stays: a network that sees nothing learns nothing.
        assertThat(play.button("sin x1")).isDisabled();
        page.waitForURL(url -> url.contains("features=sinx1"));
        page.reload();
        play.ready();
        assertThat(play.button("sin x1")).hasAttribute("aria-pressed", "true");
        assertThat(play.button("x1")).hasAttribute("aria-pressed", "false");
        Screenshots.save(page, "features");
    }
}
