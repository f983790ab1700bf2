package glassgrad.expression;

import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source made into values, computed forward and backward.
 *
 * <p>A source is a row of statements, separated by {@code ;} or by lines: {@code name = formula}, and at the end, if one
 * likes, a formula alone. The last statement is the result. {@code #} begins a comment.
 *
 * @param root the result, on which {@link Value#backward} has been called
 * @param named every input that was given, then every other name in the order in which it got a value; a name given twice
 *     stands for the last
 * @param inputs the leaves that the statements took from outside, by their names: those that were given in their order, then
 *     those that were filled in
 * @param statements in the order of the source
 */
public record Expression(Value root, Map<String, Value> named, Map<String, Value> inputs, List<Statement> statements) {
    /**
     * Evaluates a source.
     *
     * @param inputs the names that have a value before the first statement
     * @throws ExpressionMistake if the source, or the name of an input, cannot be understood
     */
    public static Expression of(String source, Map<String, Double> inputs) {
        return of(source, inputs, null);
    }

    /**
     * As {@link #of(String, Map)}; but names that nobody gave a value are inputs too.
     *
     * @param missing their value; null if such a name is a mistake
     */
    public static Expression of(String source, Map<String, Double> inputs, @Nullable Double missing) {
        Budget.checkLength(source);
        Names names = new Names(inputs, missing);
        List<Statement> statements = new ArrayList<>();
        Value root = statements(Tokens.of(source), names, statements);
        root.backward();
        return new Expression(
                root,
                Collections.unmodifiableMap(names.all()),
                Collections.unmodifiableMap(names.inputs()),
                Collections.unmodifiableList(statements));
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

    private static Value statements(Tokens tokens, Names names, List<Statement> statements) {
        Budget budget = new Budget();
        Value result = null;
        Token unnamed = null;
        while (hasMore(tokens)) {
            if (unnamed != null) {
                throw unnamed.mistake("This result is not kept: only the last statement may stand without a name."
                        + " Give it one, as in c = a + b.");
            }
            Token first = tokens.peek();
            boolean named = first.is(Token.Kind.NAME) && tokens.peekSecond().is("=");
            if (named) {
                tokens.read();
                tokens.read();
            } else {
                unnamed = first;
            }
            Token formula = tokens.peek();
            Operand operand = new Formula(tokens, names, budget).read();
            result = named ? names.give(first, operand) : operand.toValue();
            Token last = tokens.previous();
            statements.add(new Statement(
                    named ? first.text() : "",
                    result,
                    Place.of(first, last),
                    isPlainNumber(formula, last) ? Place.of(formula, last) : null));
        }
        return required(result, tokens.peek());
    }

    /** Whether a formula is nothing but a number, with a sign at most. */
    private static boolean isPlainNumber(Token first, Token last) {
        boolean signed = first.is("-") && last.column() == first.column() + 1 && last.line() == first.line();
        return last.is(Token.Kind.NUMBER) && (first.equals(last) || signed);
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
