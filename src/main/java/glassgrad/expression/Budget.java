package glassgrad.expression;

import java.util.Locale;

/** How much one source may ask for, so that nobody's expression keeps others waiting. */
public final class Budget {
    public static final int CHARACTERS = 100_000;
    static final int OPERATIONS = 20_000;
    static final int NESTING = 1_000;

    /** Numbers given from outside. */
    public static final int INPUTS = 10_000;

    private int operations;

    static void checkLength(String source) {
        if (source.length() > CHARACTERS) {
            throw new ExpressionMistake(
                    1, 1, limit("The source may have %,d characters, but has %,d.", CHARACTERS, source.length()));
        }
    }

    void checkNesting(int depth, Token at) {
        if (depth > NESTING) {
            throw at.mistake(limit("Parentheses may stand inside one another %,d deep, and no deeper.", NESTING));
        }
    }

    void spendOperation(Token at) {
        operations++;
        if (operations > OPERATIONS) {
            throw at.mistake(limit("An expression may have %,d operations, and this is one more.", OPERATIONS));
        }
    }

    private static String limit(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}
