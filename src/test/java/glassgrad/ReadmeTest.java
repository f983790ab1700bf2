package glassgrad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.training.Deadline;
import glassgrad.training.Recipe;
import glassgrad.training.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** What the README shows is so. */
class ReadmeTest {
    @Test
    void the_engine_is_used_from_jshell_as_the_readme_shows() throws IOException {
        String text = Files.readString(Path.of("README.md"));
        String rest = text.substring(text.indexOf("    import glassgrad.engine.*;"));
        String code = rest.lines()
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        // The loss before the twentieth update, as the run itself has it.
        double expected =
                new Runs().open(Recipe.DEFAULT).frame(19, Deadline.never()).loss();
        assertEquals(expected, Double.parseDouble(lastValue(code)), 1e-12);
        assertTrue(code.contains("// " + lastValue(code)), "the README says the same");
    }

    private static String lastValue(String code) {
        String value = "";
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            String left = code;
            while (!left.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(left);
                for (SnippetEvent event : shell.eval(next.source())) {
                    assertEquals(Snippet.Status.VALID, event.status(), next.source());
                    assertTrue(event.exception() == null, next.source());
                    value = String.valueOf(event.value());
                }
                left = next.remaining();
            }
        }
        return value;
    }
}
