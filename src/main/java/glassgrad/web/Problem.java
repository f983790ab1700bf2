package glassgrad.web;

import glassgrad.expression.ExpressionMistake;
import glassgrad.training.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, in words for people: RFC 9457 problem details.
 *
 * @param title the kind of problem, always the same words for the same kind
 * @param detail what is wrong here, and the limit that was broken
 * @param field where in the request: "training.learningRate", "edits[1].set"
 * @param line the line of a mistake in a text, counted from 1
 * @param column the column of that mistake, counted from 1
 */
public record Problem(
        int status,
        String title,
        String detail,
        @Nullable String field,
        @Nullable Integer line,
        @Nullable Integer column) {
    public static final String CONTENT_TYPE = "application/problem+json";

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, null, null, null);
    }

    /** A problem of one field of the request. */
    public static Problem at(String field, String title, String detail) {
        return new Problem(400, title, detail, field.isEmpty() ? null : field, null, null);
    }

    static Problem of(InvalidInput e) {
        return at(e.field(), "invalid value", e.getMessage());
    }

    /** A problem of an expression's text, or of the names of its inputs. */
    static Problem in(ExpressionMistake mistake) {
        boolean inSource = mistake.line() > 0;
        return new Problem(
                400,
                "mistake in the expression",
                String.valueOf(mistake.getMessage()),
                inSource ? "source" : "inputs",
                inSource ? mistake.line() : null,
                inSource ? mistake.column() : null);
    }
}
