package glassgrad.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which classes a network takes for which.
 *
 * @param classes their names; null if the targets name none
 * @param training how many samples of each class, one row a class, were put into each; null without classes, or if an output is
 *     not finite
 * @param test the same of the samples to test with; null too if there are none
 */
public record Confusion(
        @Nullable List<String> classes,
        @Nullable List<List<Integer>> training,
        @Nullable List<List<Integer>> test) {
    static Confusion of(Model model, TrainingRecipe training, State state) {
        Classes classes = model.classes;
        if (classes == null) {
            return new Confusion(null, null, null);
        }
        Measure.Outputs outputs = new Measure.Outputs(model);
        try (Trainer trainer = new Trainer(model, training)) {
            Measure.of(model, trainer, state.parameters, outputs);
        }
        return new Confusion(
                classes.names(),
                classes.confusion(model.dataset.samples(), outputs.training),
                model.given.test().isEmpty() ? null : classes.confusion(model.given.test(), outputs.test));
    }
}
