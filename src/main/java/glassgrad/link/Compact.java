package glassgrad.link;

import glassgrad.training.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What is long in an address, as one short field: {@code z=1.} and then, in base64url, the raw deflate (RFC 1951) of the words
 * as the address would say them: {@code points=..&edits=..}. The number in front is the version of this way of writing.
 *
 * <p>An address comes from anywhere, so reading goes by stages, and each has its own refusal: how long, in which letters, how
 * much it inflates to, and which words it may hold. What the words say is then read like any other address.
 */
public final class Compact {
    static final String KEY = "z";

    /** The words that may be long. */
    static final Set<String> WORDS = Set.of("points", "edits", "source");

    /** Words that are shorter than this together can be read, and stay as they are. */
    public static final int READABLE = 400;

    /** As much as a request may have in front of its body, less room for all else. */
    static final int MOST_CHARACTERS = 60_000;

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_TIMES = 100;

    /** What inflates to less than this harms nobody, however well it was compressed. */
    static final int HARMLESS_BYTES = 1 << 14;

    private static final String VERSION = "1.";
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_-]*");

    private Compact() {}

    /** The same query with its long words in one field, if they are long and that makes it shorter. */
    public static String of(String query) {
        Map<Boolean, String> words = Pattern.compile("&")
                .splitAsStream(query)
                .collect(Collectors.partitioningBy(Compact::mayBeLong, Collectors.joining("&")));
        String large = String.valueOf(words.get(true));
        if (large.length() < READABLE) {
            return query;
        }
        byte[] deflated = deflate(large.getBytes(StandardCharsets.UTF_8));
        String field =
                KEY + "=" + VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated);
        boolean readable = large.length() <= mostOf(deflated.length) && field.length() <= MOST_CHARACTERS;
        String rest = String.valueOf(words.get(false));
        return readable && field.length() < large.length() ? field + (rest.isEmpty() ? "" : "&" + rest) : query;
    }

    /**
     * The words of a field, by their keys.
     *
     * @throws InvalidInput naming the field and the limit that it breaks
     */
    static Map<String, String> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw refused("may have at most %,d characters, and has %,d.".formatted(MOST_CHARACTERS, text.length()));
        }
        if (!text.startsWith(VERSION)) {
            throw refused(
                    "is of a kind that this version does not know: it begins with \"%s\".".formatted(VERSION + "…"));
        }
        String letters = text.substring(VERSION.length());
        if (!ALPHABET.matcher(letters).matches() || letters.length() % 4 == 1) {
            throw refused("holds something else than the letters of base64url: part of the address was lost.");
        }
        String words = ascii(inflate(Base64.getUrlDecoder().decode(letters)));
        Map<String, String> read = new LinkedHashMap<>();
        Query.pairs(words, (key, value) -> {
            if (!WORDS.contains(key)) {
                throw refused("may hold points, edits and source, not \"%s\".".formatted(Texts.shortened(key)));
            }
            if (read.put(key, value) != null) {
                throw refused("says \"%s\" twice.".formatted(key));
            }
        });
        return read;
    }

    private static boolean mayBeLong(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && WORDS.contains(word.substring(0, equals));
    }

    private static int mostOf(int deflated) {
        return Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, MOST_TIMES * deflated));
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!deflater.finished()) {
                deflated.write(some, 0, deflater.deflate(some));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] deflated) {
        int most = mostOf(deflated.length);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream inflated = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(some);
                if (count == 0 && !inflater.finished()) {
                    throw refused("is cut off, or was not written by deflate.");
                }
                inflated.write(some, 0, count);
                if (inflated.size() > most) {
                    throw refused("would grow to more than %,d bytes, or more than %d times its size."
                            .formatted(MOST_BYTES, MOST_TIMES));
                }
            }
            if (inflater.getRemaining() > 0) {
                throw refused("goes on after its end.");
            }
            return inflated.toByteArray();
        } catch (DataFormatException e) {
            throw refused("is damaged: it was not written by deflate.");
        } finally {
            inflater.end();
        }
    }

    private static String ascii(byte[] bytes) {
        for (byte letter : bytes) {
            if (letter < ' ' || letter > '~') {
                throw refused("holds characters that no address has.");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(KEY, "The compressed field of the address " + why);
    }
}
