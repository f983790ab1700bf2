package glassgrad.export;

/** A run as Java for this engine: a file that runs by itself, or in jshell. */
public final class JavaCode {
    private JavaCode() {}

    /**
     * A class that prints the loss of each step.
     *
     * @param query the address of the run, from behind the question mark
     * @param steps how many updates it makes
     */
    public static String program(String query, int steps) {
        return Parts.text("Run.java.txt")
                .replace("%QUERY%", query.replace("\\", "\\\\").replace("\"", "\\\""))
                .replace("%STEPS%", String.valueOf(steps));
    }
}
