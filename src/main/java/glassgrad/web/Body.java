package glassgrad.web;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a request's body, once it is known to be text, and not too much of it. Whether it is JSON, the body itself
 * decides: curl's {@code -d} calls everything a form.
 */
final class Body {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final String LIMIT = "A body may have at most 2 MiB (2,097,152 bytes).";

    private Body() {}

    /** @throws Refused if the body is too large, or not UTF-8 */
    static String text(Context request) {
        if (request.req().getContentLengthLong() > MAX_BYTES) {
            throw new Refused(Problems.ofStatus(413));
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
}
