package glassgrad.figures;

import com.microsoft.playwright.Page;
import glassgrad.browser.SharedBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same numbers in several encodings: bytes, microseconds to write and to compress them, and to read them in a browser. */
final class Encodings implements AutoCloseable {
    private static final JsonMapper PLAIN = mapper(false);
    private static final JsonMapper FAST = mapper(true);

    private static final String READ = """
            ([base64, json]) => {
              const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
              const read = json
                ? () => JSON.parse(new TextDecoder().decode(bytes))
                : () => new Float64Array(bytes.buffer).length;
              const times = [];
              for (let i = 0; i < 60; i++) {
                const start = performance.now();
                for (let k = 0; k < 20; k++) read();
                times.push((performance.now() - start) * 50);
              }
              return times.sort((a, b) => a - b)[30];
            }""";

    private final SharedBrowser browser = new SharedBrowser();
    private final Page page = browser.browser().newPage();

    record Boxed(List<Double> data, List<Double> gradients, List<Double> partials) {}

    /** As the serializer sees an array; nobody compares two of these. */
    static final class Flat {
        public final double[] data;
        public final double[] gradients;
        public final double[] partials;

        Flat(JsonNode numbers) {
            data = array(numbers.get("data"));
            gradients = array(numbers.get("gradients"));
            partials = array(numbers.get("partials"));
        }
    }

    void measure(JsonNode numbers, PrintStream out) {
        Flat flat = new Flat(numbers);
        Boxed boxed = new Boxed(list(flat.data), list(flat.gradients), list(flat.partials));
        int count = flat.data.length + flat.gradients.length + flat.partials.length;
        out.printf(
                "%-44s %9s %9s %9s %9s %9s %9s %9s%n",
                "%,d numbers of this graph as".formatted(count),
                "bytes",
                "gzip -1",
                "gzip -6",
                "write, us",
                "gz -1, us",
                "gz -6, us",
                "parse, us");
        row("JSON, Double.toString, boxed", () -> PLAIN.writeValueAsBytes(boxed), true, out);
        row("JSON, fast writer, boxed (as sent)", () -> FAST.writeValueAsBytes(boxed), true, out);
        row("JSON, fast writer, double[]", () -> FAST.writeValueAsBytes(flat), true, out);
        row("Float64, application/octet-stream", () -> bytes(flat), false, out);
    }

    private void row(String name, Supplier<byte[]> write, boolean json, PrintStream out) {
        byte[] bytes = write.get();
        Object parse = page.evaluate(READ, List.of(Base64.getEncoder().encodeToString(bytes), json));
        out.printf(
                Locale.ROOT,
                "%-44s %,9d %,9d %,9d %,9.0f %,9.0f %,9.0f %,9.0f%n",
                name,
                bytes.length,
                gzip(bytes, 1).length,
                gzip(bytes, 6).length,
                microseconds(write),
                microseconds(() -> gzip(bytes, 1)),
                microseconds(() -> gzip(bytes, 6)),
                ((Number) parse).doubleValue());
    }

    /** The median of batches, after as many to warm up. */
    private static double microseconds(Supplier<byte[]> write) {
        long written = 0;
        long end = System.nanoTime() + 300_000_000L;
        while (System.nanoTime() < end) {
            written += write.get().length;
        }
        if (written == 0) {
            throw new IllegalStateException("Nothing was written.");
        }
        double[] times = new double[101];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            byte[] bytes = write.get();
            times[i] = bytes.length == 0 ? Double.NaN : (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(times);
        return times[50];
    }

    private static byte[] bytes(Flat numbers) {
        int count = numbers.data.length + numbers.gradients.length + numbers.partials.length;
        ByteBuffer bytes = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers.data).put(numbers.gradients).put(numbers.partials);
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes, int level) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Leveled(packed, level)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(ByteArrayOutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }

    private static JsonMapper mapper(boolean fast) {
        return JsonMapper.builder(JsonFactory.builder()
                        .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fast)
                        .build())
                .build();
    }

    private static double[] array(JsonNode numbers) {
        return numbers.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}
