package glassgrad.web;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** A look over a whole text before it is read: is it one JSON value, and is null only where null means something? */
final class JsonText {
    /** "All the samples", in a recipe and in an edit; and the half of a recipe's data that is not used. */
    private static final Pattern NULLABLE = Pattern.compile(
            "(recipe\\.)?(training\\.batchSize|edits\\[\\d+]\\.set\\.training\\.batchSize|data\\.(name|points))");

    private JsonText() {}

    /** @throws Refused if it is not */
    static void check(JsonParser parser) {
        try {
            if (parser.nextToken() == null) {
                throw new Refused(Problem.of(400, "not JSON", "The body is empty; it must be a JSON object."));
            }
            readValue(parser);
            if (parser.nextToken() != null) {
                throw new Refused(JsonProblems.trailing(parser.currentTokenLocation()));
            }
        } catch (JacksonException e) {
            throw new Refused(JsonProblems.ofText(e, field(parser.streamReadContext())));
        }
    }

    private static void readValue(JsonParser parser) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (depth > 0) {
                token = parser.nextToken();
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_NULL) {
                checkNull(field(parser.streamReadContext()));
            }
        } while (depth > 0);
    }

    private static void checkNull(String field) {
        if (!NULLABLE.matcher(field).matches()) {
            throw new Refused(Problem.at(field, "wrong type", "Must not be null."));
        }
    }

    /** "data.points[3].x[0]" */
    private static String field(TokenStreamContext place) {
        TokenStreamContext parent = place.getParent();
        if (parent == null) {
            return "";
        }
        String outside = field(parent);
        if (place.inArray()) {
            return outside + "[" + place.getCurrentIndex() + "]";
        }
        String name = place.currentName();
        return name == null ? outside : outside.isEmpty() ? name : outside + "." + name;
    }
}
