package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import glassgrad.link.DeleteCode;
import glassgrad.link.LinkId;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.store.Place;
import glassgrad.store.Store;
import glassgrad.store.StoredLink;
import glassgrad.training.Runs;
import glassgrad.web.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LinkRoutesTest {
    private static final String MOMENT = """
            {"recipe": {"network": {"seed": 7}, "edits": [{"step": 3, "set": {"training.learningRate": 0.1}}]},
             "step": 12, "view": {"depth": "scalars", "selected": "layer1.neuron1.w1", "sample": 2,
             "practice": {"asked": "gradient", "seed": 7, "number": 4}, "until": {"step": 100}}}""";

    @TempDir
    Path folder;

    private Store store = Store.off("");
    private Server server = Server.start(0);
    private Client client = new Client(server.port());

    @BeforeEach
    void start() {
        server.close();
        store = Store.at(Place.in(folder));
        server = Server.start(0, new Runs(), store, new Visitors(0));
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_moment_gets_a_short_link_and_comes_back_as_it_was() {
        Answer made = client.post("/api/links", MOMENT);
        assertEquals(201, made.status(), made.text());
        String id = made.json().get("id").asString();
        assertTrue(id.matches("[2-9CFGHJMPQRVWXcfghjmpqrvwx]{10}"), id);
        assertEquals(
                "http://localhost:" + server.port() + "/s/" + id,
                made.json().get("url").asString());
        assertTrue(made.json().get("deleteCode").asString().length() >= 20);

        JsonNode stored = client.get("/api/links/" + id).json();
        assertEquals(7, stored.get("recipe").get("network").get("seed").asInt());
        assertEquals(12, stored.get("step").asInt());
        assertEquals("scalars", stored.get("view").get("depth").asString());
        assertEquals("layer1.neuron1.w1", stored.get("view").get("selected").asString());
        assertEquals(2, stored.get("view").get("sample").asInt());
        assertEquals(4, stored.get("view").get("practice").get("number").asInt());
        assertEquals(100, stored.get("view").get("until").get("step").asInt());
        assertEquals("0.1.0", stored.get("engine").asString());
        assertTrue(stored.get("made").asString().matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void the_same_moment_has_the_same_link_and_one_delete_code() {
        JsonNode first = client.post("/api/links", MOMENT).json();
        Answer again = client.post("/api/links", MOMENT);
        assertEquals(200, again.status());
        assertEquals(first.get("id"), again.json().get("id"));
        assertFalse(again.json().has("deleteCode"));
        assertEquals(1, store.links().count());
        assertNotEquals(
                first.get("id"),
                client.post("/api/links", "{\"step\": 12}").json().get("id"));
    }

    @Test
    void a_recipe_as_the_server_writes_it_is_taken() {
        JsonNode recipe = client.post("/api/runs", "{}").json().get("recipe");
        assertEquals(
                201, client.post("/api/links", "{\"recipe\": " + recipe + "}").status());
    }

    @Test
    void nothing_is_needed_for_the_notebooks_first_moment() {
        String id = client.post("/api/links", "{}").json().get("id").asString();
        assertEquals(LinkId.lettersOf(Moment.DEFAULT).substring(0, 10), id);
        JsonNode stored = client.get("/api/links/" + id).json();
        assertEquals(0, stored.get("step").asInt());
        assertEquals(1337, stored.get("recipe").get("network").get("seed").asInt());
    }

    @Test
    void a_moment_that_is_opened_again_is_reproduced_exactly() {
        String id = make(MOMENT);
        JsonNode reproduction = client.get("/api/links/" + id + "/reproduction").json();
        assertTrue(reproduction.get("exact").asBoolean());
        assertEquals(12, reproduction.get("reached").asInt());
        assertEquals(0, reproduction.get("differences").size());
        assertEquals("0.1.0", reproduction.get("engineThen").asString());
    }

    @Test
    void numbers_that_come_out_otherwise_are_never_passed_over() {
        Moment moment = MomentQuery.read("step=3");
        String id = LinkId.lettersOf(moment).substring(0, 10);
        // As an engine of another version might have computed it.
        String numbers = Long.toHexString(Double.doubleToLongBits(2.5)) + ";a;b;c";
        store.links()
                .insert(new StoredLink(
                        id, MomentQuery.writeWhole(moment), "0.0.9", numbers, "2026-01-01", "code", null));
        JsonNode reproduction = client.get("/api/links/" + id + "/reproduction").json();
        assertFalse(reproduction.get("exact").asBoolean());
        assertEquals("0.0.9", reproduction.get("engineThen").asString());
        JsonNode loss = reproduction.get("differences").get(0);
        assertEquals("loss", loss.get("what").asString());
        assertEquals(2.5, loss.get("then").asDouble());
        assertEquals(
                client.post("/api/runs/" + open("{}") + "/steps", "{\"to\": 3}")
                        .json()
                        .get("frame")
                        .get("loss")
                        .asDouble(),
                loss.get("now").asDouble());
        assertEquals(4, reproduction.get("differences").size());
    }

    @Test
    void another_moment_on_the_same_id_gets_a_longer_one() {
        String letters = LinkId.lettersOf(MomentQuery.read("step=5"));
        StoredLink other = new StoredLink(
                letters.substring(0, 10),
                MomentQuery.writeWhole(Moment.DEFAULT),
                "0.1.0",
                "n",
                "2026-01-01",
                "c",
                null);
        store.links().insert(other);
        assertEquals(letters.substring(0, 11), make("{\"step\": 5}"));
        assertEquals(letters.substring(0, 11), make("{\"step\": 5}"));
        assertEquals(other, store.links().find(other.id()).orElseThrow());
    }

    @Test
    void a_deleted_link_is_gone_for_ever() {
        JsonNode made = client.post("/api/links", MOMENT).json();
        String id = made.get("id").asString();
        Answer wrong = client.send("DELETE", "/api/links/" + id, new byte[0], "X-Delete-Code", DeleteCode.next());
        assertEquals(403, wrong.status());
        assertEquals("wrong delete code", wrong.json().get("title").asString());
        assertEquals(200, client.get("/api/links/" + id).status());

        String code = made.get("deleteCode").asString();
        assertEquals(
                204,
                client.send("DELETE", "/api/links/" + id, new byte[0], "X-Delete-Code", code)
                        .status());
        for (String path : new String[] {"/api/links/" + id, "/api/links/" + id + "/reproduction", "/s/" + id}) {
            assertEquals(410, client.get(path).status(), path);
        }
        assertEquals(
                410,
                client.send("DELETE", "/api/links/" + id, new byte[0], "X-Delete-Code", code)
                        .status());
        // The same moment may have a link again, but never the same one.
        assertEquals(11, make(MOMENT).length());
        assertEquals(410, client.get("/s/" + id).status());
    }

    @Test
    void a_run_that_stops_has_links_up_to_there() {
        String diverging = "{\"recipe\": {\"training\": {\"learningRate\": 1000}, \"network\": {\"outputActivation\":"
                + " \"linear\", \"activation\": \"linear\"}}, \"step\": %d}";
        Answer beyond = client.post("/api/links", diverging.formatted(900));
        assertEquals(400, beyond.status(), beyond.text());
        assertEquals("step", beyond.json().get("field").asString());
        String detail = beyond.json().get("detail").asString();
        String stop = detail.replaceFirst("The run stops at step (\\d+),.*", "$1");
        String id = make(diverging.formatted(Integer.parseInt(stop)));
        JsonNode reproduction = client.get("/api/links/" + id + "/reproduction").json();
        assertTrue(reproduction.get("exact").asBoolean(), reproduction.toString());
    }

    @Test
    void a_long_run_is_one_link_however_many_requests_it_takes() {
        String moment =
                "{\"recipe\": {\"data\": {\"name\": \"moons\", \"samples\": 2000}, \"network\": {\"layers\": [64, 64, 1]},"
                        + " \"training\": {\"loss\": \"mean-squared-error\"}}, \"step\": 120}";
        Answer made = client.post("/api/links", moment);
        int asked = 1;
        while (made.status() == 409 && asked < 500) {
            assertEquals("not computed yet", made.json().get("title").asString());
            made = client.post("/api/links", moment);
            asked++;
        }
        assertEquals(201, made.status(), made.text());
        assertTrue(asked > 1, "it took one request");
    }

    @Test
    void of_the_maker_only_the_day_is_kept() {
        String id = client.send(
                        "POST",
                        "/api/links",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "X-Forwarded-For",
                        "203.0.113.7",
                        "User-Agent",
                        "Browser of Ann")
                .json()
                .get("id")
                .asString();
        String kept = store.links().find(id).orElseThrow().toString();
        assertFalse(kept.contains("203.0.113.7") || kept.contains("127.0.0.1") || kept.contains("Ann"), kept);
    }

    @Test
    void a_link_opens_the_page_at_its_moment() {
        String id = make(MOMENT);
        Answer page = client.get("/s/" + id);
        assertEquals(200, page.status());
        assertEquals("no-cache", page.header("Cache-Control"));
        assertTrue(page.text().contains("&quot;link&quot;:{&quot;id&quot;:&quot;" + id), "its id");
        Answer unknown = client.get("/s/CFGHJMPQRV");
        assertEquals(404, unknown.status());
        assertTrue(unknown.text().contains("There is no link CFGHJMPQRV here."));
        assertEquals(404, client.get("/s/x").status());
        assertEquals(404, client.get("/api/links/%3Cscript%3E").status());
    }

    @Test
    void what_cannot_be_is_refused_in_the_name_of_its_field() {
        refused("{\"step\": -1}", "step");
        refused("{\"step\": 1000001}", "step");
        refused("{\"recipe\": {\"training\": {\"learningRate\": -1}}}", "training.learningRate");
        refused("{\"view\": {\"depth\": \"deep\"}}", "view.depth");
        refused("{\"view\": {\"selected\": \"<script>\"}}", "view.selected");
        refused("{\"view\": {\"sample\": 99}}", "view.sample");
        refused("{\"view\": {\"sample\": []}}", "view.sample");
        refused("{\"view\": {\"practice\": {\"asked\": \"x\", \"seed\": 1, \"number\": 1}}}", "view.practice");
        refused("{\"name\": \"Ann\"}", "name");
    }

    @Test
    void the_page_of_another_site_can_neither_make_nor_delete() {
        for (String[] from : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "https://elsewhere.example"},
            {"Origin", "null"}
        }) {
            Answer answer = client.send("POST", "/api/links", "{}".getBytes(StandardCharsets.UTF_8), from);
            assertEquals(403, answer.status(), Arrays.toString(from));
            assertEquals("another site", answer.json().get("title").asString());
            assertEquals(
                    403,
                    client.send("DELETE", "/api/links/CFGHJMPQRV", new byte[0], from)
                            .status());
        }
        assertEquals(0, store.links().count());
        Answer ours = client.send(
                "POST",
                "/api/links",
                "{}".getBytes(StandardCharsets.UTF_8),
                "Origin",
                "http://localhost:" + server.port());
        assertEquals(201, ours.status());
    }

    @Test
    void a_page_that_makes_links_without_end_is_stopped_and_its_classmates_are_not() {
        int made = 0;
        Answer answer = make("mallory", 0);
        while (answer.status() == 201 && made < 1_000) {
            answer = make("mallory", ++made);
        }
        assertEquals(429, answer.status());
        assertTrue(made >= Allowance.OF_SESSION, made + " links");
        assertTrue(Integer.parseInt(answer.header("Retry-After")) <= 60);
        for (int student = 0; student < 40; student++) {
            for (int link = 0; link < 20; link++) {
                assertEquals(
                        201,
                        make("student" + student, 2_000 + 20 * student + link).status());
            }
        }
    }

    @Test
    void only_a_trusted_proxy_says_where_a_request_comes_from() {
        server.close();
        server = Server.start(0, new Runs(), Store.at(Place.in(folder)), new Visitors(1));
        client = new Client(server.port());
        int status = 201;
        for (int i = 0; i < 200 && status == 201; i++) {
            status = client.send(
                            "POST",
                            "/api/links",
                            "{\"step\": %d}".formatted(i).getBytes(StandardCharsets.UTF_8),
                            "X-Forwarded-For",
                            // The first address is what the asker says himself.
                            "198.51.100." + i + ", 203.0.113.7")
                    .status();
        }
        assertEquals(429, status);
        Answer other = client.send(
                "POST",
                "/api/links",
                "{\"step\": 900}".getBytes(StandardCharsets.UTF_8),
                "X-Forwarded-For",
                "203.0.113.8",
                "X-Forwarded-Proto",
                "https");
        assertEquals(201, other.status());
        assertTrue(other.json().get("url").asString().startsWith("https://localhost"));
    }

    @Test
    void the_qr_code_of_a_link_is_read_as_its_address() throws ReaderException {
        String id = make("{}");
        Answer svg = client.get("/s/" + id + "/qr.svg");
        assertEquals("image/svg+xml", svg.header("Content-Type").replaceFirst(";.*", ""));
        assertEquals("http://localhost:" + server.port() + "/s/" + id, readQrCode(svg.text()));
    }

    @Test
    void without_a_store_training_goes_on_and_whoever_asks_is_told() {
        server.close();
        server = Server.start(
                0, new Runs(), Store.at(Place.at("postgres://x:secret@localhost:1/none")), new Visitors(0));
        client = new Client(server.port());
        Answer answer = client.post("/api/links", "{}");
        assertEquals(503, answer.status());
        assertEquals("links unavailable", answer.json().get("title").asString());
        assertTrue(answer.json().get("detail").asString().startsWith("The database does not answer."), answer.text());
        assertFalse(answer.text().contains("secret"));
        assertEquals(200, client.post("/api/runs", "{}").status());
        Answer page = client.get("/s/CFGHJMPQRV");
        assertEquals(503, page.status());
        assertTrue(page.text().contains("The database does not answer."));
        Answer ready = client.get("/health/ready");
        while (ready.json().get("links").asString().equals("starting")) {
            ready = client.get("/health/ready");
        }
        assertEquals(200, ready.status());
        assertEquals("unavailable", ready.json().get("links").asString());
    }

    private String make(String moment) {
        Answer made = client.post("/api/links", moment);
        assertTrue(made.status() == 201 || made.status() == 200, made.text());
        return made.json().get("id").asString();
    }

    private Answer make(String session, int step) {
        return client.send(
                "POST",
                "/api/links",
                "{\"step\": %d}".formatted(step).getBytes(StandardCharsets.UTF_8),
                Allowance.SESSION,
                session);
    }

    private String open(String recipe) {
        return client.post("/api/runs", recipe).json().get("run").asString();
    }

    private void refused(String moment, String field) {
        Answer answer = client.post("/api/links", moment);
        assertEquals(400, answer.status(), moment);
        assertEquals(field, answer.json().get("field").asString(), answer.text());
    }

    /** Paints the modules as pixels, and lets a reader look. */
    private static String readQrCode(String svg) throws ReaderException {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
        assertTrue(box.find());
        int scale = 4;
        int size = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            int left = Integer.parseInt(module.group(1)) * scale;
            int top = Integer.parseInt(module.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + scale, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
