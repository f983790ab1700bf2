package glassgrad.web;

import io.javalin.http.Context;
import java.util.Map;

/** For the host: is the process alive, and may requests be sent to it? */
final class HealthRoutes {
    private HealthRoutes() {}

    static void live(Context request) {
        Json.answer(request, Map.of("status", "live"));
    }

    static void ready(Context request) {
        Json.answer(request, Map.of("status", "ready"));
    }
}
