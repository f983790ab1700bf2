package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GraphRoutesTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void the_graph_of_the_batch_has_the_numbers_of_the_frame() {
        JsonNode run = client.post("/api/runs", "{\"training\": {\"l2\": 0.1}}").json();
        String path = frames(run) + "6";
        JsonNode frame = client.get(path).json();
        JsonNode graph = client.get(path + "/graph?sample=all").json();
        Map<String, JsonNode> nodes = byId(graph);

        assertEquals(6, graph.get("step").asInt());
        assertEquals("all", graph.get("sample").asString());
        assertEquals(
                frame.get("loss").asDouble(),
                node(nodes, graph.get("root").asString()).get("data").asDouble(),
                1e-12);
        for (int i = 0; i < run.get("parameters").size(); i++) {
            JsonNode parameter = node(nodes, run.get("parameters").get(i).asString());
            assertEquals(frame.get("values").get(i), parameter.get("data"));
            assertEquals(
                    frame.get("gradients").get(i).asDouble(),
                    parameter.get("gradient").asDouble(),
                    1e-12);
        }
    }

    @Test
    void every_gradient_is_what_its_consumers_hand_back() {
        JsonNode run = client.post("/api/runs", "{}").json();
        JsonNode graph = client.get(frames(run) + "3/graph?sample=2").json();
        Map<String, Double> sums = new HashMap<>();
        sums.put(graph.get("root").asString(), 1.0);
        for (JsonNode node : graph.get("nodes")) {
            for (int i = 0; i < node.get("operands").size(); i++) {
                sums.merge(
                        node.get("operands").get(i).asString(),
                        node.get("gradient").asDouble()
                                * node.get("partials").get(i).asDouble(),
                        Double::sum);
            }
        }
        for (JsonNode node : graph.get("nodes")) {
            String id = node.get("id").asString();
            assertEquals(sums.getOrDefault(id, 0.0), node.get("gradient").asDouble(), 1e-12, id);
        }
    }

    @Test
    void without_a_sample_it_is_the_first() {
        JsonNode run = client.post("/api/runs", "{}").json();
        JsonNode graph = client.get(frames(run) + "0/graph").json();
        assertEquals(0, graph.get("sample").asInt());
        assertEquals(2.0, node(byId(graph), "x1").get("data").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "all"})
    void topology_and_numbers_together_are_the_graph(String sample) {
        JsonNode run = client.post("/api/runs", "{\"training\": {\"l2\": 0.1}}").json();
        String path = frames(run) + "3/graph?sample=" + sample;
        JsonNode graph = client.get(path).json();
        JsonNode topology = client.get(path + "&part=topology").json();
        JsonNode numbers = client.get(path + "&part=numbers").json();

        assertEquals(topology.get("topology"), numbers.get("topology"));
        assertEquals(graph.get("step"), numbers.get("step"));
        assertEquals(graph.get("sample"), numbers.get("sample"));
        assertEquals(graph.get("root"), topology.get("root"));
        assertEquals(graph.get("nodes").size(), topology.get("nodes").size());
        int partial = 0;
        for (int i = 0; i < graph.get("nodes").size(); i++) {
            JsonNode whole = graph.get("nodes").get(i);
            JsonNode node = topology.get("nodes").get(i);
            for (String field : List.of("id", "op", "label", "operands", "group")) {
                assertEquals(whole.get(field), node.get(field));
            }
            assertEquals(whole.get("data"), numbers.get("data").get(i));
            assertEquals(whole.get("gradient"), numbers.get("gradients").get(i));
            for (JsonNode expected : whole.get("partials")) {
                assertEquals(expected, numbers.get("partials").get(partial++));
            }
        }
        assertEquals(partial, numbers.get("partials").size());
    }

    @Test
    void a_part_that_is_none_is_refused() {
        JsonNode run = client.post("/api/runs", "{}").json();
        Answer answer = client.get(frames(run) + "0/graph?part=half");
        assertEquals(400, answer.status());
        assertEquals("part", answer.json().get("field").asString());
    }

    @Test
    void steps_bring_the_numbers_of_the_graph_with_them() {
        JsonNode run = client.post("/api/runs", "{}").json();
        JsonNode steps = steps(run, "{\"to\": 5, \"graph\": {\"sample\": 1}}").json();
        assertEquals(5, steps.at("/frame/step").asInt());
        assertEquals(client.get(frames(run) + "5/graph?sample=1&part=numbers").json(), steps.get("graph"));
        assertEquals(
                List.of("from", "losses", "frame"),
                List.copyOf(steps(run, "{\"to\": 5}").json().propertyNames()));
    }

    @Test
    void steps_are_answered_though_their_graph_is_too_large_to_be_shown() {
        JsonNode run = client.post(
                        "/api/runs",
                        "{\"data\": {\"name\": \"micrograd-demo\"}, \"network\": {\"layers\": [16, 16, 1]}}")
                .json();
        JsonNode steps =
                steps(run, "{\"to\": 1, \"graph\": {\"sample\": \"all\"}}").json();
        assertEquals(1, steps.at("/frame/step").asInt());
        assertFalse(steps.has("graph"));
        assertTrue(steps.at("/graphProblem/detail").asString().contains("at most 20,000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"some\"", "\"0\"", "1.5", "true", "[0]", "{}", "99999999999"})
    void steps_refuse_a_graph_of_a_sample_that_is_none(String sample) {
        JsonNode run = client.post("/api/runs", "{}").json();
        Answer answer = steps(run, "{\"to\": 1, \"graph\": {\"sample\": " + sample + "}}");
        assertEquals(400, answer.status());
        assertEquals("graph.sample", answer.json().get("field").asString());
    }

    @Test
    void a_large_answer_is_compressed_for_those_who_can_read_it() throws IOException {
        JsonNode run = client.post("/api/runs", "{}").json();
        String path = frames(run) + "0/graph";
        Answer packed = client.get(path, "Accept-Encoding", "br, gzip;q=0.5");
        Answer plain = client.get(path, "Accept-Encoding", "gzip;q=0, identity");
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertEquals("", plain.header("Content-Encoding"));
        assertTrue(packed.response().body().length < plain.response().body().length / 4);
        try (InputStream unpacked =
                new GZIPInputStream(new ByteArrayInputStream(packed.response().body()))) {
            assertArrayEquals(plain.response().body(), unpacked.readAllBytes());
        }
    }

    @Test
    void graphviz_gets_its_own_language() {
        JsonNode run = client.post("/api/runs", "{}").json();
        Answer answer = client.get(frames(run) + "0/graph?sample=1", "Accept", "text/vnd.graphviz");
        assertEquals(200, answer.status());
        assertEquals("text/vnd.graphviz", answer.header("Content-Type"));
        assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
        assertTrue(answer.text().startsWith("digraph {"), answer.text());
        assertTrue(answer.text().contains("x1 | data 3.0000"), answer.text());
    }

    @Test
    void who_refuses_graphviz_gets_json() {
        JsonNode run = client.post("/api/runs", "{}").json();
        Answer answer = client.get(frames(run) + "0/graph", "Accept", "text/vnd.graphviz;q=0, */*");
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-1", "some", "1.5", "99999999999", ""})
    void a_sample_that_is_none_is_refused(String sample) {
        JsonNode run = client.post("/api/runs", "{}").json();
        Answer answer = client.get(frames(run) + "0/graph?sample=" + sample);
        assertEquals(400, answer.status());
        assertEquals("sample", answer.json().get("field").asString());
        assertTrue(answer.json().get("detail").asString().startsWith("The sample must be \"all\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"features\": [\"x1\", \"x1^2\", \"sin x2\"]"})
    void a_place_that_is_no_sample_has_the_graph_that_it_would_have_as_one(String features) {
        String recipe = "{\"data\": {\"points\": [{\"x\": [1, 2], \"y\": [1]}, {\"x\": [-1, 1], \"y\": [-1]}%s]%s}}";
        JsonNode run = client.post("/api/runs", recipe.formatted("", features)).json();
        JsonNode more = client.post("/api/runs", recipe.formatted(", {\"x\": [0.5, -3], \"y\": [-1]}", features))
                .json();
        JsonNode place = client.get(frames(run) + "0/graph?sample=0.5,-3:-1").json();
        JsonNode sample = client.get(frames(more) + "0/graph?sample=2").json();
        assertEquals("0.5,-3:-1", place.get("sample").asString());
        assertEquals(sample.get("nodes"), place.get("nodes"));
        assertEquals(sample.get("root"), place.get("root"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5:1       | inputs and targets, 3 and 1",
                "1,2,3:1,1   | inputs and targets, 3 and 1",
                "1,2,3:0.5   | hinge loss needs targets",
                "1,2,2e6:1   | 1,000,000",
                "1,2,x:1     | not a number",
                "1:2:3       | inputs:targets",
            })
    void a_place_that_could_be_no_sample_is_refused(String sample, String why) {
        JsonNode run = client.post("/api/runs", "{\"training\": {\"loss\": \"hinge\"}}")
                .json();
        Answer answer = client.get(frames(run) + "0/graph?sample=" + sample);
        assertEquals(400, answer.status());
        assertEquals("sample", answer.json().get("field").asString());
        assertTrue(answer.json().get("detail").asString().contains(why), answer.text());
    }

    @Test
    void a_graph_of_more_nodes_than_can_be_shown_is_refused_with_the_limit() {
        JsonNode run = client.post(
                        "/api/runs",
                        "{\"data\": {\"name\": \"micrograd-demo\"}, \"network\": {\"layers\": [16, 16, 1]}}")
                .json();
        Answer answer = client.get(frames(run) + "0/graph?sample=all");
        assertEquals(400, answer.status());
        assertTrue(answer.json().get("detail").asString().contains("at most 20,000"), answer.text());
        assertEquals(200, client.get(frames(run) + "0/graph?sample=99").status());
    }

    @Test
    void an_unknown_run_says_so() {
        assertEquals(
                "unknown run",
                client.get("/api/runs/0123/frames/0/graph").json().get("title").asString());
    }

    private Answer steps(JsonNode run, String body) {
        return client.post("/api/runs/" + run.get("run").asString() + "/steps", body);
    }

    private static String frames(JsonNode run) {
        return "/api/runs/" + run.get("run").asString() + "/frames/";
    }

    private static Map<String, JsonNode> byId(JsonNode graph) {
        Map<String, JsonNode> nodes = new HashMap<>();
        graph.get("nodes").forEach(node -> nodes.put(node.get("id").asString(), node));
        return nodes;
    }

    private static JsonNode node(Map<String, JsonNode> nodes, String id) {
        JsonNode node = nodes.get(id);
        if (node == null) {
            throw new AssertionError("There is no node " + id);
        }
        return node;
    }
}
