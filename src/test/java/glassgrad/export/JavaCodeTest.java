package glassgrad.export;

import glassgrad.link.Compact;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.link.View;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported Java prints what the engine computes, run as its first lines say. */
class JavaCodeTest {
    @TempDir
    Path folder;

    @Test
    void runs_print_their_losses() throws IOException, InterruptedException {
        List<Recipe> recipes = Stream.concat(
                        Stream.of(
                                Recipe.DEFAULT,
                                MomentQuery.read("edits=3:training.learningRate=0.1;5:layer2.neuron1.w3=0.8")
                                        .recipe()),
                        RandomRecipes.of(41, 2))
                .toList();
        for (Recipe recipe : recipes) {
            Programs.assertLosses(recipe, 25, java(recipe));
        }
    }

    private String java(Recipe recipe) throws IOException, InterruptedException {
        String query = Compact.of(MomentQuery.write(new Moment(recipe, 0, View.DEFAULT)));
        Path file = Files.writeString(folder.resolve("GlassgradRun.java"), JavaCode.program(query, 25));
        return Programs.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    }
}
