package glassgrad.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** A number that is made of a sample's two inputs before the network sees it. They stand in the order of TensorFlow Playground. */
public enum Feature {
    // spotless:off - a table reads by its columns
    X1("x1",            "x1",    (x1, x2) -> x1),
    X2("x2",            "x2",    (x1, x2) -> x2),
    X1_SQUARED("x1^2",  "x1sq",  (x1, x2) -> x1 * x1),
    X2_SQUARED("x2^2",  "x2sq",  (x1, x2) -> x2 * x2),
    PRODUCT("x1*x2",    "x1x2",  (x1, x2) -> x1 * x2),
    SIN_X1("sin x1",    "sinx1", (x1, x2) -> StrictMath.sin(x1)),
    SIN_X2("sin x2",    "sinx2", (x1, x2) -> StrictMath.sin(x2));
    // spotless:on

    private final String id;
    private final String key;
    private final DoubleBinaryOperator function;

    Feature(String id, String key, DoubleBinaryOperator function) {
        this.id = id;
        this.key = key;
        this.function = function;
    }

    /** Its name in a recipe, and that of the input it becomes. */
    public String id() {
        return id;
    }

    /** Its name in an address, of letters and digits. */
    public String key() {
        return key;
    }

    public double of(double x1, double x2) {
        return function.applyAsDouble(x1, x2);
    }

    /** By its {@link #id()}. */
    public static Optional<Feature> named(String id) {
        return Arrays.stream(values()).filter(feature -> feature.id.equals(id)).findFirst();
    }

    /** A sample of two inputs with these features in their place. */
    public static Sample of(Sample sample, List<Feature> features) {
        double x1 = sample.x().get(0);
        double x2 = sample.x().get(1);
        return new Sample(features.stream().map(feature -> feature.of(x1, x2)).toList(), sample.y());
    }
}
