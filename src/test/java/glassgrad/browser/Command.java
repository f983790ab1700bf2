package glassgrad.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, without input, for at most so many minutes. */
record Command(int minutes, Map<String, String> environment, List<String> words) {
    Command(int minutes, String... words) {
        this(minutes, Map.of(), List.of(words));
    }

    /** What went wrong, in a line; empty if nothing did. */
    String problem() {
        try {
            Path output = Files.createTempFile("glassgrad-command", ".log");
            try {
                return run(output.toFile());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private String run(File output) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return "not finished after %d minutes".formatted(minutes);
        }
        if (process.exitValue() == 0) {
            return "";
        }
        return "exit code " + process.exitValue() + ": " + telling(Files.readAllLines(output.toPath()));
    }

    /** The first line that speaks of an error ("E:" is apt's way), or else the last one. */
    private static String telling(List<String> lines) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        return written.stream()
                .filter(line -> line.contains("Error") || line.startsWith("E:"))
                .findFirst()
                .or(() -> written.stream().reduce((earlier, later) -> later))
                .map(String::strip)
                .orElse("no word about it");
    }
}
