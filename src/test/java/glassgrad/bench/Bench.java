package glassgrad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmarks and writes what they found to target/bench.json. */
public final class Bench {
    private static final Path REPORT = Path.of("target", "bench.json");

    private Bench() {}

    public static void main(String[] args) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TrainingBenchmark.class.getSimpleName())
                        .build())
                .run();
        List<Map<String, Object>> workloads = new ArrayList<>();
        for (RunResult result : results) {
            String name = result.getParams().getParam("workload");
            double steps = result.getPrimaryResult().getScore();
            double error = result.getPrimaryResult().getScoreError();
            workloads.add(ordered("name", name, "stepsPerSecond", Math.rint(steps), "error", Math.rint(error)));
            System.out.printf("%-16s %,12.0f steps/s ± %,.0f%n", name, steps, error);
        }
        Map<String, Object> report = ordered(
                "date",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "jdk",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                "processor",
                processor(),
                "workloads",
                workloads);
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(REPORT, report);
        System.out.println("Written to " + REPORT);
    }

    /** As Linux names it; elsewhere the architecture and the number of processors. */
    private static String processor() throws IOException {
        Path information = Path.of("/proc/cpuinfo");
        int count = Runtime.getRuntime().availableProcessors();
        if (Files.isReadable(information)) {
            for (String line : Files.readAllLines(information)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip() + ", " + count + " cores";
                }
            }
        }
        return System.getProperty("os.arch") + ", " + count + " cores";
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
