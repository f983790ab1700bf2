package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExpressionExplanationTest {
    private static final String SUM = "\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}";
    private static final String PRODUCT =
            "\"source\": \"d = a*b; e = a + b; f = d*e\", \"inputs\": {\"a\": -2, \"b\": 3}";

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void a_value_used_twice_is_added_to_twice() {
        JsonNode why = post("/explanation", "{" + SUM + ", \"node\": \"a\"}");
        assertEquals(2, why.at("/gradient/gradient").asDouble());
        assertEquals(2, why.at("/gradient/terms").size());
        assertEquals(1, why.at("/gradient/terms/0/sum").asDouble());
        assertEquals(2, why.at("/nudge/quotient").asDouble(), 1e-9);
        JsonNode first = post("/explanation", "{" + SUM + ", \"node\": \"a\", \"most\": 1}");
        assertEquals(1, first.at("/gradient/terms").size());
        assertEquals(1, first.at("/gradient/rest/sum").asDouble());
    }

    @Test
    void overwriting_instead_of_adding_gives_the_lectures_wrong_answers() {
        JsonNode sum = post("", "{" + SUM + ", \"overwrite\": true}");
        assertEquals(1, sum.at("/gradients/a").asDouble());
        assertEquals(2, sum.at("/correct/a").asDouble());
        JsonNode product = post("", "{" + PRODUCT + ", \"overwrite\": true}");
        assertEquals(-6, product.get("value").asDouble());
        assertEquals(-3, product.at("/correct/a").asDouble());
        assertEquals(-8, product.at("/correct/b").asDouble());
        // What remains is what d = a*b hands back, the last to be reached: e's 1 times the other factor.
        assertEquals(3, product.at("/gradients/a").asDouble());
        assertEquals(-2, product.at("/gradients/b").asDouble());
        JsonNode right = post("", "{" + PRODUCT + "}");
        assertEquals(-3, right.at("/gradients/a").asDouble());
        assertEquals(-8, right.at("/gradients/b").asDouble());
        assertFalse(right.has("correct"));
        JsonNode why = post("/explanation", "{" + PRODUCT + ", \"node\": \"a\", \"overwrite\": true}");
        assertTrue(why.at("/gradient/overwritten").asBoolean());
        assertEquals(3, why.at("/gradient/gradient").asDouble());
        assertTrue(why.at("/nudge/agreement").asDouble() > 0.1);
    }

    @Test
    void a_sweep_adds_one_contribution_after_the_other_or_loses_the_one_before() {
        JsonNode right = post("/sweep", "{" + SUM + "}");
        assertEquals("[1.0,1.0]", right.get("contributions").toString());
        assertEquals("[1.0,2.0]", right.get("sums").toString());
        JsonNode wrong = post("/sweep", "{" + SUM + ", \"overwrite\": true}");
        assertEquals("[1.0,1.0]", wrong.get("contributions").toString());
        assertEquals("[1.0,1.0]", wrong.get("sums").toString());
        assertTrue(wrong.get("overwritten").asBoolean());
    }

    @Test
    void paths_lead_through_an_expression() {
        JsonNode paths = post("/paths", "{" + PRODUCT + ", \"node\": \"b\"}");
        assertEquals("2", paths.get("count").asString());
        assertEquals("[\"b\",\"e\",\"f\"]", paths.at("/paths/0/nodes").toString());
        assertEquals(-6, paths.at("/paths/0/product").asDouble());
        assertEquals(-2, paths.at("/paths/1/product").asDouble());
        assertEquals(-8, paths.get("sum").asDouble());
    }

    @Test
    void every_example_can_be_evaluated_as_it_comes() {
        JsonNode examples = client.get("/api/expressions/examples").json();
        assertEquals(7, examples.size());
        for (JsonNode example : examples) {
            String body = "\"source\": " + example.get("source") + ", \"inputs\": " + example.get("inputs");
            post("", "{" + body + "}");
            post("/explanation", "{" + body + ", \"node\": " + example.get("node") + "}");
        }
        JsonNode softmax = examples.get(6);
        assertEquals(
                2.1755153626167147,
                post("", "{\"source\": " + softmax.get("source") + ", \"inputs\": " + softmax.get("inputs") + "}")
                        .get("value")
                        .asDouble(),
                1e-15);
    }

    @Test
    void ten_thousand_operations_or_a_thousand_parentheses_work_everywhere() {
        String sum = "\"source\": \"a" + "+a".repeat(10_000) + "\", \"inputs\": {\"a\": 0.5}";
        String deep =
                "\"source\": \"" + "tanh(".repeat(1_000) + "a" + ")".repeat(1_000) + "\", \"inputs\": {\"a\": 0.5}";
        for (String source : new String[] {sum, deep}) {
            JsonNode answer = post("", "{" + source + "}");
            JsonNode gradient = answer.at("/gradients/a");
            assertEquals(
                    gradient,
                    post("/explanation", "{" + source + ", \"node\": \"a\"}").at("/gradient/gradient"));
            assertEquals(
                    gradient.asDouble(),
                    post("/paths", "{" + source + ", \"node\": \"a\", \"most\": 100}")
                            .get("sum")
                            .asDouble(),
                    1e-12);
            JsonNode sums = post("/sweep", "{" + source + "}").get("sums");
            // The first operation is the last to hand anything on; the innermost tanh is alone there, a + a is not.
            assertEquals(gradient, sums.get(source.contains("+") ? 1 : 0));
            String answered = "{" + source + ", \"node\": \"a\", \"quantity\": \"gradient\", \"answer\": ";
            assertTrue(post("/practice", answered + gradient + "}").get("right").asBoolean());
            post("/practice", answered + "5}");
            assertEquals(
                    10,
                    post("/practice/series", "{" + source + "}")
                            .get("exercises")
                            .size());
        }
    }

    @Test
    void more_than_that_is_refused_with_the_limit() {
        String operations = "{\"source\": \"a" + "+a".repeat(20_001) + "\", \"inputs\": {\"a\": 1}}";
        assertTrue(client.post("/api/expressions", operations).text().contains("20,000 operations"));
        String deep = "{\"source\": \"" + "(".repeat(1_001) + "1" + ")".repeat(1_001) + "\"}";
        assertTrue(client.post("/api/expressions", deep).text().contains("1,000 deep"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/explanation | {\"source\": \"a\", \"inputs\": {\"a\": 1}} | node",
                "/explanation | {\"node\": \"a\"} | source",
                "/explanation | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": \"b\"} | node",
                "/explanation | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": \"a\", \"by\": 0} | by",
                "/explanation | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": \"a\", \"most\": 1001} | most",
                "/explanation | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": 5} | node",
                "/explanation | {\"source\": \"a +\", \"node\": \"a\"} | source",
                "/paths | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": \"a\", \"most\": 0} | most",
                "/paths | {\"source\": \"a\", \"inputs\": {\"a\": 1}} | node",
                "/sweep | {\"inputs\": {\"a\": 1}} | source",
                "/sweep | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"node\": \"a\"} | node",
                "'' | {\"source\": \"a\", \"inputs\": {\"a\": 1}, \"overwrite\": 1} | overwrite",
            })
    void what_is_wrong_with_a_question_is_named(String path, String body, String field) {
        Answer answer = client.post("/api/expressions" + path, body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.json().get("field").asString(), answer.text());
    }

    private JsonNode post(String path, String body) {
        Answer answer = client.post("/api/expressions" + path, body);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }
}
