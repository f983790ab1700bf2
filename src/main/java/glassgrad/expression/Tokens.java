package glassgrad.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a source, read one after another. */
final class Tokens {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern WORD = Pattern.compile("""
            (?<blank>   [\\h\\r\\f]+ | \\#[^\\n]* )
            | (?<line>   \\n )
            | (?<number> (?: [0-9]+ \\.? [0-9]* | \\.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? )
            | (?<name>   %s )
            | (?<symbol> \\*\\* | [-+*/(),=;] )
            """.formatted(NAME), Pattern.COMMENTS);

    /** What people write in other places for what is written otherwise here. */
    private static final Map<String, String> CURES = Map.of(
            "^", "A power is written **, as in a**2.",
            "×", "To multiply, write *.",
            "·", "To multiply, write *.",
            "÷", "To divide, write /.",
            ":", "To divide, write /.",
            "−", "This is a printed minus: write -, the one on the keyboard.",
            "–", "This is a dash: write -, the one on the keyboard.",
            ".", "A function is written in front: tanh(n), not n.tanh().",
            "[", "Use round parentheses: ( and ).",
            "{", "Use round parentheses: ( and ).");

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Cuts a source into its words; the last is always {@link Token.Kind#END}. */
    static Tokens of(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(source);
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < source.length(); at = word.end()) {
            int column = at - lineStart + 1;
            if (!word.region(at, source.length()).lookingAt()) {
                throw unknown(Character.toString(source.codePointAt(at)), line, column);
            }
            if (word.start("line") >= 0) {
                tokens.add(new Token(Token.Kind.LINE_END, "", line, column));
                line++;
                lineStart = word.end();
            } else if (word.start("blank") < 0) {
                tokens.add(new Token(kind(word), word.group(), line, column));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", line, source.length() - lineStart + 1));
        return new Tokens(tokens);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The word that was read last. */
    Token previous() {
        return tokens.get(Math.max(next - 1, 0));
    }

    /** The word after the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** Reads a word; at the end, the end again and again. */
    Token read() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private static Token.Kind kind(Matcher word) {
        if (word.start("number") >= 0) {
            return Token.Kind.NUMBER;
        }
        return word.start("name") >= 0 ? Token.Kind.NAME : Token.Kind.SYMBOL;
    }

    private static ExpressionMistake unknown(String character, int line, int column) {
        String cure = CURES.getOrDefault(character, "Expected a number, a name, a parenthesis or one of + - * / **.");
        return new ExpressionMistake(line, column, "\"%s\" has no meaning here. %s".formatted(character, cure));
    }
}
