package glassgrad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that were made outside this project, and that it must reproduce: src/test/resources/golden. */
public final class Golden {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Golden() {}

    /** The content of a golden file, by its name without the folder. */
    public static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no golden file " + name + ".");
            }
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, also one that JSON cannot write: "NaN", "Infinity", "-Infinity", "-0.0". */
    public static double number(JsonNode node) {
        return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
    }

    /** The numbers of an array. */
    public static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(Golden::number).toArray();
    }
}
