package glassgrad.engine;

/** Which version of the engine computed a number. */
public final class Version {
    /** The project's version, as the build knows it. */
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
