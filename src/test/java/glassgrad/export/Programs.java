package glassgrad.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.training.Deadline;
import glassgrad.training.Progress;
import glassgrad.training.Recipe;
import glassgrad.training.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs exported programs, and holds what they print against the engine. */
final class Programs {
    private static final double TOLERANCE = 1e-9;

    private Programs() {}

    /** Whether there is a Python on this machine. */
    static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a program prints; it must end by itself and without an error. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "It does not end.");
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    /** Whether lines of steps and losses are those of a recipe's run. */
    static void assertLosses(Recipe recipe, int steps, String printed) {
        Progress progress = new Runs().open(recipe).advance(0, steps, Deadline.never());
        List<Double> expected = new ArrayList<>(progress.losses());
        expected.add(progress.frame().loss());
        List<String> lines = printed.lines().toList();
        assertEquals(expected.size(), lines.size(), printed);
        for (int k = 0; k < lines.size(); k++) {
            String[] words = lines.get(k).split(" ", -1);
            assertEquals(k, Integer.parseInt(words[0]));
            double loss = Double.parseDouble(words[1]);
            double most = TOLERANCE * Math.max(1, Math.abs(expected.get(k)));
            assertEquals(expected.get(k), loss, most, "step " + k + " of " + recipe);
        }
    }
}
