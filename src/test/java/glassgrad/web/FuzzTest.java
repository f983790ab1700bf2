package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A short run of Jazzer, from a kept corpus, in a process of its own. A long one, of as many inputs as wanted:
 * {@code mvn -q test -Dtest=FuzzTest -Dfuzz=2500000}.
 */
class FuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final int INPUTS = Integer.getInteger("fuzz", 20_000);
    private static final int MOST_MINUTES = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Link, link", "RecipeBody, recipe", "Csv, csv", "Grammar, expression"})
    void whatever_is_read_is_read_or_refused(String target, String corpus) throws IOException, InterruptedException {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        try (Stream<Path> files = Files.list(CORPUS.resolve(corpus))) {
            for (Path file : files.toList()) {
                Files.copy(file, seeds.resolve(file.getFileName().toString()));
            }
        }
        Path out = folder.resolve("out.txt");
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=glassgrad.web.Fuzzing$" + target,
                        "--instrumentation_includes=glassgrad.**",
                        "-runs=" + INPUTS,
                        "-seed=7",
                        "-max_len=4096",
                        seeds.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = jazzer.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        jazzer.destroyForcibly();
        String said = Files.readString(out);
        assertTrue(ended, said);
        assertEquals(0, jazzer.exitValue(), said);
        assertTrue(said.contains("Done " + INPUTS + " runs"), said);
    }
}
