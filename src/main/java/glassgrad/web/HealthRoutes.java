package glassgrad.web;

import io.javalin.http.Context;

/** For the host: is the process alive, and may requests be sent to it? */
final class HealthRoutes {
    private HealthRoutes() {}

    static void live(Context request) {
        answer(request, "{\"status\":\"live\"}");
    }

    /** Training needs no store: the server is ready without it, and says what is wrong with it. */
    static void ready(Context request, StoreWatch store) {
        answer(request, "{\"status\":\"ready\",\"links\":\"" + store.state() + "\"}");
    }

    /** Written by hand: the first answer of a new process does not wait for the JSON library to load. */
    private static void answer(Context request, String json) {
        request.contentType("application/json").result(json);
    }
}
