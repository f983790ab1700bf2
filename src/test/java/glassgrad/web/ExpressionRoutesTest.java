package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import glassgrad.web.Client.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExpressionRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void every_golden_expression_has_its_value_and_gradients() {
        Golden.read("expressions.json")
                .get("cases")
                .valueStream()
                .filter(golden -> !golden.get("kind").asString().equals("sequence"))
                .forEach(golden -> {
                    Answer answer = client.post("/api/expressions", question(golden));
                    assertEquals(200, answer.status(), answer.text());
                    assertClose(golden.get("value"), answer.json().get("value"), golden);
                    golden.get("grads")
                            .propertyStream()
                            .forEach(gradient -> assertClose(
                                    gradient.getValue(),
                                    answer.json().get("gradients").get(gradient.getKey()),
                                    golden));
                });
    }

    @Test
    void a_mistake_is_told_in_the_letters_of_its_source() {
        Answer answer = client.post("/api/expressions", "{\"source\": \"α + β\"}");
        assertEquals(400, answer.status());
        assertTrue(answer.json().get("detail").asString().contains("\"α\" has no value yet"), answer.text());
    }

    @Test
    void more_inputs_than_anyone_has_are_refused_and_long_names_are_cut_in_messages() {
        ObjectNode inputs = JSON.createObjectNode();
        for (int i = 0; i <= 10_000; i++) {
            inputs.put("x" + i, i);
        }
        ObjectNode question = JSON.createObjectNode().put("source", "x1").set("inputs", inputs);
        Answer refused = client.post("/api/expressions", question.toString());
        assertEquals("inputs", refused.json().get("field").asString());
        assertTrue(refused.json().get("detail").asString().contains("10,000"), refused.text());

        Answer unknown = client.post("/api/expressions", "{\"source\": \"%s\"}".formatted("n".repeat(50_000)));
        assertEquals(400, unknown.status());
        assertTrue(unknown.text().length() < 1_000, unknown.text());
    }

    @Test
    void the_graph_comes_with_the_answer() {
        JsonNode answer = client.post(
                        "/api/expressions",
                        "{\"source\": \"d = a*b; L = (d + c)*f\", \"inputs\": {\"a\": 2, \"b\": -3, \"c\": 10, \"f\": -2}}")
                .json();
        assertEquals(-8.0, answer.get("value").asDouble());
        assertEquals(6.0, answer.get("gradients").get("a").asDouble());
        JsonNode last = answer.get("graph")
                .get("nodes")
                .get(answer.get("graph").get("nodes").size() - 1);
        assertEquals(answer.get("graph").get("root"), last.get("id"));
        assertEquals("L", last.get("label").asString());
        assertEquals("[4.0,-2.0]", last.get("partials").toString().replace("[-2.0,4.0]", "[4.0,-2.0]"));
    }

    @Test
    void graphviz_gets_its_own_language() {
        byte[] question = "{\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}}".getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(
                "POST",
                "/api/expressions",
                question,
                "Content-Type",
                "application/json",
                "Accept",
                "text/vnd.graphviz");
        assertEquals(200, answer.status(), answer.text());
        assertEquals("text/vnd.graphviz", answer.header("Content-Type"));
        assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
        assertTrue(answer.text().contains("\"a\" [label=\"{ a | data 3.0000 | grad 2.0000 }\" shape=record]"));
    }

    @Test
    void numbers_that_json_cannot_write_are_words_in_both_directions() {
        JsonNode answer = client.post(
                        "/api/expressions", "{\"source\": \"a + b\", \"inputs\": {\"a\": \"-Infinity\", \"b\": 1}}")
                .json();
        assertEquals("-Infinity", answer.get("value").asString());
        assertEquals(
                "\"NaN\"",
                client.post("/api/expressions", "{\"source\": \"a\", \"inputs\": {\"a\": \"NaN\"}}")
                        .json()
                        .get("value")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"source\": \"a +\", \"inputs\": {\"a\": 1}}  | source | 1",
                "{\"source\": \"a = 1\\nb = (2\"}             | source | 2",
                "{\"source\": \"q\"}                         | source | 1",
                "{\"source\": \"\"}                          | source | 1",
            })
    void a_mistake_says_its_line_and_column(String body, String field, int line) {
        Answer answer = client.post("/api/expressions", body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals("mistake in the expression", answer.json().get("title").asString());
        assertEquals(field, answer.json().get("field").asString());
        assertEquals(line, answer.json().get("line").asInt());
        assertTrue(answer.json().get("column").asInt() >= 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"inputs\": {\"a\": 1}}                        | source",
                "{\"source\": 5}                                | source",
                "{\"source\": null}                             | source",
                "{\"source\": \"a\", \"inputs\": [1]}            | inputs",
                "{\"source\": \"a\", \"inputs\": {\"a\": \"x\"}}   | inputs.a",
                "{\"source\": \"a\", \"inputs\": {\"a\": \"INF\"}} | inputs.a",
                "{\"source\": \"a\", \"inputs\": {\"a\": null}}  | inputs.a",
                "{\"source\": \"name\", \"inputs\": {\"name\": null}} | inputs.name",
                "{\"source\": \"a\", \"inputs\": {\"1a\": 1}}    | inputs",
                "{\"source\": \"a\", \"input\": {\"a\": 1}}      | input",
            })
    void a_wrong_field_is_named(String body, String field) {
        Answer answer = client.post("/api/expressions", body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.json().get("field").asString(), answer.text());
        assertFalse(answer.json().has("line"));
    }

    private static String question(JsonNode golden) {
        ObjectNode question = JSON.createObjectNode();
        question.set("source", golden.get("expr"));
        question.set("inputs", golden.get("inputs"));
        // In a golden file -0.0 is a text; on the wire it is a number.
        return JSON.writeValueAsString(question).replace("\"-0.0\"", "-0.0");
    }

    private static void assertClose(JsonNode golden, JsonNode actual, JsonNode of) {
        double expected = Golden.number(golden);
        double number = Golden.number(actual);
        double tolerance = Double.isFinite(expected) ? 1e-12 * Math.max(1, Math.abs(expected)) : 0;
        assertEquals(expected, number, tolerance, of.toString());
    }
}
