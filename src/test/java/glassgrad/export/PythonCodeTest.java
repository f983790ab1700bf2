package glassgrad.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glassgrad.link.MomentQuery;
import glassgrad.training.Preset;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported Python prints what the engine computes; Python itself is the judge. */
class PythonCodeTest {
    private static final String ADDRESS = "http://localhost:7070/";

    @TempDir
    Path folder;

    @Test
    void the_notebooks_run_prints_the_notebooks_losses() throws IOException, InterruptedException {
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        String printed = python(new PythonCode(Recipe.DEFAULT, 20, ADDRESS).script());
        assertTrue(printed.startsWith("0 6.00540"), printed);
        Programs.assertLosses(Recipe.DEFAULT, 20, printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edits=3:training.learningRate=0.1;5:layer2.neuron1.w3=0.8;7:training.zeroGrad=off",
                "zero=off&optimizer=momentum&rate=0.01",
                "data=moons&samples=40&layers=5&loss=hinge&output=linear&batch=7&order=shuffled&optimizer=adam&l2=0.01",
                "data=blobs3&samples=30&layers=4&loss=softmax-cross-entropy&output=linear&testShare=0.2&features=x1,x1sq,sinx2",
                "data=spiral2&samples=30&standardise=on&layers=6,4&activation=relu,sigmoid&init=xavier&bias=zero"
                        + "&loss=binary-cross-entropy&output=linear&optimizer=adamw&schedule=cosine:0.001:10&l1=0.001",
                "data=tensorflow-circle&init=tensorflow-playground&layers=4,2&loss=half-mean-squared-error&batch=10"
            })
    void runs_of_every_kind_print_their_losses(String query) throws IOException, InterruptedException {
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        Recipe recipe = MomentQuery.read(query).recipe();
        Programs.assertLosses(recipe, 12, python(new PythonCode(recipe, 12, ADDRESS).script()));
    }

    @Test
    void random_runs_print_their_losses() throws IOException, InterruptedException {
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        for (Recipe recipe : RandomRecipes.of(31, 60).toList()) {
            Programs.assertLosses(recipe, 15, python(new PythonCode(recipe, 15, ADDRESS).script()));
        }
    }

    @Test
    void the_cells_of_the_notebook_print_the_same() throws IOException, InterruptedException {
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        List<PythonCode.Cell> cells = new PythonCode(Recipe.DEFAULT, 10, ADDRESS).cells();
        String code = cells.stream()
                .filter(PythonCode.Cell::code)
                .map(PythonCode.Cell::text)
                .collect(Collectors.joining("\n"));
        Programs.assertLosses(Recipe.DEFAULT, 10, python(code));
        assertTrue(cells.get(0).text().contains(ADDRESS));
    }

    @Test
    void the_published_demo_is_written_too() throws IOException, InterruptedException {
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        Recipe demo = Preset.all().stream()
                .map(Preset::recipe)
                .filter(recipe -> "micrograd-demo".equals(recipe.data().name()))
                .findFirst()
                .orElseThrow();
        Programs.assertLosses(demo, 3, python(new PythonCode(demo, 3, ADDRESS).script()));
    }

    /** PyTorch itself is not at hand: what is certain is that Python can read it, and which version it was written for. */
    @Test
    void the_program_for_pytorch_is_python() throws IOException, InterruptedException {
        String pytorch = new PythonCode(Recipe.DEFAULT, 20, ADDRESS).pytorch();
        assertTrue(pytorch.contains("It was written for PyTorch " + PythonCode.PYTORCH));
        assumeTrue(Programs.hasPython(), "There is no python3 here.");
        Files.writeString(folder.resolve("pytorch_run.py"), pytorch);
        assertEquals("", Programs.run(folder, "python3", "-m", "py_compile", "pytorch_run.py"));
    }

    private String python(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("run.py"), script);
        return Programs.run(folder, "python3", file.toString());
    }
}
