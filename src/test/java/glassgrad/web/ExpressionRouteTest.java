package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of expressions as the server writes it. */
class ExpressionRouteTest {
    private static final Pattern BOARD = Pattern.compile("data-board=\"([^\"]*)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void the_page_begins_with_the_lectures_expression_computed() {
        Answer page = client.get("/expressions");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        JsonNode board = board(page);
        assertEquals(-8, board.at("/sheet/value").asDouble());
        assertEquals(client.get("/api/expressions/examples").json(), board.get("examples"));
        assertFalse(board.has("problem"));
        assertFalse(board.has("mistake"));
    }

    @Test
    void the_page_begins_with_the_expression_of_its_address() {
        JsonNode board =
                board(client.get("/expressions?source=b%20%3D%20a%20%2B%20a&inputs=a:5&overwrite=on&selected=a"));
        assertEquals("b = a + a", board.get("source").asString());
        assertEquals(10, board.at("/sheet/value").asDouble());
        assertEquals("[\"a\"]", board.at("/sheet/wrong").toString());
        assertEquals("a", board.get("selected").asString());
        assertTrue(board.get("overwrite").asBoolean());
    }

    @Test
    void an_expression_with_a_mistake_is_kept_and_its_place_is_said() {
        Answer page = client.get("/expressions?source=b%20=%20a%20*&inputs=a:5");
        assertEquals(200, page.status());
        JsonNode board = board(page);
        assertEquals("b = a *", board.get("source").asString());
        assertEquals("{\"a\":5.0}", board.get("inputs").toString());
        assertTrue(board.get("sheet").isNull());
        assertEquals(8, board.at("/mistake/column").asInt());
    }

    @Test
    void an_address_that_cannot_be_read_as_a_whole_keeps_the_rest_and_says_why() {
        Answer page = client.get("/expressions?source=b%20=%20a%20%2B%20a&inputs=a:two");
        assertEquals(400, page.status());
        JsonNode board = board(page);
        assertEquals("b = a + a", board.get("source").asString());
        assertEquals(2, board.at("/sheet/value").asDouble());
        assertEquals(
                "This address cannot be read as a whole: \"two\" is not a number.",
                board.at("/problem/detail").asString());
        JsonNode fast = board(client.get("/expressions?source=a&rate=1e9"));
        assertEquals(0.01, fast.get("rate").asDouble());
        assertEquals("rate", fast.at("/problem/field").asString());
    }

    @Test
    void ten_thousand_operations_fit_into_an_address() {
        JsonNode board = board(client.get("/expressions?inputs=a:0.5&source=a" + "%2Ba".repeat(10_000)));
        assertEquals(5_000.5, board.at("/sheet/value").asDouble());
    }

    @Test
    void all_that_the_page_names_is_there_and_from_this_server() {
        String page = client.get("/expressions").text();
        Matcher addresses = ADDRESS.matcher(page);
        while (addresses.find()) {
            assertEquals(200, client.get(addresses.group(1)).status(), addresses.group(1));
        }
        assertFalse(page.contains("http://") || page.contains("https://"), page);
    }

    @Test
    void nothing_in_the_page_is_script_or_style_of_its_own() {
        String page = client.get("/expressions?source=%3Cscript%3Ealert(1)%3C/script%3E%22")
                .text();
        assertFalse(Pattern.compile("<script(?![^>]* src=)|<style| style=| on[a-z]+=", Pattern.CASE_INSENSITIVE)
                .matcher(BOARD.matcher(page).replaceAll(""))
                .find());
        assertFalse(page.contains("<script>alert"), page);
    }

    @Test
    void each_page_names_itself_among_the_pages() {
        assertTrue(client.get("/expressions")
                .text()
                .contains("<a href=\"/expressions\" aria-current=\"page\">Expressions</a>"));
        assertTrue(client.get("/").text().contains("<a href=\"/\" aria-current=\"page\">Playground</a>"));
    }

    private static JsonNode board(Answer page) {
        Matcher board = BOARD.matcher(page.text());
        assertTrue(board.find(), page.text());
        return new JsonMapper()
                .readTree(board.group(1)
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#x27;", "'")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"));
    }
}
