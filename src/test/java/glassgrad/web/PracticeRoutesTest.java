package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PracticeRoutesTest {
    private static final String EXPRESSION =
            "\"source\": \"d = a*b; e = a + b; f = d*e\", \"inputs\": {\"a\": -2, \"b\": 3}";

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void every_exercise_of_a_series_can_be_answered_from_the_graph() {
        String step = step(6);
        for (String sample : new String[] {"1", "\"all\""}) {
            String plain = sample.replace("\"", "");
            JsonNode graph = get(step + "/graph?sample=" + plain);
            JsonNode series = get(step + "/practice?seed=3&count=10&sample=" + plain);
            assertEquals(10, series.get("exercises").size());
            for (JsonNode exercise : series.get("exercises")) {
                String quantity = exercise.get("quantity").asString();
                JsonNode node = graph.get("nodes")
                        .valueStream()
                        .filter(one -> one.get("id").equals(exercise.get("node")))
                        .findFirst()
                        .orElseThrow();
                double right = node.get(quantity).asDouble();
                String asked = "{\"sample\": " + sample + ", \"node\": " + exercise.get("node") + ", \"quantity\": \""
                        + quantity + "\", \"answer\": ";
                JsonNode yes = post(step + "/practice", asked + right + "}");
                assertTrue(yes.get("right").asBoolean(), yes.toString());
                assertFalse(yes.has("mistake"));
                assertEquals(right, yes.get("expected").asDouble());
                JsonNode no = post(step + "/practice", asked + -right + "}");
                assertFalse(no.get("right").asBoolean());
                assertEquals("sign", no.at("/mistake/kind").asString());
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_series() {
        String step = step(6);
        assertEquals(get(step + "/practice?seed=12&sample=all"), get(step + "/practice?seed=12&sample=all"));
        assertEquals(
                get(step + "/practice?seed=0&count=10&sample=0").get("exercises"),
                get(step + "/practice").get("exercises"));
    }

    @Test
    void a_series_may_ask_for_gradients_alone() {
        for (JsonNode series : List.of(
                get(step(6) + "/practice?quantity=gradient"),
                post("/api/expressions/practice/series", "{" + EXPRESSION + ", \"quantity\": \"gradient\"}"))) {
            assertFalse(series.get("exercises").isEmpty());
            for (JsonNode exercise : series.get("exercises")) {
                assertEquals("gradient", exercise.get("quantity").asString());
            }
        }
        Answer refused = client.get(step(6) + "/practice?quantity=slope");
        assertEquals(400, refused.status());
        assertEquals("quantity", refused.json().get("field").asString());
    }

    @Test
    void an_expression_can_be_practised_too() {
        JsonNode missed = post(
                "/api/expressions/practice",
                "{" + EXPRESSION + ", \"node\": \"a\", \"quantity\": \"gradient\", \"answer\": -6}");
        assertEquals("missed-contribution", missed.at("/mistake/kind").asString());
        assertEquals("[\"d\"]", missed.at("/mistake/missing").toString());
        JsonNode series = post("/api/expressions/practice/series", "{" + EXPRESSION + ", \"seed\": 5, \"count\": 4}");
        assertEquals(5, series.get("seed").asInt());
        assertEquals(4, series.get("exercises").size());
        assertEquals(8, series.get("candidates").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quantity\": \"data\", \"answer\": 1} | node",
                "{\"node\": \"x1\", \"answer\": 1} | quantity",
                "{\"node\": \"x1\", \"quantity\": \"slope\", \"answer\": 1} | quantity",
                "{\"node\": \"x1\", \"quantity\": \"data\"} | answer",
                "{\"node\": \"x1\", \"quantity\": \"data\", \"answer\": \"one\"} | answer",
                "{\"node\": \"x9\", \"quantity\": \"data\", \"answer\": 1} | node",
                "{\"node\": \"x1\", \"quantity\": \"data\", \"answer\": 1, \"sample\": 7} | sample",
                "{\"node\": \"x1\", \"quantity\": \"data\", \"answer\": 1, \"sample\": \"x\"} | sample",
            })
    void what_is_wrong_with_an_answer_is_named(String body, String field) {
        Answer answer = client.post(step(0) + "/practice", body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.json().get("field").asString(), answer.text());
    }

    private String step(int step) {
        return "/api/runs/" + client.post("/api/runs", "{}").json().get("run").asString() + "/frames/" + step;
    }

    private JsonNode get(String path) {
        Answer answer = client.get(path);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private JsonNode post(String path, String body) {
        Answer answer = client.post(path, body);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }
}
