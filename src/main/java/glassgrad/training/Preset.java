package glassgrad.training;

import java.util.List;

/** A recipe that comes with the product. */
public record Preset(String name, String title, Recipe recipe) {
    public static final Preset NOTEBOOK = new Preset("notebook", "The notebook's run", Recipe.DEFAULT);

    /** The demo notebook of karpathy/micrograd, as published. */
    public static final Preset MICROGRAD_DEMO = new Preset(
            "micrograd-demo",
            "The micrograd demo: two moons",
            new Recipe(
                    new DataRecipe("micrograd-demo", null),
                    new NetworkRecipe(List.of(16, 16, 1), "relu", "linear", "zero", 1337),
                    new TrainingRecipe("hinge", "sgd", 1.0, new Schedule.Linear(0.1, 100), null, true, 0, 1e-4),
                    List.of()));

    private static final List<Preset> ALL = List.of(NOTEBOOK, MICROGRAD_DEMO);

    public static List<Preset> all() {
        return ALL;
    }
}
