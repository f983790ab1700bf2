package glassgrad.expression;

import glassgrad.engine.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source made into values, computed forward and backward.
 *
 * <p>A source is a row of statements, separated by {@code ;} or by lines: {@code name = formula}, and at the end, if one
 * likes, a formula alone. The last statement is the result. {@code #} begins a comment.
 *
 * @param root the result, on which {@link Value#backward} has been called
 * @param named every input, then every other name that was given a value; a name given twice stands for the last
 */
public record Expression(Value root, Map<String, Value> named) {
    /**
     * Evaluates a source.
     *
     * @param inputs the names that have a value before the first statement
     * @throws ExpressionMistake if the source, or the name of an input, cannot be understood
     */
    public static Expression of(String source, Map<String, Double> inputs) {
        Budget.checkLength(source);
        Names names = new Names(inputs);
        Value root = statements(Tokens.of(source), names);
        root.backward();
        return new Expression(root, Collections.unmodifiableMap(names.all()));
    }

    /** The result. */
    public double value() {
        return root.data;
    }

    /** How fast the result changes as each named value does; 0 for an input that the result does not use. */
    public Map<String, Double> gradients() {
        Map<String, Double> gradients = new LinkedHashMap<>();
        named.forEach((name, value) -> gradients.put(name, value.gradient));
        return gradients;
    }

    private static Value statements(Tokens tokens, Names names) {
        Budget budget = new Budget();
        Value result = null;
        Token unnamed = null;
        while (hasMore(tokens)) {
            if (unnamed != null) {
                throw unnamed.mistake("This result is not kept: only the last statement may stand without a name."
                        + " Give it one, as in c = a + b.");
            }
            Token first = tokens.peek();
            if (first.is(Token.Kind.NAME) && tokens.peekSecond().is("=")) {
                tokens.read();
                tokens.read();
                result = names.give(first, new Formula(tokens, names, budget).read());
            } else {
                unnamed = first;
                result = new Formula(tokens, names, budget).read().toValue();
            }
        }
        return required(result, tokens.peek());
    }

    /** Skips what separates statements. */
    private static boolean hasMore(Tokens tokens) {
        while (tokens.peek().endsStatement() && !tokens.peek().is(Token.Kind.END)) {
            tokens.read();
        }
        return !tokens.peek().is(Token.Kind.END);
    }

    private static Value required(@Nullable Value result, Token end) {
        if (result == null) {
            throw end.mistake("There is nothing to compute: expected a formula, such as a*b + 1.");
        }
        return result;
    }
}
