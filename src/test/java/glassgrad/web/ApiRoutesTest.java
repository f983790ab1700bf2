package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The document of the interface, and the interface that answers: each is held against the other. */
class ApiRoutesTest {
    @RegisterExtension
    static final LiveServer SERVER = LiveServer.thatKeepsLinks();

    private Client client = SERVER.client();
    private JsonNode document = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();

    @BeforeEach
    void read() {
        client = SERVER.client();
        document = client.get("/api", "Accept", "application/json").json();
    }

    @Test
    void it_is_an_openapi_document_in_which_every_reference_leads_somewhere() {
        assertEquals("3.1.0", document.get("openapi").asString());
        assertEquals("0.1.0", document.get("info").get("version").asString());
        assertTrue(document.get("paths").size() >= 30, document.get("paths").size() + " paths");
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertTrue(references.size() > 100);
        for (String reference : references) {
            assertTrue(document.at(reference.substring(1)).isObject(), reference);
        }
    }

    @Test
    void every_parameter_of_a_path_is_told() {
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    long told = operation
                            .getValue()
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.get("in").asString().equals("path"))
                            .count();
                    assertEquals(
                            Pattern.compile("\\{").splitAsStream(path.getKey()).count() - 1, told, path.getKey());
                    assertFalse(operation.getValue().get("summary").asString().isBlank());
                }));
    }

    @Test
    void every_operation_that_is_told_is_answered() {
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    String address = path.getKey().replace("{run}", "0").replaceAll("\\{\\w+}", "1");
                    Answer answer = client.send(
                            operation.getKey(),
                            address,
                            "{}".getBytes(StandardCharsets.UTF_8),
                            "Accept",
                            "application/json");
                    assertNotEquals(405, answer.status(), address);
                    if (answer.status() == 404) {
                        assertTrue(
                                List.of("unknown run", "unknown link")
                                        .contains(answer.json().get("title").asString()),
                                answer.text());
                    }
                }));
    }

    @Test
    void answers_have_the_form_that_is_told() {
        JsonNode run = client.post("/api/runs", "{}").json();
        String frame = "/api/runs/" + run.get("run").asString() + "/frames/0";
        String link = client.post("/api/links", "{}").json().get("id").asString();
        Map<String, JsonNode> answers = new TreeMap<>();
        answers.put("post /api/runs", run);
        answers.put(
                "post /api/runs/{run}/steps",
                client.post("/api/runs/" + run.get("run").asString() + "/steps", "{\"to\": 3}")
                        .json());
        String told = "get /api/runs/{run}/frames/{step}";
        answers.put(told, client.get(frame).json());
        answers.put(told + "/graph", client.get(frame + "/graph").json());
        answers.put(told + "/health", client.get(frame + "/health").json());
        answers.put(
                told + "/slope",
                client.get(frame + "/slope?parameter=layer1.neuron1.w1").json());
        answers.put(
                told + "/explanation",
                client.get(frame + "/explanation?node=layer1.neuron1.w1").json());
        answers.put(
                told + "/paths",
                client.get(frame + "/paths?node=layer1.neuron1.w1").json());
        answers.put(
                told + "/surface",
                client.get(frame + "/surface?x=layer1.neuron1.w1&y=layer1.neuron1.w2")
                        .json());
        answers.put(told + "/course", client.get(frame + "/course").json());
        answers.put(told + "/practice", client.get(frame + "/practice").json());
        answers.put("get /api/links/{id}", client.get("/api/links/" + link).json());
        answers.put(
                "get /api/links/{id}/reproduction",
                client.get("/api/links/" + link + "/reproduction").json());
        answers.put(
                "post /api/expressions",
                client.post("/api/expressions", "{\"source\": \"b = a + a\", \"inputs\": {\"a\": 3}}")
                        .json());
        answers.forEach((operation, answer) -> {
            String[] words = operation.split(" ", -1);
            JsonNode schema = document.get("paths")
                    .get(words[1])
                    .get(words[0])
                    .get("responses")
                    .get("2XX")
                    .at("/content/application~1json/schema");
            assertFits(schema, answer, operation);
        });
    }

    @Test
    void people_get_a_page_of_it() {
        Answer page = client.get("/api", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        document.get("paths")
                .propertyStream()
                .forEach(path -> assertTrue(page.text().contains(path.getKey()), path.getKey()));
    }

    /** Every required property is there, every property is told, and each is of its type. */
    private void assertFits(JsonNode schema, JsonNode value, String where) {
        JsonNode form = followed(schema);
        if (value.isNull() || form.isEmpty()) {
            return;
        }
        if (form.has("oneOf")) {
            assertTrue(
                    value.isNumber() || List.of("NaN", "Infinity", "-Infinity").contains(value.asString()), where);
        } else if (form.has("allOf")) {
            assertObject(form.get("allOf").valueStream().map(this::followed).toList(), value, where);
        } else {
            switch (form.get("type").asString()) {
                case "object" -> assertObject(List.of(form), value, where);
                case "array" -> value.valueStream().forEach(part -> assertFits(form.get("items"), part, where + "[]"));
                case "integer" -> assertTrue(value.isIntegralNumber(), where);
                case "boolean" -> assertTrue(value.isBoolean(), where);
                default -> assertTrue(value.isString(), where);
            }
        }
    }

    private void assertObject(List<JsonNode> forms, JsonNode value, String where) {
        assertTrue(value.isObject(), where);
        Map<String, JsonNode> told = new TreeMap<>();
        for (JsonNode form : forms) {
            form.path("required").valueStream().forEach(name -> {
                assertNotNull(value.get(name.asString()), where + "." + name.asString());
            });
            form.path("properties").propertyStream().forEach(part -> told.put(part.getKey(), part.getValue()));
        }
        JsonNode more = forms.get(0).get("additionalProperties");
        value.propertyStream().forEach(part -> {
            JsonNode form = told.getOrDefault(part.getKey(), more);
            assertNotNull(form, where + "." + part.getKey() + " is not told");
            assertFits(form, part.getValue(), where + "." + part.getKey());
        });
    }

    private JsonNode followed(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.valueStream().forEach(child -> collect(child, references));
    }
}
