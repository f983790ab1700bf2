package glassgrad.web;

import glassgrad.engine.Version;
import glassgrad.web.view.ApiView;
import glassgrad.web.view.PageModel;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The interface, told: an OpenAPI document for programs and a page for people, both made from its table. */
final class ApiRoutes {
    private static final String TITLE = "Glassgrad: the interface";
    private static final String SUMMARY = "Everything that this server answers to programs: runs, their numbers and the"
            + " reasons behind them, links, expressions and exports, as JSON over HTTP.";

    private final Assets assets;
    private final List<Endpoint> endpoints;
    private @Nullable Map<String, Object> document;

    ApiRoutes(Assets assets, List<Endpoint> endpoints) {
        this.assets = assets;
        this.endpoints = endpoints;
    }

    /** The page, or the document where Accept does not ask for a page. */
    void answer(Context request) {
        request.header("Vary", "Accept, Accept-Encoding");
        if (!Accept.prefers(request, "text/html", Json.TYPE)) {
            Json.answer(request, document());
            return;
        }
        List<ApiView.Row> rows = endpoints.stream()
                .map(row -> new ApiView.Row(row.method(), row.path(), row.summary(), row.query()))
                .toList();
        request.header("Cache-Control", "no-cache")
                .contentType("text/html;charset=utf-8")
                .result(ApiView.render(
                        new PageModel(TITLE, SUMMARY, "", assets.base(), assets.style(), List.of(), "", false), rows));
    }

    /** Made when somebody asks: a start does not wait for it. */
    private synchronized Map<String, Object> document() {
        Map<String, Object> made = document == null ? document(endpoints) : document;
        document = made;
        return made;
    }

    private static Map<String, Object> document(List<Endpoint> endpoints) {
        ApiSchemas schemas = new ApiSchemas();
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Map<String, Object> methods = new LinkedHashMap<>();
            if (paths.get(endpoint.path()) instanceof Map<?, ?> there) {
                there.forEach((method, operation) -> methods.put(String.valueOf(method), operation));
            }
            methods.put(endpoint.method(), operation(endpoint, schemas));
            paths.put(endpoint.path(), methods);
        }
        Map<String, Object> problem = schemas.of(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Glassgrad", "version", Version.NUMBER, "description", SUMMARY));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.components(),
                        "responses",
                        Map.of(
                                "Problem",
                                Map.of(
                                        "description",
                                        "What is wrong, in a sentence: RFC 9457",
                                        "content",
                                        content(Problem.CONTENT_TYPE, problem)))));
        return document;
    }

    private static Map<String, Object> operation(Endpoint endpoint, ApiSchemas schemas) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", endpoint.summary());
        List<Object> parameters = new ArrayList<>();
        endpoint.pathParameters()
                .forEach(name -> parameters.add(
                        Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"))));
        endpoint.query()
                .forEach((name, meaning) -> parameters.add(Map.of(
                        "name", name, "in", "query", "description", meaning, "schema", Map.of("type", "string"))));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (endpoint.body() != null) {
            operation.put("requestBody", Map.of("content", content(Json.TYPE, schemas.of(endpoint.body()))));
        }
        Map<String, Object> answered = new LinkedHashMap<>();
        answered.put("description", "As asked");
        if (endpoint.answer() != null) {
            answered.put("content", content(Json.TYPE, answer(endpoint, schemas)));
        }
        operation.put(
                "responses", Map.of("2XX", answered, "default", Map.of("$ref", "#/components/responses/Problem")));
        return operation;
    }

    private static Map<String, Object> answer(Endpoint endpoint, ApiSchemas schemas) {
        Map<String, Object> schema = schemas.of(Objects.requireNonNull(endpoint.answer()));
        if (endpoint.beside().isEmpty()) {
            return schema;
        }
        Map<String, Object> beside = new LinkedHashMap<>();
        endpoint.beside().forEach(name -> beside.put(name, name.equals("step") ? Map.of("type", "integer") : Map.of()));
        return Map.of(
                "allOf",
                List.of(schema, Map.of("type", "object", "properties", beside, "required", endpoint.beside())));
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of(type, Map.of("schema", schema));
    }
}
