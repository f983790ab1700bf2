package glassgrad.expression;

/**
 * A piece of a source. Lines and columns are counted from 1, columns in UTF-16 units, as editors in a browser count.
 *
 * @param endColumn the column behind the last character
 */
public record Place(int line, int column, int endLine, int endColumn) {
    static Place of(Token first, Token last) {
        return new Place(
                first.line(),
                first.column(),
                last.line(),
                last.column() + last.text().length());
    }
}
