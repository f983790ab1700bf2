package glassgrad.explain;

import glassgrad.training.Deadline;
import glassgrad.training.Probe;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import java.util.stream.Stream;

/** Runs for tests, trained to a step. */
final class Runnings {
    private Runnings() {}

    static Stream<Recipe> recipes() {
        return RandomRecipes.of(20261124, 60);
    }

    static Run at(Recipe recipe, int step) {
        Run run = new Runs().open(recipe);
        run.reach(step, Deadline.never());
        return run;
    }

    static Probe probe(Recipe recipe, int step) {
        return at(recipe, step).probe(step);
    }
}
