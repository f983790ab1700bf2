package glassgrad.explain;

import glassgrad.training.DataRecipe;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Recipe;
import glassgrad.training.TrainingRecipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notebook's run with other settings. */
final class Recipes {
    private Recipes() {}

    static Recipe with(@Nullable Integer batchSize, boolean zeroGrad, String optimizer, double l1, double l2) {
        TrainingRecipe t = TrainingRecipe.DEFAULT;
        return new Recipe(
                DataRecipe.DEFAULT,
                NetworkRecipe.DEFAULT,
                new TrainingRecipe(t.loss(), optimizer, t.learningRate(), t.schedule(), batchSize, zeroGrad, l1, l2),
                List.of());
    }
}
