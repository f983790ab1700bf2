package glassgrad.link;

import glassgrad.training.Recipe;

/** All that a page shows follows from this: a recipe, how many updates were made, and what is looked at. */
public record Moment(Recipe recipe, int step, View view) {
    /** The notebook's run, before its first step. */
    public static final Moment DEFAULT = new Moment(Recipe.DEFAULT, 0, View.DEFAULT);
}
