package glassgrad.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The edits of a recipe: checked, in the order of their steps, one a step. */
final class Edits {
    private Edits() {}

    static List<Edit> inOrder(List<Edit> edits) {
        Map<Integer, Edit> bySteps = new TreeMap<>();
        for (Edit edit : edits) {
            bySteps.merge(edit.step(), edit, Edit::and);
        }
        return new ArrayList<>(bySteps.values());
    }

    /** Refuses edits that name nothing in this network, or break a limit. */
    static void check(List<Edit> edits, ParameterNames parameters) {
        if (edits.size() > Limits.EDITS) {
            throw new InvalidInput("edits", "A run has at most %d edits.".formatted(Limits.EDITS));
        }
        for (int i = 0; i < edits.size(); i++) {
            check("edits[%d]".formatted(i), edits.get(i), parameters);
        }
    }

    private static void check(String where, Edit edit, ParameterNames parameters) {
        if (edit.step() < 0 || edit.step() > Limits.STEPS) {
            throw InvalidInput.notAStep(where + ".step");
        }
        if (edit.set().isEmpty()) {
            throw new InvalidInput(where + ".set", "An edit changes at least one thing.");
        }
        if (edit.set().size() > Limits.EDITS) {
            throw new InvalidInput(where + ".set", "An edit changes at most %d things.".formatted(Limits.EDITS));
        }
        edit.set().forEach((name, value) -> check(where + ".set." + name, name, value, parameters));
    }

    private static void check(String where, String name, @Nullable Object value, ParameterNames parameters) {
        var setting = EditableSetting.named(name);
        if (setting.isPresent()) {
            setting.get().check(where, value);
        } else if (parameters.contains(name)) {
            if (!(Math.abs(number(where, value)) <= Limits.MAGNITUDE)) {
                throw new InvalidInput(
                        where, "A parameter must lie between -%1$,.0f and %1$,.0f.".formatted(Limits.MAGNITUDE));
            }
        } else {
            throw new InvalidInput(
                    where,
                    "An edit may set %s, or a parameter such as %s or %s."
                            .formatted(
                                    String.join(", ", EditableSetting.fields()),
                                    parameters.first(),
                                    parameters.last()));
        }
    }

    static double number(String where, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new InvalidInput(where, "It must be a number.");
    }
}
