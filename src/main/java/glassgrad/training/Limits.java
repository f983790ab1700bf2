package glassgrad.training;

import java.time.Duration;

/** How large things may be; each bounds what one person can ask of a server that others share. */
public final class Limits {
    public static final int LAYERS = 8;
    public static final int NEURONS_PER_LAYER = 256;
    public static final int INPUTS = 20;
    public static final int OUTPUTS = 10;
    public static final int PARAMETERS = 20_000;
    public static final int SAMPLES = 2_000;

    /** Parameters times samples: what one update over all the samples costs. */
    public static final int WORK = 10_000_000;

    public static final int STEPS = 1_000_000;
    public static final int EDITS = 200;

    /** Steps over which progress is judged. */
    public static final int LEAST_PATIENCE = 2;

    public static final int PATIENCE = 1_000;

    /** Losses in one answer. */
    public static final int LOSSES = 10_000;

    /** Values in the graph of one answer. */
    public static final int GRAPH_NODES = 20_000;

    /** In one series of practice. */
    public static final int EXERCISES = 50;

    /** Of a weight, a bias, an input or a target, either way. */
    public static final double MAGNITUDE = 1e6;

    /** The largest integer that every browser holds exactly. */
    public static final long SEED = (1L << 53) - 1;

    /** After this, a request answers the step it has reached. */
    public static final Duration REQUEST = Duration.ofMillis(200);

    private Limits() {}
}
