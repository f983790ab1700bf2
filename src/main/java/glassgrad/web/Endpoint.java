package glassgrad.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of the interface, from which both the routes and their documentation are made.
 *
 * @param method "get", "post" or "delete"
 * @param path with its parameters in braces
 * @param summary what it is for, in a sentence
 * @param query what may stand behind the question mark, by name
 * @param body what is sent; null for nothing
 * @param answer what comes back; null for something else than JSON, or nothing
 * @param beside what stands in the answer beside the parts of its type: "step", "sample"
 */
record Endpoint(
        String method,
        String path,
        String summary,
        Map<String, String> query,
        @Nullable Class<?> body,
        @Nullable Class<?> answer,
        List<String> beside,
        Handler handler) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static Endpoint get(String path, String summary, Handler handler) {
        return new Endpoint("get", path, summary, Map.of(), null, null, List.of(), handler);
    }

    static Endpoint post(String path, String summary, @Nullable Class<?> body, Handler handler) {
        return new Endpoint("post", path, summary, Map.of(), body, null, List.of(), handler);
    }

    static Endpoint delete(String path, String summary, Handler handler) {
        return new Endpoint("delete", path, summary, Map.of(), null, null, List.of(), handler);
    }

    Endpoint answering(Class<?> type, String... beside) {
        return new Endpoint(method, path, summary, query, body, type, List.of(beside), handler);
    }

    /** With one parameter more behind the question mark. */
    Endpoint with(String name, String meaning) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, meaning);
        return new Endpoint(method, path, summary, more, body, answer, beside, handler);
    }

    /** The parameters in the path. */
    List<String> pathParameters() {
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(path);
        while (parameter.find()) {
            names.add(parameter.group(1));
        }
        return names;
    }

    void install(RoutesConfig routes) {
        switch (method) {
            case "get" -> Routes.get(routes, path, handler);
            case "post" -> routes.post(path, handler);
            case "delete" -> routes.delete(path, handler);
            default -> throw new IllegalStateException(method);
        }
    }
}
