package glassgrad.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The id of a short link, made of what the link says: the SHA-256 of the moment, in base32. The same moment always has the
 * same id. Where an id is taken by another moment, one letter more is taken.
 */
public final class LinkId {
    public static final int SHORTEST = 10;

    /** The word-safe alphabet: no vowels, so that no words come about, and no two letters that look alike. */
    static final String ALPHABET = "23456789CFGHJMPQRVWXcfghjmpqrvwx";

    private static final int BITS = 5;
    private static final Pattern ID = Pattern.compile("[" + ALPHABET + "]{" + SHORTEST + ",51}");

    /** In front of the text, so that no other use of SHA-256 gives the same digest. */
    private static final String PURPOSE = "glassgrad moment 1\n";

    private LinkId() {}

    /** All the letters of a moment's id; the id is their first {@link #SHORTEST}, or more after a clash. */
    public static String lettersOf(Moment moment) {
        return letters(sha256(PURPOSE + MomentQuery.write(moment)));
    }

    /** Whether a text can be the id of a link. */
    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    /** As many whole groups of five bits as there are. */
    static String letters(byte[] bytes) {
        StringBuilder letters = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte next : bytes) {
            bits = (bits << 8) | (next & 0xff);
            count += 8;
            while (count >= BITS) {
                count -= BITS;
                letters.append(ALPHABET.charAt((bits >> count) & 31));
            }
            bits &= (1 << count) - 1;
        }
        return letters.toString();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
