package glassgrad.web;

import glassgrad.training.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the JSON library says, in our own words: the field, and what it must be. */
final class JsonProblems {
    private static final Logger LOG = LoggerFactory.getLogger(JsonProblems.class);

    private JsonProblems() {}

    /** Of a text that is no JSON, or too much of it. */
    static Problem ofText(JacksonException e, String field) {
        if (e instanceof StreamConstraintsException) {
            return Problem.at(field, "JSON too large", tooLarge(e.getOriginalMessage()));
        }
        return e.getOriginalMessage().startsWith("Duplicate")
                ? Problem.at(
                        field, "field given twice", "A field may be given only once" + place(e.getLocation()) + ".")
                : Problem.at(field, "not JSON", "The body is not JSON" + place(e.getLocation()) + ".");
    }

    /** Of JSON that is not the JSON of what was asked for. */
    static Problem of(JacksonException e) {
        String field = field(e.getPath());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                return Problem.of(invalid);
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.at(field, "unknown field", unknown(unknown));
        }
        if (e instanceof InputCoercionException) {
            return Problem.at(field, "number too large", "This whole number is too large.");
        }
        if (e instanceof MismatchedInputException wrong) {
            return Problem.at(field, "wrong type", mustBe(wrong.getTargetType()));
        }
        if (e instanceof StreamReadException || e instanceof StreamConstraintsException) {
            return ofText(e, field);
        }
        LOG.warn("A body could not be read, and no sentence says why", e);
        return Problem.at(field, "wrong value", "This value cannot be read.");
    }

    static Problem trailing(TokenStreamLocation location) {
        return Problem.of(
                400, "trailing text", "The body must be one JSON object; more text follows it" + place(location) + ".");
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String unknown(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "There is no such field here."
                : "There is no such field here; there are "
                        + String.join(", ", known.stream().map(Object::toString).toList()) + ".";
    }

    private static String tooLarge(@Nullable String message) {
        String text = message == null ? "" : message;
        if (text.contains("nesting")) {
            return "The JSON may be nested at most " + Json.MAX_DEPTH + " deep.";
        }
        if (text.startsWith("Number")) {
            return "A number may have at most " + Json.MAX_DIGITS + " digits.";
        }
        if (text.startsWith("Name")) {
            return "The name of a field may have at most " + Json.MAX_NAME + " characters.";
        }
        return String.format(Locale.ROOT, "A text may have at most %,d characters.", Json.MAX_TEXT);
    }

    private static String mustBe(@Nullable Class<?> type) {
        if (type == null) {
            return "This value has the wrong type.";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "Must be true or false.";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "Must be a whole number.";
        }
        if (type == double.class || Number.class.isAssignableFrom(type)) {
            return "Must be a number.";
        }
        if (type == String.class || type.isEnum()) {
            return "Must be a text.";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "Must be a list.";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "Must be an object.";
        }
        return "This value has the wrong type.";
    }

    /** "data.points[3].x[0]" */
    private static String field(List<JacksonException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }
}
