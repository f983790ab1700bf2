package glassgrad.expression;

import glassgrad.engine.Op;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The functions of the language: every operation of the engine that is not written as a sign. */
final class Functions {
    /** Names from elsewhere, with what to write here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ln", "The natural logarithm is written log.",
            "pow", "A power is written **, as in a**2.",
            "square", "A square is written a**2.",
            "sigma", "Did you mean \"sigmoid\"?");

    private static final Map<String, Op> BY_NAME = new LinkedHashMap<>();

    static {
        for (Op op : Op.all()) {
            if (!op.isInfix() && op != Op.NEG) {
                BY_NAME.put(op.symbol(), op);
            }
        }
    }

    private Functions() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    static Op named(Token name, Names names) {
        Op op = BY_NAME.get(name.text());
        if (op == null) {
            throw name.mistake(unknown(name.text(), names));
        }
        return op;
    }

    private static String unknown(String name, Names names) {
        if (names.has(name)) {
            return "\"%s\" is a number, not a function. To multiply, write %s*(...).".formatted(name, name);
        }
        String cure = Spelling.nearest(name, names())
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("The functions are " + String.join(", ", names()) + ".");
        return "There is no function \"%s\". %s".formatted(name, ELSEWHERE.getOrDefault(name, cure));
    }
}
