package glassgrad.store;

/** What should be stored, or found, cannot be: the message says why in a sentence for people. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    StoreUnavailable(String message) {
        super(message);
    }
}
