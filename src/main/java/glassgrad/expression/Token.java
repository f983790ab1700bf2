package glassgrad.expression;

/** A word of the source: a number, a name, a symbol, or where a line or the source ends; places are counted from 1. */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        LINE_END,
        END
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether a statement ends here. */
    boolean endsStatement() {
        return kind == Kind.LINE_END || kind == Kind.END || is(";");
    }

    /** What a reader would say stands here. */
    String found() {
        return switch (kind) {
            case LINE_END -> "the end of the line";
            case END -> "the end";
            case NUMBER, NAME, SYMBOL -> '"' + text + '"';
        };
    }

    ExpressionMistake mistake(String message) {
        return new ExpressionMistake(line, column, message);
    }
}
