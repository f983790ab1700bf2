package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a chat shows beside a link. */
class PreviewTest {
    @RegisterExtension
    static final LiveServer SERVER = LiveServer.thatKeepsLinks();

    @Test
    void a_link_has_a_title_a_sentence_and_a_picture() {
        String page = SERVER.client().get("/?data=moons&layers=8&step=5").text();
        assertTrue(page.contains("<title>Glassgrad: two moons, step 5</title>"), page.substring(0, 300));
        assertTrue(
                page.matches(
                        "(?s).*og:description\" content=\"A 2-8-1 network on two moons after 5 steps of training: its"
                                + " loss is [\\d.e+]+\\.\".*"),
                "its sentence");
        assertTrue(page.contains(
                "og:image\" content=\"" + SERVER.url() + "preview.png?data=moons&amp;layers=8&amp;step=5\""));
        String id = SERVER.client()
                .post("/api/links", "{\"step\": 5}")
                .json()
                .get("id")
                .asString();
        assertTrue(SERVER.client().get("/s/" + id).text().contains(SERVER.url() + "preview.png?step=5\""));
    }

    @Test
    void the_picture_has_the_size_that_chats_want_and_changes_with_the_moment() throws IOException {
        BufferedImage image = image("data=micrograd-demo&layers=16,16&loss=mean-squared-error&rate=0.1&step=60");
        assertEquals(1200, image.getWidth());
        assertEquals(630, image.getHeight());
        int colours = (int) Arrays.stream(image.getRGB(0, 0, 1200, 630, null, 0, 1200))
                .distinct()
                .count();
        assertTrue(colours > 500, colours + " colours");
        byte[] first = SERVER.client().get("/preview.png?step=1").response().body();
        byte[] second = SERVER.client().get("/preview.png?step=2").response().body();
        assertTrue(Arrays.mismatch(first, second) >= 0);
    }

    @Test
    void words_from_the_address_are_not_in_it() {
        Answer plain = SERVER.client().get("/preview.png?step=3");
        Answer told = SERVER.client().get("/preview.png?step=3&task=Call+this+number");
        assertEquals(
                -1, Arrays.mismatch(plain.response().body(), told.response().body()));
        assertEquals(400, SERVER.client().get("/preview.png?step=x").status());
    }

    private static BufferedImage image(String query) throws IOException {
        Answer answer = SERVER.client().get("/preview.png?" + query);
        assertEquals("image/png", answer.header("Content-Type"));
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("preview.png"), answer.response().body());
        return ImageIO.read(new ByteArrayInputStream(answer.response().body()));
    }
}
