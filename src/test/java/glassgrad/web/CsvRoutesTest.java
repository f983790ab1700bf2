package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CsvRoutesTest {
    private static final String FLOWERS = """
            length;width;flower
            5,1;3,5;setosa
            7,0;3,2;versicolor
            6,3;;virginica
            6,3;3,3;virginica
            """;

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void a_file_becomes_points_that_a_run_can_learn() {
        JsonNode answer = read(FLOWERS, "").json();
        assertEquals(";", answer.get("separator").asString());
        assertEquals(
                "[\"setosa\",\"versicolor\",\"virginica\"]",
                answer.get("classes").toString());
        assertEquals("[1,2]", answer.get("inputs").toString());
        assertEquals(
                "{\"name\":\"flower\",\"kind\":\"class\"}",
                answer.get("columns").get(2).toString());
        assertEquals(
                "{\"x\":[7.0,3.2],\"y\":[0.0,1.0,0.0]}",
                answer.get("points").get(1).toString());
        assertEquals(1, answer.get("droppedCount").asInt());
        assertEquals(4, answer.get("dropped").get(0).get("line").asInt());
        assertEquals(
                "The cell of width is empty.",
                answer.get("dropped").get(0).get("reason").asString());

        ObjectNode recipe = new JsonMapper().createObjectNode();
        recipe.putObject("data").set("points", answer.get("points"));
        recipe.putObject("network").putArray("layers").add(4).add(3);
        Answer run = client.post("/api/runs", recipe.toString());
        assertEquals(200, run.status(), run.text());
        assertEquals(3, run.json().get("frame").get("outputs").size());
    }

    @Test
    void the_query_says_which_columns_are_what() {
        JsonNode answer = read("1,2,0\n3,4,1\n5,6,2", "?inputs=2&targets=1,3").json();
        assertEquals(
                "{\"x\":[4.0],\"y\":[3.0,1.0]}", answer.get("points").get(1).toString());
        JsonNode classes = read("1,2,0\n3,4,1\n5,6,2", "?classes=true").json();
        assertEquals(
                "{\"x\":[3.0,4.0],\"y\":[0.0,1.0,0.0]}",
                classes.get("points").get(1).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | ''             | body    | two columns",
                "1            | ''             | body    | two columns",
                "1,2          | ?inputs=3      | inputs  | from 1 to 2",
                "1,2          | ?targets=0     | targets | from 1 to 2",
                "1,2          | ?targets=x     | targets | from 1 to 2",
                "1,2          | ?inputs=1,1    | inputs  | twice",
                "1,2          | ?inputs=1,2    | inputs  | both",
                "1,2          | ?targets=1,2   | inputs  | at least 1",
            })
    void what_makes_no_sense_is_refused_with_field_and_limit(String text, String query, String field, String part) {
        Answer refused = read(text, query);
        assertEquals(400, refused.status(), refused.text());
        assertEquals(field, refused.json().get("field").asString());
        assertTrue(refused.json().get("detail").asString().contains(part), refused.text());
    }

    @Test
    void too_many_columns_are_refused_with_the_limit() {
        Answer refused = read("1,".repeat(30) + "1", "");
        assertEquals("inputs", refused.json().get("field").asString());
        assertTrue(refused.json().get("detail").asString().contains("20"), refused.text());
    }

    private Answer read(String text, String query) {
        return client.send("POST", "/api/data/csv" + query, text.getBytes(StandardCharsets.UTF_8));
    }
}
