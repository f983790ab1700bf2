package glassgrad.web;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of a request's body, once it is known to be text, and not too much of it. */
final class Body {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final String LIMIT = "A body may have at most 2 MiB (2,097,152 bytes).";

    private Body() {}

    /** @throws Refused if the body is too large, of another kind than JSON, or not UTF-8 */
    static String text(Context request) {
        if (request.req().getContentLengthLong() > MAX_BYTES) {
            throw new Refused(Problems.ofStatus(413));
        }
        if (!isJson(request.contentType())) {
            throw new Refused(Problem.of(
                    415,
                    "unsupported content type",
                    "The body must be JSON, sent with Content-Type: application/json."));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.bodyAsBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(Problem.of(400, "not UTF-8", "The body must be written in UTF-8."));
        }
    }

    /** A missing content type is taken for JSON: then the body itself decides. */
    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }
}
