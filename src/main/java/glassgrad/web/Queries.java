package glassgrad.web;

import glassgrad.training.InvalidInput;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of an API's address. */
final class Queries {
    private Queries() {}

    static String required(Context request, String name) {
        String text = request.queryParam(name);
        if (text == null || text.isEmpty()) {
            throw new InvalidInput(name, "The address must say it: ?%s=...".formatted(name));
        }
        return text;
    }

    static int integer(Context request, String name, int fallback) {
        String text = request.queryParam(name);
        try {
            return text == null ? fallback : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(name, "It must be a whole number.");
        }
    }

    static double number(Context request, String name, double fallback) {
        Double number = number(request, name);
        return number == null ? fallback : number;
    }

    /** Null if the address does not say it. */
    static @Nullable Double number(Context request, String name) {
        String text = request.queryParam(name);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(name, "It must be a number.");
        }
    }
}
