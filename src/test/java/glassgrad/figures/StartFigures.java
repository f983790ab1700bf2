package glassgrad.figures;

import glassgrad.figures.Figures.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How soon the program is ready, and what it takes of the memory. */
final class StartFigures {
    private static final int STARTS = 10;

    private StartFigures() {}

    static List<Figure> measure(Path jar) throws IOException {
        List<Double> seconds = new ArrayList<>();
        List<Double> mebibytes = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (Program program = Program.start(jar)) {
                Http http = new Http(program.url());
                http.get("/health/ready");
                seconds.add((System.nanoTime() - start) / 1e9);
                String run = http.open(1337);
                for (int step = 1; step <= 50; step++) {
                    http.post("/api/runs/" + run + "/steps", "{\"from\":%d,\"to\":%d}".formatted(step - 1, step));
                }
                mebibytes.add(program.residentMebibytes());
            }
        }
        return List.of(
                new Figure("java -jar to the answer of /health/ready (median of 10)", median(seconds), "s", 2),
                new Figure(
                        "java -jar to the answer of /health/ready (slowest of 10)", Collections.max(seconds), "s", 2),
                new Figure("resident after 50 steps (median of 10)", median(mebibytes), "MiB", 250));
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
