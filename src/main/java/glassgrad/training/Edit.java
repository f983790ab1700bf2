package glassgrad.training;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change that a person made in the middle of a run.
 *
 * @param step the update before which it was made
 * @param set what was changed: a setting's field ("training.learningRate") or a parameter's name, and its new value: a
 *     Double, a Boolean, or null for a batch of all samples
 */
public record Edit(int step, Map<String, @Nullable Object> set) {
    public Edit {
        Map<String, @Nullable Object> copy = new TreeMap<>(set);
        copy.replaceAll((name, value) -> value instanceof Number number ? (Object) number.doubleValue() : value);
        set = Collections.unmodifiableMap(copy);
    }

    /** This edit and a later one at the same step, as one. */
    Edit and(Edit later) {
        Map<String, @Nullable Object> both = new TreeMap<>(set);
        both.putAll(later.set);
        return new Edit(step, both);
    }

    /** The settings in force after this edit. */
    TrainingRecipe applyTo(TrainingRecipe before) {
        TrainingRecipe after = before;
        for (Map.Entry<String, @Nullable Object> change : set.entrySet()) {
            after = EditableSetting.named(change.getKey())
                    .map(setting -> setting.change())
                    .orElse((training, value) -> training)
                    .apply(after, change.getValue());
        }
        return after;
    }
}
