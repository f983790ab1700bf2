package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExplanationRoutesTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void every_node_of_a_graph_is_explained_with_the_graphs_numbers() {
        String step = step("{}", 5);
        for (String sample : new String[] {"2", "all"}) {
            JsonNode graph = get(step + "/graph?sample=" + sample);
            for (JsonNode node : graph.get("nodes")) {
                JsonNode why = get(step + "/explanation?sample=" + sample + "&node=" + encoded(node.get("id")));
                assertEquals(5, why.get("step").asInt());
                assertEquals(graph.get("sample"), why.get("sample"));
                assertEquals(node.get("id"), why.get("node"));
                assertEquals(node.get("group"), why.get("group"));
                assertEquals(node.get("op"), why.at("/value/op"));
                assertEquals(node.get("data"), why.at("/value/data"));
                assertEquals(node.get("gradient"), why.at("/gradient/gradient"));
                for (int i = 0; i < node.get("operands").size(); i++) {
                    assertEquals(node.get("operands").get(i), why.at("/value/operands/" + i + "/id"));
                    assertEquals(node.get("partials").get(i), why.at("/value/operands/" + i + "/partial"));
                }
                assertTrue(why.at("/nudge/agreement").asDouble() < 1e-3, why.toString());
            }
        }
    }

    @Test
    void a_gradient_that_is_not_zeroed_starts_from_what_was_carried_over() {
        String run = run("{\"training\": {\"zeroGrad\": false}}");
        double before = get(run + "4").at("/gradients/1").asDouble();
        JsonNode why = get(run + "5/explanation?sample=all&node=layer1.neuron1.w2");
        assertEquals("carried", why.at("/gradient/start").asString());
        assertEquals(before, why.at("/gradient/from").asDouble());
        assertEquals(
                get(run + "5").at("/gradients/1").asDouble(),
                why.at("/gradient/gradient").asDouble(),
                1e-12);
        assertTrue(why.at("/nudge/agreement").asDouble() < 1e-4, why.toString());
        JsonNode paths = get(run + "5/paths?sample=all&node=layer1.neuron1.w2");
        assertEquals(
                paths.get("gradient").asDouble(),
                paths.get("carried").asDouble() + paths.get("sum").asDouble(),
                1e-12);
        JsonNode shares = get(run + "5/shares?parameter=layer1.neuron1.w2");
        assertEquals(before, shares.get("carried").asDouble());
        JsonNode alone = get(run + "5/explanation?sample=1&node=layer1.neuron1.w2");
        assertEquals("zero", alone.at("/gradient/start").asString());
    }

    @Test
    void a_sweeps_sums_end_at_the_gradients_that_the_graph_shows() {
        for (String sample : new String[] {"2", "all"}) {
            String step = step("{\"training\": {\"zeroGrad\": false}}", 5);
            JsonNode graph = get(step + "/graph?sample=" + sample);
            JsonNode sweep = get(step + "/sweep?sample=" + sample);
            assertEquals(graph.get("sample"), sweep.get("sample"));
            Map<String, JsonNode> last = new HashMap<>();
            int slot = sweep.get("sums").size();
            for (int k = graph.get("nodes").size() - 1; k >= 0; k--) {
                JsonNode operands = graph.get("nodes").get(k).get("operands");
                slot -= operands.size();
                for (int i = 0; i < operands.size(); i++) {
                    last.put(operands.get(i).asString(), sweep.get("sums").get(slot + i));
                }
            }
            assertEquals(0, slot);
            for (JsonNode node : graph.get("nodes")) {
                if (!node.get("id").equals(graph.get("root"))) {
                    assertEquals(node.get("gradient"), last.get(node.get("id").asString()));
                }
            }
            assertEquals(sample.equals("all") ? 41 : 0, sweep.get("carried").size());
            assertFalse(sweep.get("overwritten").asBoolean());
        }
    }

    @Test
    void the_state_of_an_optimizer_is_a_table_with_a_column_for_each_thing_that_it_remembers() {
        String recipe = "{\"training\": {\"optimizer\": \"momentum\", \"momentum\": 0.5, \"learningRate\": 0.01}}";
        JsonNode before = get(step(recipe, 0));
        JsonNode first = get(step(recipe, 1) + "/optimizer");
        assertEquals(List.of("step", "optimizer", "state"), List.copyOf(first.propertyNames()));
        assertEquals(1, first.get("step").asInt());
        assertEquals("momentum", first.get("optimizer").asString());
        assertEquals("velocity", first.at("/state/0/name").asString());
        assertEquals("velocity", first.at("/state/0/title").asString());
        // From rest, the first velocity is the first gradient.
        assertEquals(before.get("gradients"), first.at("/state/0/values"));
        JsonNode adam = get(step("{\"training\": {\"optimizer\": \"adam\"}}", 3) + "/optimizer");
        assertEquals("mean", adam.at("/state/0/name").asString());
        assertEquals("square", adam.at("/state/1/name").asString());
        assertEquals(41, adam.at("/state/1/values").size());
        assertEquals(0, get(step("{}", 3) + "/optimizer").get("state").size());
    }

    @Test
    void paths_shares_slope_and_update_tell_of_the_same_gradient() {
        String run = run("{\"training\": {\"l2\": 0.01}}");
        String step = run + "3";
        String parameter = "layer2.neuron3.w1";
        JsonNode frame = get(step);
        int index = 16 + 10;
        double gradient = frame.get("gradients").get(index).asDouble();
        JsonNode paths = get(step + "/paths?sample=all&most=3&node=" + parameter);
        assertEquals(3, paths.get("paths").size());
        assertEquals(gradient, paths.get("sum").asDouble(), 1e-12);
        JsonNode shares = get(step + "/shares?parameter=" + parameter);
        assertEquals(gradient, shares.get("sum").asDouble(), 1e-12);
        assertEquals(4, shares.get("shares").size());
        assertEquals(4, shares.get("largest").size());
        assertTrue(shares.get("rest").isNull());
        JsonNode one = get(step + "/shares?most=1&sample=2&parameter=" + parameter);
        assertEquals(2, one.at("/largest/0/sample").asInt());
        assertEquals(shares.at("/shares/2"), one.at("/largest/0/share"));
        assertEquals(3, one.at("/rest/count").asInt());
        JsonNode all = get(step + "/shares?sample=1");
        assertEquals(shares.get("shares").get(1), all.get("shares").get(index));
        JsonNode slope = get(step + "/slope?points=17&from=-1&to=1&parameter=" + parameter);
        assertEquals(gradient, slope.get("derivative").asDouble(), 1e-12);
        assertEquals(17, slope.get("points").size());
        assertEquals(frame.get("loss"), slope.get("loss"));
        JsonNode update = get(step + "/update");
        assertEquals(parameter, update.at("/parameters/" + index + "/name").asString());
        assertEquals(gradient, update.at("/parameters/" + index + "/gradient").asDouble());
        assertEquals(get(run + "4").at("/values/" + index), update.at("/parameters/" + index + "/next"));
        assertFalse(update.has("adam"));
        assertFalse(update.get("parameters").get(0).has("edited"));
    }

    @Test
    void a_surface_comes_with_the_way_that_training_took() {
        String run = run("{}");
        JsonNode surface = get(run + "40/surface?points=9&xFrom=-2&xTo=2&x=layer1.neuron1.w1&y=layer2.neuron1.b");
        assertEquals(9, surface.get("points").asInt());
        assertEquals(9, surface.get("losses").size());
        assertEquals(-2, surface.at("/x/from").asDouble());
        assertEquals(0, surface.at("/path/0/step").asInt());
        JsonNode last = surface.get("path").get(surface.get("path").size() - 1);
        assertEquals(40, last.get("step").asInt());
        assertEquals(get(run + "40").at("/values/0"), last.get("x"));
        assertEquals(get(run + "41").at("/values/0"), surface.at("/next/x"));
    }

    @Test
    void health_gives_its_findings_with_their_limits() {
        JsonNode sick = get(step("{\"edits\": [{\"step\": 0, \"set\": {\"layer1.neuron2.b\": 20}}]}", 0) + "/health");
        assertEquals("saturated", sick.at("/findings/0/kind").asString());
        assertEquals("layer1.neuron2", sick.at("/findings/0/where").asString());
        assertEquals(0.97, sick.at("/findings/0/limit").asDouble());
        assertEquals(1, sick.at("/findings/0/share").asDouble());
        assertFalse(sick.get("findings").get(0).has("message"));
        assertEquals(3, sick.get("layers").size());
        assertTrue(sick.at("/thresholds/0/reason").asString().contains("0.97"));
        String run = run("{\"network\": {\"activation\": \"linear\", \"outputActivation\": \"linear\"},"
                + " \"training\": {\"learningRate\": 100}}");
        JsonNode stopped = get(run + "1000").get("stopped");
        JsonNode broken = get(run + "1000/health");
        assertEquals("non-finite", broken.at("/findings/0/kind").asString());
        assertEquals(stopped.get("node"), broken.at("/findings/0/where"));
    }

    @Test
    void adamw_shows_its_moments() {
        JsonNode update = get(step("{\"training\": {\"optimizer\": \"adamw\"}}", 2) + "/update");
        assertEquals("adamw", update.get("optimizer").asString());
        assertEquals(0.9, update.at("/adam/beta1").asDouble());
        assertFalse(update.has("momentum") || update.get("parameters").get(0).has("velocity"));
        assertTrue(update.at("/parameters/0/moments").has("vHat"));
    }

    @Test
    void where_a_run_stopped_there_is_no_update() {
        String run = run("{\"network\": {\"activation\": \"linear\", \"outputActivation\": \"linear\"},"
                + " \"training\": {\"learningRate\": 100}}");
        JsonNode frame = get(run + "1000");
        JsonNode update = get(run + "1000/update");
        assertEquals(frame.get("stopped"), update.get("stopped"));
        assertFalse(get(run + "0/update").has("stopped"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "explanation?sample=0 node",
                "explanation?node=q node",
                "explanation?node=x1&sample=9 sample",
                "explanation?node=x1&by=2 by",
                "explanation?node=x1&by=small by",
                "explanation?node=x1&most=0 most",
                "paths?node=x1&most=101 most",
                "paths?node=x1&most=1.5 most",
                "paths?node=q node",
                "sweep?sample=4 sample",
                "shares?parameter=w parameter",
                "shares?parameter=layer1.neuron1.b&most=0 most",
                "shares?sample=4 sample",
                "shares?sample=all sample",
                "slope parameter",
                "slope?parameter=w parameter",
                "slope?parameter=layer1.neuron1.b&points=10 points",
                "slope?parameter=layer1.neuron1.b&from=1e9 from",
                "surface?y=layer1.neuron1.b x",
                "surface?x=layer1.neuron1.b y",
                "surface?x=layer1.neuron1.b&y=layer1.neuron1.b y",
                "surface?x=layer1.neuron1.b&y=layer1.neuron1.w1&points=129 points",
                "surface?x=layer1.neuron1.b&y=layer1.neuron1.w1&yTo=no yTo",
                "practice?count=51 count",
                "practice?seed=x seed",
                "practice?sample=9 sample",
            })
    void what_is_wrong_with_a_question_is_named(String question, String field) {
        Answer answer = client.get(step("{}", 0) + "/" + question);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.json().get("field").asString(), answer.text());
        assertTrue(answer.json().get("detail").asString().endsWith("."), answer.text());
    }

    @Test
    void an_unknown_run_says_so() {
        for (String what :
                new String[] {"explanation", "paths", "sweep", "shares", "slope", "update", "health", "practice"}) {
            Answer answer = client.get("/api/runs/0123/frames/0/" + what + "?node=x1&parameter=w");
            assertEquals(404, answer.status());
            assertEquals("unknown run", answer.json().get("title").asString());
        }
    }

    private String run(String recipe) {
        return "/api/runs/" + client.post("/api/runs", recipe).json().get("run").asString() + "/frames/";
    }

    private String step(String recipe, int step) {
        return run(recipe) + step;
    }

    private JsonNode get(String path) {
        Answer answer = client.get(path);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static String encoded(JsonNode id) {
        return URLEncoder.encode(id.asString(), StandardCharsets.UTF_8);
    }
}
