package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.training.Settings;
import glassgrad.web.Client.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageRoutesTest {
    private static final String NO_LESSON = "\"lesson\":{\"task\":\"\",\"hide\":[],\"lock\":[],\"present\":false}}";

    private static final Pattern MOMENT = Pattern.compile("data-moment=\"([^\"]*)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void the_page_begins_with_the_notebook_before_its_first_step() {
        Answer page = client.get("/");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        JsonNode moment = moment(page);
        JsonNode run = client.post("/api/runs", "{}").json();
        for (String part : List.of("run", "recipe", "parameters", "data", "frame")) {
            assertEquals(run.get(part), moment.get(part));
        }
        assertEquals(0, moment.get("losses").size());
        String graph = "/api/runs/" + run.get("run").asString() + "/frames/0/graph?sample=0&part=";
        assertEquals(client.get(graph + "topology").json(), moment.get("topology"));
        assertEquals(client.get(graph + "numbers").json(), moment.get("graph"));
        assertEquals(
                "{\"depth\":\"neurons\",\"open\":[],\"selected\":null,\"beside\":null,\"edges\":\"weight\",\"axis\":\"linear\",\"practice\":null,\"until\":null,"
                        + NO_LESSON,
                moment.get("view").toString());
        assertEquals(client.get("/api/presets").json(), moment.get("presets"));
        assertFalse(moment.has("problem"));
    }

    @Test
    void the_page_begins_with_the_moment_of_its_address() {
        JsonNode moment = moment(
                client.get(
                        "/?rate=0.1&zero=off&step=7&sample=all&depth=scalars&open=layer1.neuron2"
                                + "&selected=layer1.neuron2%231&beside=layer1.neuron1.w2&edges=gradient&axis=log&practice=data:7:4&edits=3:layer1.neuron1.b=0.5"));
        assertEquals(7, moment.get("step").asInt());
        assertEquals(7, moment.get("frame").get("step").asInt());
        assertEquals(7, moment.get("losses").size());
        assertEquals("all", moment.get("sample").asString());
        assertEquals("all", moment.get("graph").get("sample").asString());
        assertEquals(7, moment.get("graph").get("step").asInt());
        assertEquals(0.1, moment.at("/recipe/training/learningRate").asDouble());
        assertFalse(moment.at("/recipe/training/zeroGrad").asBoolean());
        assertEquals(0.5, moment.at("/recipe/edits/0/set/layer1.neuron1.b").asDouble());
        assertEquals(
                "{\"depth\":\"scalars\",\"open\":[\"layer1.neuron2\"],\"selected\":\"layer1.neuron2#1\","
                        + "\"beside\":\"layer1.neuron1.w2\",\"edges\":\"gradient\",\"axis\":\"log\","
                        + "\"practice\":{\"asked\":\"data\",\"seed\":7,\"number\":4},\"until\":null," + NO_LESSON,
                moment.get("view").toString());
    }

    @Test
    void the_table_of_settings_comes_with_the_page() {
        JsonNode settings = moment(client.get("/")).get("settings");
        assertEquals(Settings.all().size(), settings.size());
        JsonNode rate = settings.valueStream()
                .filter(row -> row.get("key").asString().equals("rate"))
                .findFirst()
                .orElseThrow();
        assertEquals("training.learningRate", rate.get("field").asString());
        assertEquals("number", rate.get("type").asString());
        assertEquals(0.05, rate.get("default").asDouble());
        assertEquals(1000, rate.get("max").asDouble());
        assertTrue(rate.get("aboveMin").asBoolean());
        assertTrue(rate.get("editable").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"rate=x,rate", "colour=red,colour", "sample=9,sample", "rate=%zz,rate", "step=2000000,step"})
    void an_address_that_cannot_be_read_opens_the_notebook_and_says_why(String query, String key) {
        Answer page = client.get("/?" + query.replace("%zz", "%25zz"));
        assertEquals(400, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        JsonNode moment = moment(page);
        assertEquals(moment(client.get("/")).get("run"), moment.get("run"));
        assertEquals("invalid address", moment.get("problem").get("title").asString());
        assertEquals(key, moment.get("problem").get("field").asString());
    }

    @Test
    void what_was_refused_of_an_address_is_said_with_its_limit_and_what_is_shown_instead() {
        assertEquals(
                "The address says layers=9999. A layer has at least 1 and at most 256 neurons."
                        + " The notebook's run is shown instead.",
                moment(client.get("/?layers=9999")).at("/problem/detail").asString());
    }

    @Test
    void a_far_step_is_begun_and_left_to_the_page() {
        JsonNode moment = moment(client.get("/?seed=5&step=1000000"));
        int reached = moment.get("frame").get("step").asInt();
        assertEquals(1_000_000, moment.get("step").asInt());
        assertTrue(reached > 0 && reached <= 10_000);
        assertEquals(reached, moment.get("losses").size());
        assertEquals(reached, moment.get("graph").get("step").asInt());
    }

    @Test
    void a_graph_that_is_too_large_does_not_keep_the_page_from_opening() {
        JsonNode moment = moment(client.get("/?data=micrograd-demo&layers=16,16&sample=all"));
        assertTrue(moment.get("topology").isNull());
        assertTrue(moment.get("graph").isNull());
        assertEquals(100, moment.get("frame").get("outputs").size());
    }

    @Test
    void all_that_the_page_names_is_there_and_from_this_server() {
        String page = client.get("/").text();
        Matcher addresses = ADDRESS.matcher(page);
        int count = 0;
        while (addresses.find()) {
            assertEquals(200, client.get(addresses.group(1)).status(), addresses.group(1));
            count++;
        }
        assertTrue(count >= 5, page);
        String foreign = page.replace(LIVE.url(), "");
        assertFalse(foreign.contains("http://") || foreign.contains("https://"), page);
    }

    @Test
    void nothing_in_the_page_is_script_or_style_of_its_own() {
        String page = client.get("/?rate=%3Cscript%3Ealert(1)%3C/script%3E").text();
        assertFalse(Pattern.compile("<script(?![^>]* src=)|<style| style=| on[a-z]+=", Pattern.CASE_INSENSITIVE)
                .matcher(MOMENT.matcher(page).replaceAll(""))
                .find());
        assertFalse(page.contains("<script>alert"), page);
    }

    @Test
    void the_page_is_sent_small() throws IOException {
        Answer plain = client.get("/");
        Answer small = client.get("/", "Accept-Encoding", "gzip");
        assertEquals("gzip", small.header("Content-Encoding"));
        assertEquals("Accept-Encoding", small.header("Vary"));
        assertEquals("Accept-Encoding", plain.header("Vary"));
        assertEquals("", plain.header("Content-Encoding"));
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(small.response().body()))) {
            assertEquals(plain.text(), new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        assertTrue(small.response().body().length < 30_000);
    }

    @Test
    void head_answers_without_the_body() {
        Answer head = client.send("HEAD", "/?step=3", new byte[0]);
        assertEquals(200, head.status());
        assertEquals("text/html;charset=utf-8", head.header("Content-Type"));
        assertEquals(0, head.response().body().length);
        assertEquals(400, client.send("HEAD", "/?step=x", new byte[0]).status());
    }

    private static JsonNode moment(Answer page) {
        Matcher moment = MOMENT.matcher(page.text());
        assertTrue(moment.find(), page.text());
        return new JsonMapper()
                .readTree(moment.group(1)
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#x27;", "'")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"));
    }
}
