package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the page of expressions asks for: everything at once, and steps along the gradient. */
class ExpressionSheetTest {
    private static final String PRODUCT =
            "\"source\": \"d = a*b; e = a + b; f = d*e\", \"inputs\": {\"a\": -2, \"b\": 3}";
    private static final String LECTURE =
            "\"source\": \"e = a*b; d = e + c; L = d*f\"," + " \"inputs\": {\"a\": 2, \"b\": -3, \"c\": 10, \"f\": -2}";

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void a_sheet_is_the_expression_with_all_its_numbers() {
        JsonNode sheet = post("/sheet", "{" + PRODUCT + "}");
        JsonNode plain = post("", "{" + PRODUCT + "}");
        assertEquals(plain.get("value"), sheet.get("value"));
        assertEquals(plain.at("/graph/root"), sheet.get("root"));
        for (JsonNode name : sheet.get("names")) {
            assertEquals(plain.get("gradients").get(name.get("name").asString()), name.get("gradient"));
        }
        assertEquals(5, sheet.get("names").size());
        assertEquals(3, sheet.get("statements").size());
        assertEquals("{\"a\":-2.0,\"b\":3.0}", sheet.get("inputs").toString());
        for (int i = 0; i < plain.at("/graph/nodes").size(); i++) {
            JsonNode node = plain.at("/graph/nodes").get(i);
            assertEquals(node.get("data"), sheet.at("/graph/data").get(i));
            assertEquals(node.get("gradient"), sheet.at("/graph/gradients").get(i));
            assertEquals(node.get("id"), sheet.at("/topology/nodes").get(i).get("id"));
        }
        assertEquals(0, sheet.get("wrong").size());
    }

    @Test
    void a_topology_is_sent_once_and_is_another_when_the_graph_is() {
        JsonNode first = post("/sheet", "{" + PRODUCT + "}");
        String name = first.at("/graph/topology").asString();
        String known = ", \"topology\": \"" + name + "\"}";
        JsonNode moved = post("/sheet", "{" + PRODUCT.replace("-2", "7") + known);
        assertEquals(name, moved.at("/graph/topology").asString());
        assertTrue(moved.get("topology").isNull());
        JsonNode spaced = post("/sheet", "{" + PRODUCT.replace("a*b", "a  *  b") + known);
        assertTrue(spaced.get("topology").isNull());
        JsonNode other = post("/sheet", "{" + PRODUCT.replace("a*b", "b*a") + known);
        assertNotEquals(name, other.at("/graph/topology").asString());
        assertFalse(other.get("topology").isNull());
    }

    @Test
    void overwriting_marks_what_is_wrong_beside_what_is_right() {
        JsonNode sheet = post("/sheet", "{" + PRODUCT + ", \"overwrite\": true}");
        assertEquals("[\"a\",\"b\"]", sheet.get("wrong").toString());
        JsonNode a = sheet.get("names").get(0);
        assertEquals(3, a.get("gradient").asDouble());
        assertEquals(-3, a.get("correct").asDouble());
        JsonNode d = sheet.get("names").get(2);
        assertEquals(d.get("correct"), d.get("gradient"));
    }

    @Test
    void a_zero_of_the_other_sign_is_not_wrong() {
        String source = "{\"source\": \"t = a * -2; L = t*z\", \"inputs\": {\"a\": 1, \"z\": 0}";
        JsonNode sheet = post("/sheet", source + ", \"overwrite\": true}");
        assertEquals(0, Math.abs(sheet.get("names").get(0).get("gradient").asDouble()));
        assertTrue(sheet.get("wrong").isEmpty(), sheet.get("wrong").toString());
    }

    @Test
    void names_without_a_value_are_filled_in_or_a_mistake() {
        JsonNode sheet = post("/sheet", "{\"source\": \"o = tanh(n)\", \"missing\": 1}");
        assertEquals("{\"n\":1.0}", sheet.get("inputs").toString());
        assertEquals(
                400,
                client.post("/api/expressions/sheet", "{\"source\": \"o = tanh(n)\"}")
                        .status());
    }

    @Test
    void what_the_result_does_not_depend_on_has_no_node() {
        JsonNode names =
                post("/sheet", "{\"source\": \"a = 2; b = 3; c = b*b\"}").get("names");
        assertTrue(names.get(0).get("node").isNull());
        assertEquals(0, names.get(0).get("gradient").asDouble());
        assertEquals(6, names.get(1).get("gradient").asDouble());
        assertEquals(
                "{\"line\":1,\"column\":12,\"endLine\":1,\"endColumn\":13}",
                names.get(1).get("number").toString());
    }

    @Test
    void a_step_moves_the_chosen_leaves_all_at_once() {
        JsonNode step = post("/step", "{" + LECTURE + ", \"leaves\": [\"a\", \"b\", \"c\", \"f\"], \"rate\": 0.01}");
        assertEquals(-7.286496, step.get("value").asDouble(), 1e-12);
        assertEquals(
                "{\"a\":2.06,\"b\":-3.04,\"c\":9.98,\"f\":-1.96}",
                step.get("moved").toString());
        JsonNode moved =
                post("/sheet", "{\"source\": \"e = a*b; d = e + c; L = d*f\", \"inputs\": " + step.get("moved") + "}");
        assertEquals(step.get("value"), moved.get("value"));
    }

    @Test
    void a_step_by_wrong_gradients_goes_where_they_lead() {
        String twice = "\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": [\"a\"], \"rate\": 1";
        assertEquals(10, post("/step", "{" + twice + "}").get("value").asDouble());
        assertEquals(
                8,
                post("/step", "{" + twice + ", \"overwrite\": true}")
                        .get("value")
                        .asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sheet | {} | source",
                "/sheet | {\"source\": \"a +\", \"missing\": 1} | source",
                "/sheet | {\"source\": \"a\", \"missing\": \"one\"} | missing",
                "/sheet | {\"source\": \"1\", \"topology\": 5} | topology",
                "/step | {\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": [\"b\"]} | leaves",
                "/step | {\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": [\"q\"]} | leaves",
                "/step | {\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": \"a\"} | leaves",
                "/step | {\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": [], \"rate\": 1001} | rate",
                "/step | {\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}, \"leaves\": [], \"rate\": \"NaN\"} | rate",
                "/step | {\"leaves\": []} | source",
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
