package glassgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Data sets that are drawn, sample by sample, from one stream of random numbers. Points of the plane lie between about -6 and
 * 6, so that their squares and sines mean something.
 *
 * <p>For each sample the numbers of its formula are drawn in the order in which they stand there, then noise if there is any:
 * {@code gauss(0, 4 * noise)} for each input of a class's point, after its class was found, or {@code gauss(0, noise)} for a
 * target that is a number. U(a, b) is {@code random.uniform(a, b)}, i counts the samples from 0.
 */
public enum Drawn {
    // spotless:off - a table reads by its columns
    /** t = U(0, π); an even i: (4 cos t - 2, 4 sin t - 1), target -1; an odd i: that point mirrored in the origin, target 1. */
    MOONS("two moons", Task.SIGNS, Drawn::moons),

    /** An even i: r = U(0, 2.5), target 1; an odd i: r = U(3.5, 5), target -1; t = U(0, 2π); (r cos t, r sin t). */
    CIRCLE("circle in a ring", Task.SIGNS, Drawn::circle),

    /** (U(-5, 5), U(-5, 5)), each moved by 0.3 away from 0; the target is the sign of the product. */
    XOR("xor", Task.SIGNS, Drawn::xor),

    /** An even i: (gauss(2, 1), gauss(2, 1)), target 1; an odd i: (gauss(-2, 1), gauss(-2, 1)), target -1. */
    GAUSS("two Gaussians", Task.SIGNS, Drawn::gauss),

    /** s = U(0, 1), t = 3.5π s + π (i mod 2); (5s sin t, 5s cos t); target 1 for an even i, -1 for an odd one. */
    SPIRAL2("spiral, two arms", Task.SIGNS, (random, i) -> spiral(random, i, 2)),

    /** s = U(0, 1), t = 3.5π s + 2π/3 (i mod 3); (5s sin t, 5s cos t), of class i mod 3. */
    SPIRAL3("spiral, three arms", Task.CLASSES, (random, i) -> spiral(random, i, 3)),

    /** (U(-5, 5), U(-5, 5)); target 1 if their sum is above 0, else -1. */
    LINEAR("two halves", Task.SIGNS, Drawn::linear),

    /** With c classes, k = i mod c and t = 2πk/c: (gauss(4 sin t, 0.8), gauss(4 cos t, 0.8)), of class k. */
    BLOBS3("three blobs", Task.CLASSES, (random, i) -> blob(random, i, 3)),
    BLOBS4("four blobs",  Task.CLASSES, (random, i) -> blob(random, i, 4)),
    BLOBS5("five blobs",  Task.CLASSES, (random, i) -> blob(random, i, 5)),

    /** (U(-6, 6), U(-6, 6)); the target is their sum over 12. */
    PLANE("a slope", Task.NUMBERS, Drawn::plane),

    /**
     * (U(-6, 6), U(-6, 6)); around (-4, 2.5), (0, -2.5), (4, 2.5) a hill, around (-4, -2.5), (0, 2.5), (4, -2.5) a hollow: the
     * target is 1 - distance/2, or that below 0, of the nearest, and 0 further away than 2.
     */
    MULTI_GAUSS("hills and hollows", Task.NUMBERS, Drawn::hills),

    /** x = U(-6, 6); the target is sin x. */
    SINE("sine", Task.NUMBERS, (random, i) -> curve(random, StrictMath::sin)),

    /** x = U(-6, 6); the target is 1 if x is above 0, else -1. */
    STEP("a step", Task.NUMBERS, (random, i) -> curve(random, x -> x > 0 ? 1 : -1)),

    /** x = U(-6, 6); the target is x/6. */
    NOISY_LINE("a noisy line", Task.NUMBERS, (random, i) -> curve(random, x -> x / 6));
    // spotless:on

    /** What a network is to find. */
    public enum Task {
        /** One of two classes: a target -1 or 1. */
        SIGNS,
        /** One of several classes: a target for each, 1 for the sample's own and 0 for all others. */
        CLASSES,
        /** A number. */
        NUMBERS
    }

    @FunctionalInterface
    private interface Draw {
        Sample of(PythonRandom random, int i);
    }

    /** Of the noise on a point of the plane. */
    private static final double SPREAD = 4;

    private static final double[][] HILLS = {
        {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}
    };

    private final String title;
    private final Task task;
    private final Draw draw;

    Drawn(String title, Task task, Draw draw) {
        this.title = title;
        this.task = task;
        this.draw = draw;
    }

    /** How a recipe names it: "multi-gauss". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public Task task() {
        return task;
    }

    public Dataset draw(int samples, double noise, long seed) {
        return draw(task, draw, samples, noise, seed);
    }

    /** x = U(-6, 6); the target is a function of it. */
    public static Dataset draw(DoubleUnaryOperator curve, int samples, double noise, long seed) {
        return draw(Task.NUMBERS, (random, i) -> curve(random, curve), samples, noise, seed);
    }

    private static Dataset draw(Task task, Draw draw, int samples, double noise, long seed) {
        PythonRandom random = new PythonRandom(seed);
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            Sample clean = draw.of(random, i);
            all.add(noise == 0 ? clean : noisy(task, clean, noise, random));
        }
        return new Dataset(all);
    }

    private static Sample noisy(Task task, Sample clean, double noise, PythonRandom random) {
        boolean isNumber = task == Task.NUMBERS;
        List<Double> moved = new ArrayList<>();
        for (double number : isNumber ? clean.y() : clean.x()) {
            moved.add(number + random.gauss(0, isNumber ? noise : SPREAD * noise));
        }
        return isNumber ? new Sample(clean.x(), moved) : new Sample(moved, clean.y());
    }

    private static Sample at(double x1, double x2, double... targets) {
        return Sample.of(new double[] {x1, x2}, targets);
    }

    private static Sample moons(PythonRandom random, int i) {
        double t = random.uniform(0, Math.PI);
        double sign = i % 2 == 0 ? 1 : -1;
        return at(sign * (4 * StrictMath.cos(t) - 2), sign * (4 * StrictMath.sin(t) - 1), -sign);
    }

    private static Sample circle(PythonRandom random, int i) {
        boolean isInside = i % 2 == 0;
        double r = isInside ? random.uniform(0, 2.5) : random.uniform(3.5, 5);
        double t = random.uniform(0, 2 * Math.PI);
        return at(r * StrictMath.cos(t), r * StrictMath.sin(t), isInside ? 1 : -1);
    }

    private static Sample xor(PythonRandom random, int i) {
        double x1 = apart(random.uniform(-5, 5));
        double x2 = apart(random.uniform(-5, 5));
        return at(x1, x2, x1 * x2 > 0 ? 1 : -1);
    }

    private static double apart(double x) {
        return x + (x > 0 ? 0.3 : -0.3);
    }

    private static Sample gauss(PythonRandom random, int i) {
        double sign = i % 2 == 0 ? 1 : -1;
        return at(random.gauss(2 * sign, 1), random.gauss(2 * sign, 1), sign);
    }

    private static Sample spiral(PythonRandom random, int i, int arms) {
        double s = random.uniform(0, 1);
        double t = 3.5 * Math.PI * s + 2 * Math.PI / arms * (i % arms);
        double[] targets = arms == 2 ? new double[] {i % 2 == 0 ? 1 : -1} : oneHot(i % arms, arms);
        return at(5 * s * StrictMath.sin(t), 5 * s * StrictMath.cos(t), targets);
    }

    private static Sample linear(PythonRandom random, int i) {
        double x1 = random.uniform(-5, 5);
        double x2 = random.uniform(-5, 5);
        return at(x1, x2, x1 + x2 > 0 ? 1 : -1);
    }

    private static Sample blob(PythonRandom random, int i, int classes) {
        double t = 2 * Math.PI * (i % classes) / classes;
        double x1 = random.gauss(4 * StrictMath.sin(t), 0.8);
        double x2 = random.gauss(4 * StrictMath.cos(t), 0.8);
        return at(x1, x2, oneHot(i % classes, classes));
    }

    private static Sample plane(PythonRandom random, int i) {
        double x1 = random.uniform(-6, 6);
        double x2 = random.uniform(-6, 6);
        return at(x1, x2, (x1 + x2) / 12);
    }

    private static Sample hills(PythonRandom random, int i) {
        double x1 = random.uniform(-6, 6);
        double x2 = random.uniform(-6, 6);
        double target = 0;
        for (double[] hill : HILLS) {
            double dx = x1 - hill[0];
            double dy = x2 - hill[1];
            double height = Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) / 2);
            if (height > Math.abs(target)) {
                target = hill[2] * height;
            }
        }
        return at(x1, x2, target);
    }

    private static Sample curve(PythonRandom random, DoubleUnaryOperator curve) {
        double x = random.uniform(-6, 6);
        return Sample.of(new double[] {x}, curve.applyAsDouble(x));
    }

    private static double[] oneHot(int k, int classes) {
        double[] targets = new double[classes];
        targets[k] = 1;
        return targets;
    }
}
