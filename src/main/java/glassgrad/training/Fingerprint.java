package glassgrad.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The numbers of a frame, to the last bit, in a few characters: whoever computes the frame again can tell whether it came out
 * the same, and if not, what did not.
 *
 * @param loss of the frame
 * @param values the digest of the parameters
 * @param gradients the digest of their gradients
 * @param outputs the digest of the network's outputs
 */
public record Fingerprint(double loss, String values, String gradients, String outputs) {
    private static final int BYTES = 16;
    private static final String SEPARATOR = ";";

    /** The fingerprint of a frame. */
    public static Fingerprint of(Frame frame) {
        return new Fingerprint(
                frame.loss(),
                digest(frame.values()),
                digest(frame.gradients()),
                digest(frame.outputs().stream().flatMap(List::stream).toList()));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Fingerprint read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("\"" + text + "\" is no fingerprint.");
        }
        double loss = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], 16));
        return new Fingerprint(loss, parts[1], parts[2], parts[3]);
    }

    /** In a line, the loss by its bits. */
    public String text() {
        return String.join(SEPARATOR, Long.toHexString(Double.doubleToLongBits(loss)), values, gradients, outputs);
    }

    /** What differs in the same moment computed again: "loss", "parameters", "gradients", "outputs"; none if nothing does. */
    public List<String> differences(Fingerprint again) {
        List<String> differences = new ArrayList<>();
        if (Double.doubleToLongBits(loss) != Double.doubleToLongBits(again.loss)) {
            differences.add("loss");
        }
        if (!values.equals(again.values)) {
            differences.add("parameters");
        }
        if (!gradients.equals(again.gradients)) {
            differences.add("gradients");
        }
        if (!outputs.equals(again.outputs)) {
            differences.add("outputs");
        }
        return differences;
    }

    private static String digest(List<Double> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * Double.BYTES);
        numbers.forEach(number -> bytes.putLong(Double.doubleToLongBits(number)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
