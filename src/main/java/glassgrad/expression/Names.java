package glassgrad.expression;

import glassgrad.engine.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each name stands for at the present place of the source; giving a name again makes it stand for something else. */
final class Names {
    private static final int SHOWN = 12;

    /** So many letters of a name stand in a message. */
    private static final int LETTERS = 60;

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> given = new LinkedHashMap<>();
    private final Map<String, Value> filled = new LinkedHashMap<>();
    private final Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final @Nullable Double missing;

    /** @param missing the value of names that have none; null if they are a mistake */
    Names(Map<String, Double> inputs, @Nullable Double missing) {
        this.missing = missing;
        inputs.forEach((name, number) -> {
            if (!Tokens.isName(name) || Functions.has(name)) {
                throw new ExpressionMistake(
                        0, 0, "\"%s\" cannot be the name of an input. %s".formatted(shortened(name), rule(name)));
            }
            given.put(name, new Value(number, name));
        });
        values.putAll(given);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Value named(Token name) {
        Value value = values.get(name.text());
        if (value == null) {
            value = filled(name);
        }
        used.add(value);
        return value;
    }

    private Value filled(Token name) {
        if (missing == null || Functions.has(name.text())) {
            throw name.mistake(unknown(name.text()));
        }
        Value value = new Value(missing, name.text());
        filled.put(name.text(), value);
        values.put(name.text(), value);
        return value;
    }

    /** A value that has a name already keeps it as its label: {@code d = a} is a second name for a, and no new value. */
    Value give(Token name, Operand operand) {
        if (Functions.has(name.text())) {
            throw name.mistake("\"%s\" cannot be given a value. %s".formatted(name.text(), rule(name.text())));
        }
        Value value = operand.toValue();
        if (value.label.isEmpty()) {
            value.named(name.text());
        }
        values.put(name.text(), value);
        return value;
    }

    /** Every name with what it stands for last, the inputs first. */
    Map<String, Value> all() {
        return values;
    }

    /** The inputs that were used. */
    Map<String, Value> inputs() {
        Map<String, Value> inputs = new LinkedHashMap<>(given);
        inputs.values().retainAll(used);
        inputs.putAll(filled);
        return inputs;
    }

    private static String rule(String name) {
        return Functions.has(name)
                ? "It is a function here: choose another name."
                : "A name begins with a letter, and goes on with letters, digits or _.";
    }

    private String unknown(String name) {
        if (Functions.has(name)) {
            return "\"%s\" is a function: write what it is applied to in parentheses, as in %s(x)."
                    .formatted(name, name);
        }
        return "\"%s\" has no value yet. %s".formatted(shortened(name), cure(name));
    }

    private String cure(String name) {
        return Spelling.nearest(name, values.keySet())
                .map("Did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "Give it one first: %s = ...%s".formatted(shortened(name), known()));
    }

    private static String shortened(String name) {
        return name.length() <= LETTERS ? name : name.substring(0, LETTERS) + "…";
    }

    private String known() {
        if (values.isEmpty() || values.size() > SHOWN) {
            return "";
        }
        return " (Names with a value here: "
                + values.keySet().stream().map(Names::shortened).collect(Collectors.joining(", ")) + ".)";
    }
}
