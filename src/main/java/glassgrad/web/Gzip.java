package glassgrad.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Answers that are made once and read once, compressed as quickly as can be: digits lose a tenth more at the usual level, for
 * three to five times the processor's time.
 */
final class Gzip {
    /** What two packets hold is not worth it. */
    private static final int MIN_BYTES = 2_800;

    private static final Pattern ACCEPTED = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private Gzip() {}

    static void send(Context request, byte[] answer) {
        String encodings = request.header("Accept-Encoding");
        if (answer.length < MIN_BYTES
                || encodings == null
                || !ACCEPTED.matcher(encodings).find()) {
            request.disableCompression().result(answer);
        } else {
            request.header("Content-Encoding", "gzip").result(compress(answer));
        }
    }

    private static byte[] compress(byte[] answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.length / 2);
        try (GZIPOutputStream out = new Quick(bytes)) {
            out.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Quick extends GZIPOutputStream {
        Quick(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
