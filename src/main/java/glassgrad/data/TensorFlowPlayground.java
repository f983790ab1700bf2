package glassgrad.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The samples and first weights of a link to TensorFlow Playground, to the last bit or two.
 *
 * <p>Its page seeds its random numbers with the text in the link, draws the samples, shuffles them, and then draws the weights
 * of the network, so all of them follow from the text alone.
 *
 * <p>Source: github.com/tensorflow/playground, src/dataset.ts, src/playground.ts and src/nn.ts.
 */
public final class TensorFlowPlayground {
    /** Of every neuron, before the first update. */
    public static final double BIAS = 0.1;

    private static final int CLASSIFIED = 500;
    private static final int REGRESSED = 1200;
    private static final double RADIUS = 5;
    private static final double WIDE_RADIUS = 6;

    /** The data sets. */
    public enum Kind {
        // spotless:off - a table reads by its columns
        CIRCLE("circle",          "circle",      Drawn.Task.SIGNS),
        XOR("xor",                "xor",         Drawn.Task.SIGNS),
        GAUSS("gauss",            "Gaussians",   Drawn.Task.SIGNS),
        SPIRAL("spiral",          "spiral",      Drawn.Task.SIGNS),
        PLANE("plane",            "plane",       Drawn.Task.NUMBERS),
        MULTI_GAUSS("multigauss", "hills",       Drawn.Task.NUMBERS);
        // spotless:on

        private final String id;
        private final String title;
        private final Drawn.Task task;

        Kind(String id, String title, Drawn.Task task) {
            this.id = "tensorflow-" + id;
            this.title = "TensorFlow Playground: " + title;
            this.task = task;
        }

        /** Its name in a recipe. */
        public String id() {
            return id;
        }

        public String title() {
            return title;
        }

        public Drawn.Task task() {
            return task;
        }

        /** By its {@link #id()}. */
        public static Optional<Kind> named(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    /** Of the seeds that its page draws: "0.00000" to "0.99999". */
    private static final int DRAWN_SEEDS = 100_000;

    private final SeedRandom random;
    private final List<Sample> samples;

    /**
     * @param noise from 0 to 0.5; the link has it as a percentage
     * @param seed as in the link
     */
    public TensorFlowPlayground(Kind kind, double noise, String seed) {
        random = new SeedRandom(seed);
        samples = draw(kind, noise);
        shuffle(samples);
    }

    /** The text that seeds its page, for a number of ours: "0.50000" for 50000; any other number as it is written. */
    public static String seedOf(long number) {
        return number >= 0 && number < DRAWN_SEEDS ? "0.%05d".formatted(number) : Long.toString(number);
    }

    /** The number whose {@link #seedOf} is a text; empty if it is that of none. */
    public static Optional<Long> numberOf(String seed) {
        try {
            long number = seed.matches("0\\.\\d{5}") ? Long.parseLong(seed.substring(2)) : Long.parseLong(seed);
            return seedOf(number).equals(seed) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Its samples to learn from, the first floor(n * share), and those to test with.
     *
     * @param testShare what is left of 1 by its share
     */
    public Split split(double testShare) {
        // The share comes from a whole percentage; taken from 1 it is a little less or more.
        int training = (int) Math.max(1, Math.floor(samples.size() * (1 - testShare) + 1e-6));
        return new Split(new Dataset(samples.subList(0, training)), samples.subList(training, samples.size()));
    }

    /** 500 of a classification, with targets -1 and 1, or 1,200 of a regression; the first share of them is for training. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The next of the first weights: neuron by neuron, the weight of each input in turn. Biases begin at 0.1 and draw nothing. */
    public double nextWeight() {
        return random.random() - 0.5;
    }

    private List<Sample> draw(Kind kind, double noise) {
        return switch (kind) {
            case CIRCLE -> circle(noise);
            case XOR -> xor(noise);
            case GAUSS -> gauss(noise);
            case SPIRAL -> spiral(noise);
            case PLANE -> plane(noise);
            case MULTI_GAUSS -> multiGauss(noise);
        };
    }

    private List<Sample> circle(double noise) {
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < CLASSIFIED; i++) {
            boolean inside = i < CLASSIFIED / 2;
            double r = inside ? random.uniform(0, RADIUS * 0.5) : random.uniform(RADIUS * 0.7, RADIUS);
            double angle = random.uniform(0, 2 * Math.PI);
            double x = r * StrictMath.sin(angle);
            double y = r * StrictMath.cos(angle);
            double dx = random.uniform(-RADIUS, RADIUS) * noise;
            double dy = random.uniform(-RADIUS, RADIUS) * noise;
            drawn.add(sample(x, y, length(x + dx, y + dy) < RADIUS * 0.5 ? 1 : -1));
        }
        return drawn;
    }

    private List<Sample> xor(double noise) {
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < CLASSIFIED; i++) {
            double x = fromTheAxis(random.uniform(-RADIUS, RADIUS));
            double y = fromTheAxis(random.uniform(-RADIUS, RADIUS));
            double dx = random.uniform(-RADIUS, RADIUS) * noise;
            double dy = random.uniform(-RADIUS, RADIUS) * noise;
            drawn.add(sample(x, y, (x + dx) * (y + dy) >= 0 ? 1 : -1));
        }
        return drawn;
    }

    private static double fromTheAxis(double x) {
        return x > 0 ? x + 0.3 : x - 0.3;
    }

    private List<Sample> gauss(double noise) {
        double deviation = Math.sqrt(0.5 + (4 - 0.5) * (noise / 0.5));
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < CLASSIFIED; i++) {
            int label = i < CLASSIFIED / 2 ? 1 : -1;
            double x = 2 * label + deviation * normal();
            double y = 2 * label + deviation * normal();
            drawn.add(sample(x, y, label));
        }
        return drawn;
    }

    /** Marsaglia's polar method, of whose two numbers one is thrown away. */
    private double normal() {
        double u;
        double s;
        do {
            u = 2 * random.random() - 1;
            double v = 2 * random.random() - 1;
            s = u * u + v * v;
        } while (s > 1);
        return Math.sqrt(-2 * StrictMath.log(s) / s) * u;
    }

    private List<Sample> spiral(double noise) {
        List<Sample> drawn = new ArrayList<>();
        int n = CLASSIFIED / 2;
        for (int i = 0; i < CLASSIFIED; i++) {
            int k = i % n;
            double r = (double) k / n * RADIUS;
            double t = 1.75 * k / n * 2 * Math.PI + (i < n ? 0 : Math.PI);
            double x = r * StrictMath.sin(t) + random.uniform(-1, 1) * noise;
            double y = r * StrictMath.cos(t) + random.uniform(-1, 1) * noise;
            drawn.add(sample(x, y, i < n ? 1 : -1));
        }
        return drawn;
    }

    private List<Sample> plane(double noise) {
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < REGRESSED; i++) {
            double[] at = wide(noise);
            drawn.add(sample(at[0], at[1], (at[2] + at[3]) / 10));
        }
        return drawn;
    }

    private List<Sample> multiGauss(double noise) {
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i < REGRESSED; i++) {
            double[] at = wide(noise);
            drawn.add(sample(at[0], at[1], hills(at[2], at[3])));
        }
        return drawn;
    }

    /** A point of a square, and where noise moves it to be labelled. */
    private double[] wide(double noise) {
        double x = random.uniform(-WIDE_RADIUS, WIDE_RADIUS);
        double y = random.uniform(-WIDE_RADIUS, WIDE_RADIUS);
        double dx = random.uniform(-WIDE_RADIUS, WIDE_RADIUS) * noise;
        double dy = random.uniform(-WIDE_RADIUS, WIDE_RADIUS) * noise;
        return new double[] {x, y, x + dx, y + dy};
    }

    /** Three cones up and three down, 2 wide and 1 high; of those that meet, the first that is farthest from 0. */
    private static double hills(double x, double y) {
        double highest = 0;
        for (int hill = 0; hill < 6; hill++) {
            double height = 1 - length(x - 4 * (hill % 3 - 1), y - (hill < 3 ? 2.5 : -2.5)) / 2;
            double signed = (hill % 2 == 0 ? 1 : -1) * Math.max(0, height);
            if (Math.abs(signed) > Math.abs(highest)) {
                highest = signed;
            }
        }
        return highest;
    }

    private void shuffle(List<Sample> items) {
        for (int count = items.size(); count > 0; count--) {
            int index = (int) (random.random() * count);
            items.set(index, items.set(count - 1, items.get(index)));
        }
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static Sample sample(double x, double y, double target) {
        return Sample.of(new double[] {x, y}, target);
    }
}
