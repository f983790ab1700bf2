package glassgrad.expression;

/** Something in an expression that cannot be understood; the message says to its author what and, where it can, the cure. */
public final class ExpressionMistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    ExpressionMistake(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, counted from 1; 0 if the mistake is not in the source, but in the name of an input. */
    public int line() {
        return line;
    }

    /** The column, counted from 1 in UTF-16 units, as editors in a browser count; 0 as for {@link #line}. */
    public int column() {
        return column;
    }
}
