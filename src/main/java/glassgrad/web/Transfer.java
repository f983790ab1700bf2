package glassgrad.web;

import glassgrad.link.LinkId;
import glassgrad.store.Links;
import glassgrad.store.Store;
import glassgrad.store.StoredLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a store keeps as newline-delimited JSON, out of one and into another: a line for each link, and a last line
 * with their number and the SHA-256 of all lines before it, so that a file that was cut or changed is noticed.
 */
final class Transfer {
    private Transfer() {}

    /**
     * The last line of a file.
     *
     * @param sha256 of the lines before it, in hexadecimal digits
     */
    record End(@Nullable Long links, @Nullable String sha256) {}

    /**
     * What came of an import.
     *
     * @param known links that were there already
     */
    record Imported(long added, long known) {}

    /** A file that is not, or not any more, what an export wrote. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /** Writes every link into a file; how many there were. */
    static End export(Store store, Path file) throws IOException {
        MessageDigest digest = sha256();
        long[] count = {0};
        try (Writer out = Files.newBufferedWriter(file)) {
            store.links().each(link -> {
                String line = Json.text(link) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                count[0]++;
                try {
                    out.write(line);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            End end = new End(count[0], HexFormat.of().formatHex(digest.digest()));
            out.write(Json.text(end) + "\n");
            return end;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Takes over every link of a file. Nothing is written before the whole file has been read and found undamaged, and no link
     * that is there already is ever changed.
     *
     * @throws Damaged naming the line
     */
    static Imported read(Store store, Path file) throws IOException {
        Links links = store.links();
        each(file, link -> {
            StoredLink there = links.find(link.id()).orElse(link);
            if (!there.equals(link) && there.deleted() == null) {
                throw new Damaged("The link " + link.id() + " means another moment here. Nothing was taken over.");
            }
        });
        long[] counts = {0, 0};
        each(file, link -> counts[links.insert(link) ? 0 : 1]++);
        return new Imported(counts[0], counts[1]);
    }

    private static void each(Path file, Consumer<StoredLink> take) throws IOException {
        MessageDigest digest = sha256();
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            for (String next = lines.readLine(); next != null; line = next, next = lines.readLine()) {
                number++;
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                take.accept(checked(number, line));
            }
            End end = line == null ? null : end(line);
            if (end == null
                    || !Long.valueOf(number).equals(end.links())
                    || !HexFormat.of().formatHex(digest.digest()).equals(end.sha256())) {
                throw new Damaged("The file is not whole: its last line does not fit its other %,d.".formatted(number));
            }
        }
    }

    private static @Nullable End end(String line) {
        try {
            return Json.parse(line, End.class);
        } catch (Refused e) {
            return null;
        }
    }

    private static StoredLink checked(long number, String line) {
        try {
            StoredLink link = Json.parse(line, StoredLink.class);
            if (LinkId.isOne(link.id())) {
                return link;
            }
        } catch (Refused e) {
            // told below
        }
        throw new Damaged("Line %,d is no link.".formatted(number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
