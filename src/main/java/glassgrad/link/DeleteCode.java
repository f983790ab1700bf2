package glassgrad.link;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What the maker of a short link is given once, and deletes it with. Only its digest is kept. */
public final class DeleteCode {
    /** 100 bits: nobody guesses one. */
    private static final int BYTES = 13;

    private static final SecureRandom RANDOM = new SecureRandom();

    private DeleteCode() {}

    /** A code that nobody had before, in the letters of link ids. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return LinkId.letters(bytes);
    }

    /** What is kept of a code, in hexadecimal digits. */
    public static String digest(String code) {
        return HexFormat.of().formatHex(LinkId.sha256(code));
    }
}
