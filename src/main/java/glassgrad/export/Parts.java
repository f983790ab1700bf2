package glassgrad.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The parts of programs that are the same for every run, as files in this package. */
final class Parts {
    private Parts() {}

    /** The text of a part: "value.py". */
    static String text(String name) {
        try (InputStream part = Objects.requireNonNull(Parts.class.getResourceAsStream(name), name)) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
