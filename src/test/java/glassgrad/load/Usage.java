package glassgrad.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process takes of the machine: processor time so far, and memory now. */
record Usage(ProcessHandle process, Duration cpu, long nanoTime) {
    static Usage of(ProcessHandle process) {
        return new Usage(process, process.info().totalCpuDuration().orElse(Duration.ZERO), System.nanoTime());
    }

    /** Cores in use, on average, since then. */
    double coresUntil(Usage later) {
        return (double) later.cpu.minus(cpu).toNanos() / (later.nanoTime - nanoTime);
    }

    /** Resident memory in MiB, as Linux counts it; NaN elsewhere. */
    static double residentMebibytes(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
