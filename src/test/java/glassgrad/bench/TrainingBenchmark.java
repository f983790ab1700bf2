package glassgrad.bench;

import glassgrad.training.Deadline;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Steps a second of a run as the server trains it, losses and checkpoints kept. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class TrainingBenchmark {
    private static final int STEPS = 100;

    /** Before a run reaches the most steps it may have, another begins. */
    private static final int LAST = 500_000;

    @Param({"3-4-4-1x4", "2-4-2-1x10", "2-16-16-1x100", "2-64-64-1x256"})
    String workload = "";

    private Run run = new Runs().open(Workload.named("1-1x1").recipe());
    private int step;

    @Setup(Level.Iteration)
    public void begin() {
        run = new Runs().open(Workload.named(workload).recipe());
        step = 0;
    }

    /** How many steps the run has made, so that nothing is left out as unused. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int train() {
        if (step == LAST) {
            begin();
        }
        step += STEPS;
        return run.reach(step, Deadline.never());
    }
}
