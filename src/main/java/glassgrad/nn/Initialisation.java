package glassgrad.nn;

import java.util.Locale;

/** From which interval, the same on both sides of 0, the first weights of a layer are drawn. */
public enum Initialisation {
    /** U(-1, 1), the notebook's; with zero biases it is micrograd's. */
    UNIFORM,

    /**
     * U(-a, a) with a = √(6/(inputs + outputs)), after which signals and gradients keep their size through layers that are nearly
     * linear (Glorot and Bengio, 2010).
     */
    XAVIER,

    /** U(-a, a) with a = √(6/inputs), after which signals keep their size through layers of ReLUs (He et al., 2015). */
    HE,

    /** Zeros, after which all neurons of a layer stay alike. */
    ZEROS;

    /** By the name that a recipe gives it. */
    public static Initialisation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The end of the interval for a layer of so many inputs and outputs. */
    public double bound(int inputs, int outputs) {
        return switch (this) {
            case UNIFORM -> 1;
            case XAVIER -> Math.sqrt(6.0 / (inputs + outputs));
            case HE -> Math.sqrt(6.0 / inputs);
            case ZEROS -> 0;
        };
    }
}
