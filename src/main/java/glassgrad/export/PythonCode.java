package glassgrad.export;

import glassgrad.training.Blueprint;
import glassgrad.training.Recipe;
import java.util.List;

/** A run as Python that prints the loss of each of its steps, needing nothing but Python, or PyTorch. */
public final class PythonCode {
    /** The version of PyTorch that its program was written for. */
    public static final String PYTORCH = "2.9";

    private final Recipe recipe;
    private final Blueprint blueprint;
    private final int steps;
    private final String address;

    /**
     * The code of a run.
     *
     * @param steps how many updates it makes
     * @param address where the run can be seen
     */
    public PythonCode(Recipe recipe, int steps, String address) {
        this.recipe = recipe;
        blueprint = Blueprint.of(recipe);
        this.steps = steps;
        this.address = address;
    }

    /**
     * A cell of a notebook.
     *
     * @param code whether it is Python, and not words
     */
    public record Cell(boolean code, String text) {}

    /** The cells of a Jupyter notebook. */
    public List<Cell> cells() {
        return List.of(
                words("""
                        # A run of Glassgrad, step by step

                        This notebook trains the network that you see at <%s> and prints the same losses. It needs \
                        nothing but Python: the class `Value` below is the whole engine.""".formatted(address)),
                words("## A number that remembers how it was made"),
                code(Parts.text("value.py")),
                words("## Neurons, layers, and a network"),
                code(Parts.text("network.py")),
                words("## The run: its samples and settings"),
                code(samples() + "\n" + settings()),
                words("## The first weights, the learning rate, and the batches"),
                code(Parts.text("first_weights.py") + "\n\n" + Parts.text("schedule.py")),
                words("## Training"),
                code(Parts.text("training.py")));
    }

    /** A script for python3. */
    public String script() {
        return header("It needs nothing but Python 3.9 or later.")
                + String.join(
                        "\n\n",
                        Parts.text("value.py"),
                        Parts.text("network.py"),
                        samples() + "\n" + settings(),
                        Parts.text("first_weights.py"),
                        Parts.text("schedule.py"),
                        Parts.text("training.py"));
    }

    /** A script for PyTorch. */
    public String pytorch() {
        return header("It was written for PyTorch %s.".formatted(PYTORCH))
                + "import math\nimport random\n\nimport torch\n\n"
                + String.join(
                        "\n\n",
                        samples() + "\n" + settings(),
                        Parts.text("first_weights.py"),
                        Parts.text("schedule.py"),
                        Parts.text("pytorch.py"));
    }

    private String header(String needs) {
        return "# A run of Glassgrad: prints the loss of each step, as %s shows it.%n# %s%n"
                .formatted(address, needs)
                .replace("\r\n", "\n");
    }

    private String samples() {
        return PythonLiterals.samples(blueprint);
    }

    private String settings() {
        return PythonLiterals.settings(recipe, blueprint, steps);
    }

    private static Cell words(String text) {
        return new Cell(false, text);
    }

    private static Cell code(String text) {
        return new Cell(true, text.stripTrailing());
    }
}
