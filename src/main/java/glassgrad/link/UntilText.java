package glassgrad.link;

import glassgrad.training.InvalidInput;
import glassgrad.training.Until;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When to stop, as an address writes it: "step:100,loss:0.01,accuracy:0.95,patience:50", of which some may be left out. */
final class UntilText {
    private static final String STEP = "step";
    private static final String LOSS = "loss";
    private static final String ACCURACY = "accuracy";
    private static final String PATIENCE = "patience";

    private UntilText() {}

    static Until read(String key, String text) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String part : Texts.parts(text, ',')) {
            List<String> sides = Texts.parts(part, ':');
            if (sides.size() != 2 || said.put(sides.get(0), sides.get(1)) != null) {
                throw mistake(key, text);
            }
        }
        String step = said.remove(STEP);
        String loss = said.remove(LOSS);
        String accuracy = said.remove(ACCURACY);
        String patience = said.remove(PATIENCE);
        if (!said.isEmpty()) {
            throw mistake(key, text);
        }
        try {
            return new Until(
                    step == null ? null : integer(key, step),
                    loss == null ? null : (Double) Texts.number(key, loss),
                    accuracy == null ? null : (Double) Texts.number(key, accuracy),
                    patience == null ? null : integer(key, patience));
        } catch (InvalidInput unfit) {
            throw new InvalidInput(key, "\"%s\": %s".formatted(Texts.shortened(text), unfit.getMessage()));
        }
    }

    static String write(Until until) {
        List<String> parts = new ArrayList<>();
        put(parts, STEP, until.step() == null ? null : String.valueOf(until.step()));
        put(parts, LOSS, until.loss() == null ? null : Texts.of(until.loss()));
        put(parts, ACCURACY, until.accuracy() == null ? null : Texts.of(until.accuracy()));
        put(parts, PATIENCE, until.patience() == null ? null : String.valueOf(until.patience()));
        return String.join(",", parts);
    }

    private static void put(List<String> parts, String name, @Nullable String text) {
        if (text != null) {
            parts.add(name + ":" + text);
        }
    }

    private static Integer integer(String key, String text) {
        long number = Texts.integer(key, text);
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number));
    }

    private static InvalidInput mistake(String key, String text) {
        return new InvalidInput(
                key,
                "\"%s\" is no such thing as step:100,loss:0.01,accuracy:0.95,patience:50."
                        .formatted(Texts.shortened(text)));
    }
}
