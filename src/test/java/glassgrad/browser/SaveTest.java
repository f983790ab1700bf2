package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import glassgrad.web.LiveServer;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The moment out of the page: what is saved is what is shown. */
@ExtendWith(InBrowser.class)
class SaveTest {
    private static final Path FOLDER = Path.of("target", "screenshots", "saved");

    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @Test
    void what_is_seen_is_saved_as_it_is_drawn(Page page, BrowserContext context) throws IOException {
        Playground.open(page, SERVER.url() + "?step=12&open=layer2.neuron2&selected=layer2.neuron2.w1");
        BufferedImage drawn = drawn(page);
        open(page);
        Screenshots.save(page, "save-menu");
        page.getByText("What you see").click();

        Path png = save(page, "PNG", "glassgrad-notebook-step-12-sample-1.png");
        assertEquals(0, different(drawn, ImageIO.read(png.toFile()), 0), "the PNG is the picture, pixel by pixel");
        BufferedImage twice = ImageIO.read(save(page, "PNG 2×", "glassgrad-notebook-step-12-sample-1-2x.png")
                .toFile());
        assertEquals(2 * drawn.getWidth(), twice.getWidth());
        assertEquals(2 * drawn.getHeight(), twice.getHeight());
        assertAlike(drawn, half(twice));

        Path svg = save(page, "SVG", "glassgrad-notebook-step-12-sample-1.svg");
        assertStandsForItself(svg);
        BufferedImage shown = opened(context, svg);
        assertEquals(drawn.getWidth(), shown.getWidth());
        assertEquals(drawn.getHeight(), shown.getHeight());
        assertAlike(drawn, shown);
    }

    @Test
    void the_whole_of_it_holds_every_number_of_the_graph_as_text_and_no_text_covers_another(
            Page page, BrowserContext context) throws IOException {
        Playground play = Playground.open(page, SERVER.url() + "?step=3&sample=1&depth=scalars");
        play.button("by order").click();
        open(page);
        Path svg = save(page, "SVG", "glassgrad-notebook-step-3-sample-2.svg");
        assertStandsForItself(svg);

        APIResponse run = context.request()
                .post(SERVER.url() + "api/runs", RequestOptions.create().setData("{}"));
        String id = run.text().replaceFirst("(?s).*?\"run\":\"(\\w+)\".*", "$1");
        String graph = SERVER.url() + "api/runs/" + id + "/frames/3/graph?sample=1";
        String json = context.request().get(graph).text();
        assertEquals(expectedTexts(page, json), texts(page, svg));
        Page alone = context.newPage();
        alone.navigate(svg.toUri().toString());
        assertEquals(List.of(), alone.evaluate(OVERLAPPING));

        assertEquals(json, Files.readString(save(page, "JSON", "glassgrad-notebook-step-3-sample-2.json")));
        String dot = context.request()
                .get(graph, RequestOptions.create().setHeader("Accept", "text/vnd.graphviz"))
                .text();
        assertTrue(dot.startsWith("digraph {"), dot);
        assertEquals(dot, Files.readString(save(page, "DOT", "glassgrad-notebook-step-3-sample-2.dot")));
    }

    @Test
    @Screen(width = 390, height = 844, touch = true, dark = true)
    void a_phone_saves_a_graph_of_thousands_of_boxes_or_says_why_not(Page page, BrowserContext context)
            throws IOException {
        Playground.open(page, SERVER.url() + "?data=micrograd-demo&layers=50,50&depth=scalars&step=1");
        open(page);
        assertEquals(
                List.of(), new AxeBuilder(page).include("#save-menu").analyze().getViolations());
        Screenshots.save(page, "save-menu-phone");
        item(page, "PNG 2×").click();
        assertThat(page.locator("#save-menu [role=status]"))
                .hasText(Pattern.compile("A PNG holds at most .* pixels a side, and .* in all: take the SVG."));
        Screenshots.save(page, "save-menu-refused");
        Path svg = save(page, "SVG", "glassgrad-micrograd-demo-step-1-sample-1.svg");
        Page alone = context.newPage();
        alone.navigate(svg.toUri().toString());
        int texts = ((Number) alone.evaluate("() => document.querySelectorAll('text').length")).intValue();
        assertTrue(texts > 30_000, "texts: " + texts);
    }

    @Test
    void the_menu_opens_and_closes_by_keys(Page page) {
        Playground play = Playground.open(page, SERVER.url());
        play.button("Save").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#save-menu")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(item(page, "SVG")).isFocused();
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertEquals("glassgrad-notebook-step-0-sample-1.svg", download.suggestedFilename());
        assertThat(page.locator("#save-menu [role=status]")).hasText("Saved as " + download.suggestedFilename());
        page.keyboard().press("Escape");
        assertThat(page.locator("#save-menu")).isHidden();
        assertThat(play.button("Save")).isFocused();
    }

    /** Every number, name and operation of a graph, as the page writes it. */
    private static Object expectedTexts(Page page, String json) {
        return page.evaluate("""
                async (json) => {
                  const web = document.querySelector('script[type=module]').src;
                  const { format } = await import(new URL('numbers.js', web));
                  const { symbol } = await import(new URL('stage/scene.js', web));
                  const texts = JSON.parse(json).nodes.flatMap(({ label, op, data, gradient, partials }) => [
                    ...(label ? [label] : []),
                    ...['data', format(data), 'grad', format(gradient)],
                    ...(op ? [symbol(op)] : []),
                    ...partials.map((partial) => '∂' + format(partial, 3)),
                  ]);
                  return texts.sort();
                }""", json);
    }

    private static Object texts(Page page, Path svg) throws IOException {
        return page.evaluate("""
                (svg) => [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')]
                  .map((text) => text.textContent)
                  .sort()""", Files.readString(svg));
    }

    /** Pairs of texts that have more than a hair in common; a line's box is higher than its letters. */
    private static final String OVERLAPPING = """
            () => {
              const texts = [...document.querySelectorAll('text')].map((text) => {
                const { x, y, width, height } = text.getBBox();
                return { text: text.textContent, x, y: y + height * 0.2, right: x + width, bottom: y + height * 0.8 };
              });
              texts.sort((a, b) => a.x - b.x);
              const found = [];
              texts.forEach((a, i) => {
                for (let k = i + 1; k < texts.length && texts[k].x < a.right - 0.5; k++) {
                  const b = texts[k];
                  if (a.y < b.bottom - 0.5 && b.y < a.bottom - 0.5) found.push(`${a.text} and ${b.text}`);
                }
              });
              return found;
            }""";

    private static void open(Page page) {
        page.locator(".save-button").click();
        assertThat(page.locator("#save-menu")).isVisible();
    }

    private static Locator item(Page page, String form) {
        return page.locator("#save-menu .item")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b").getByText(form, new Locator.GetByTextOptions().setExact(true))));
    }

    private static Path save(Page page, String form, String name) {
        Download download = page.waitForDownload(() -> item(page, form).click());
        assertEquals(name, download.suggestedFilename());
        Path file = FOLDER.resolve(name);
        download.saveAs(file);
        return file;
    }

    /** The layers of the stage, one upon the other. */
    private static BufferedImage drawn(Page page) throws IOException {
        String data = (String) page.evaluate("""
                () => {
                  const layers = [...document.querySelectorAll('.stage-view canvas')];
                  const paper = document.createElement('canvas');
                  [paper.width, paper.height] = [layers[0].width, layers[0].height];
                  const pen = paper.getContext('2d');
                  pen.fillStyle = getComputedStyle(layers[0]).getPropertyValue('--paper');
                  pen.fillRect(0, 0, paper.width, paper.height);
                  for (const layer of layers) pen.drawImage(layer, 0, 0);
                  return paper.toDataURL('image/png');
                }""");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.replaceFirst(".*,", ""))));
    }

    private static BufferedImage opened(BrowserContext context, Path svg) throws IOException {
        Page alone = context.newPage();
        alone.navigate(svg.toUri().toString());
        int width = ((Number) alone.evaluate("() => document.documentElement.width.baseVal.value")).intValue();
        int height = ((Number) alone.evaluate("() => document.documentElement.height.baseVal.value")).intValue();
        alone.setViewportSize(width, height);
        return ImageIO.read(new ByteArrayInputStream(alone.screenshot()));
    }

    /**
     * Letters and lines may be smoothed differently, and nothing else: a part of a pixel moves the
     * ink within its neighbours, so the mean of nine pixels stays as it is; a lost digit or line does not.
     */
    private static void assertAlike(BufferedImage a, BufferedImage b) {
        double share = different(blurred(a), blurred(b), 0.25) / (double) (a.getWidth() * a.getHeight());
        assertTrue(share < 0.0002, "so much looks different: " + share);
    }

    private static BufferedImage blurred(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        float[] mean = new float[9];
        Arrays.fill(mean, 1f / 9);
        return new ConvolveOp(new Kernel(3, 3, mean), ConvolveOp.EDGE_NO_OP, null).filter(opaque, null);
    }

    /** How many pixels differ by more than a share of the way from black to white, in any colour. */
    private static int different(BufferedImage a, BufferedImage b, double tolerance) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int difference = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int one = (a.getRGB(x, y) >> shift) & 255;
                    int other = (b.getRGB(x, y) >> shift) & 255;
                    difference = Math.max(difference, Math.abs(one - other));
                }
                if (difference > 255 * tolerance) {
                    count++;
                }
            }
        }
        return count;
    }

    private static BufferedImage half(BufferedImage image) {
        BufferedImage half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = half.createGraphics();
        pen.drawImage(
                image.getScaledInstance(half.getWidth(), half.getHeight(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return half;
    }

    private static void assertStandsForItself(Path svg) throws IOException {
        String text = Files.readString(svg);
        assertFalse(Pattern.compile("<(script|style|image|use|foreignObject)|href|url\\(|\\son\\w+=")
                .matcher(text)
                .find());
        assertEquals(
                1, Pattern.compile("https?:").matcher(text).results().count(), "the name of SVG itself, and no other");
    }
}
