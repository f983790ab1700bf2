package glassgrad.training;

/** Something asked for that breaks a limit; the message names the limit, in words for the person who asked. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    /** A step that is none, or too far. */
    public static InvalidInput notAStep(String field) {
        return new InvalidInput(field, "A step is a whole number from 0 to %,d.".formatted(Limits.STEPS));
    }

    static InvalidInput notASample(String field, int samples) {
        return new InvalidInput(
                field, "The sample must be \"all\" or a whole number from 0 to %d.".formatted(samples - 1));
    }

    /** What broke it: "training.learningRate". */
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
