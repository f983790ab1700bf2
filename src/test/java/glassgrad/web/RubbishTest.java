package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is posted, the answer is a problem of the asker's, in words for the asker. */
class RubbishTest {
    /** Names that belong to the code, and have no place in an answer. */
    private static final Pattern INTERNAL = Pattern.compile(
            "glassgrad\\.|java\\.|jackson|jetty|javalin|Exception|\\bat [a-z]+\\.|null pointer",
            Pattern.CASE_INSENSITIVE);

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/rubbish/recipes.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void a_recipe_that_is_none_is_refused_and_the_field_is_named(
            String body, String field, String title, String detail) {
        Answer answer = client.post("/api/runs", body);
        JsonNode problem = assertProblem(answer, 400);
        assertEquals(title, problem.get("title").asString());
        assertEquals(field == null ? "" : field, problem.path("field").asString(""));
        assertTrue(problem.get("detail").asString().contains(detail), answer.text());
    }

    @Test
    void unknown_fields_are_refused_at_every_level() {
        String recipe = """
                {"version": 1,
                 "data": {"points": [{"x": [1], "y": [1]}]},
                 "network": {"layers": [1]},
                 "training": {"schedule": {"name": "linear", "end": 0.1, "steps": 5}},
                 "edits": [{"step": 1, "set": {"training.l1": 0.1}}]}""";
        assertEquals(200, client.post("/api/runs", recipe).status());
        int objects = 0;
        for (int at = recipe.indexOf('{'); at >= 0; at = recipe.indexOf('{', at + 1)) {
            String spoiled = recipe.substring(0, at + 1) + "\"extra\": 1, " + recipe.substring(at + 1);
            JsonNode problem = assertProblem(client.post("/api/runs", spoiled), 400);
            assertTrue(problem.get("field").asString().endsWith("extra"), problem.toString());
            objects++;
        }
        assertEquals(8, objects);
    }

    @Test
    void every_value_of_a_wrong_type_is_named() {
        String recipe = """
                {"version": 1, "data": {"points": [{"x": [1], "y": [1]}]},
                 "network": {"layers": [1], "activation": "tanh", "outputActivation": "tanh", "bias": "zero", "seed": 5},
                 "training": {"loss": "hinge", "optimizer": "sgd", "learningRate": 0.1, "zeroGrad": true, "l1": 0, "l2": 0,
                              "schedule": "constant", "batchSize": 1},
                 "edits": [{"step": 1, "set": {"training.l1": 0.1}}]}""";
        assertEquals(200, client.post("/api/runs", recipe).status());
        for (String wrong : List.of("\"?\"", "{\"a\": 1}", "[[1]]", "true", "1.5", "null")) {
            for (String right : List.of(
                    ": 1,", ": [1]", ": \"tanh\"", ": \"zero\"", ": 5", ": \"hinge\"", ": \"sgd\"", ": \"constant\"")) {
                int at = recipe.indexOf(right);
                String spoiled = recipe.substring(0, at) + ": " + wrong + (right.endsWith(",") ? "," : "")
                        + recipe.substring(at + right.length());
                JsonNode problem = assertProblem(client.post("/api/runs", spoiled), 400);
                assertTrue(problem.has("field"), spoiled + " " + problem);
            }
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[random.nextInt(1, 200)];
            random.nextBytes(body);
            assertProblem(client.send("POST", "/api/runs", body, "Content-Type", "application/json"), 400);
        }
    }

    @Test
    void a_recipe_with_one_byte_changed_is_read_or_refused_but_never_breaks_the_server() {
        byte[] recipe = """
                {"data": {"points": [{"x": [0.5, -1e-3], "y": [1]}]}, "network": {"layers": [2, 1], "seed": 7},
                 "training": {"learningRate": 0.01, "batchSize": null}, "edits": [{"step": 2, "set": {"layer1.neuron1.b": 1}}]}""".getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(4);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] body = recipe.clone();
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            Answer answer = client.send("POST", "/api/runs", body, "Content-Type", "application/json");
            if (answer.status() != 200) {
                assertProblem(answer, 400);
            }
            statuses.add(answer.status());
        }
        assertTrue(statuses.contains(200) && statuses.contains(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void other_encodings_than_utf_8_are_refused(String encoding) {
        byte[] body = "{\"data\": {\"name\": \"\u00e4\"}}".getBytes(Charset.forName(encoding));
        assertProblem(
                client.send("POST", "/api/runs", body, "Content-Type", "application/json; charset=" + encoding), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html"
            })
    void whatever_a_body_is_called_it_is_read_as_json(String type) {
        assertEquals(
                200,
                client.send("POST", "/api/runs", bytes("{}"), "Content-Type", type)
                        .status());
        assertProblem(client.send("POST", "/api/runs", bytes("a=b"), "Content-Type", type), 400);
    }

    @Test
    void a_missing_content_type_is_taken_for_json() {
        assertEquals(200, client.send("POST", "/api/runs", bytes("{}")).status());
        assertProblem(client.send("POST", "/api/runs", bytes("hello")), 400);
    }

    @Test
    void a_body_that_is_too_large_names_the_limit() {
        byte[] body = bytes("{\"a\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}");
        JsonNode problem =
                assertProblem(client.send("POST", "/api/runs", body, "Content-Type", "application/json"), 413);
        assertEquals("body too large", problem.get("title").asString());
        assertTrue(problem.get("detail").asString().contains("2 MiB"), problem.toString());
    }

    @Test
    void nesting_is_bounded() {
        for (int depth : new int[] {17, 1_000, 100_000}) {
            JsonNode problem = assertProblem(
                    client.post("/api/runs", "{\"data\":" + "[".repeat(depth) + "]".repeat(depth) + "}"), 400);
            assertTrue(problem.get("detail").asString().contains("at most 16 deep"), problem.toString());
        }
    }

    @Test
    void numbers_names_and_texts_have_bounded_lengths() {
        assertTooLarge("{\"network\": {\"seed\": " + "1".repeat(401) + "}}", "400 digits");
        assertTooLarge("{\"" + "a".repeat(201) + "\": 1}", "200 characters");
        assertTooLarge("{\"data\": {\"name\": \"" + "a".repeat(100_001) + "\"}}", "100,000 characters");
    }

    @Test
    void all_limits_of_a_recipe_are_named() {
        assertLimit("{\"network\": {\"layers\": [1,1,1,1,1,1,1,1,1]}}", "network.layers", "at most 8 layers");
        assertLimit("{\"network\": {\"layers\": [257, 1]}}", "network.layers[0]", "at most 256 neurons");
        assertLimit("{\"network\": {\"layers\": [256, 256, 1]}}", "network.layers", "at most 20,000");
        assertLimit(points(2_001, 1), "data.points", "at most 2,000 samples");
        assertLimit(points(1, 21), "data.points[0].x", "at most 20 inputs");
        assertLimit(
                "{\"network\": {\"layers\": [120, 120, 1]}, " + points(2_000, 2).substring(1),
                "network.layers",
                "10,000,000");
        assertLimit(
                "{\"edits\": [" + "{\"step\": 1, \"set\": {\"training.l1\": 1}},".repeat(200)
                        + "{\"step\": 1, \"set\": {\"training.l1\": 1}}]}",
                "edits",
                "at most 200 edits");
    }

    private static String points(int samples, int inputs) {
        String point = "{\"x\": [" + "0,".repeat(inputs - 1) + "0], \"y\": [1]}";
        return "{\"data\": {\"points\": [" + (point + ",").repeat(samples - 1) + point + "]}}";
    }

    private void assertLimit(String recipe, String field, String limit) {
        JsonNode problem = assertProblem(client.post("/api/runs", recipe), 400);
        assertEquals("invalid value", problem.get("title").asString());
        assertEquals(field, problem.get("field").asString());
        assertTrue(problem.get("detail").asString().contains(limit), problem.toString());
    }

    private void assertTooLarge(String body, String limit) {
        JsonNode problem = assertProblem(client.post("/api/runs", body), 400);
        assertEquals("JSON too large", problem.get("title").asString(), problem.toString());
        assertTrue(problem.get("detail").asString().contains(limit), problem.toString());
    }

    private static JsonNode assertProblem(Answer answer, int status) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertFalse(INTERNAL.matcher(answer.text()).find(), answer.text());
        JsonNode problem = answer.json();
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("title").asString().isBlank());
        assertTrue(problem.get("detail").asString().endsWith("."), answer.text());
        return problem;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
