package glassgrad.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that someone may have meant. */
final class Spelling {
    /** Longer words are not looked at: nobody misspells them by accident, and comparing takes the square of the length. */
    private static final int LONGEST = 24;

    /** So many words are compared. */
    private static final int MOST = 1_000;

    private Spelling() {}

    /** The nearest of the known words, if one differs by no more than a third of its letters; case does not count. */
    static Optional<String> nearest(String word, Collection<String> known) {
        int tolerated = word.length() / 3;
        return known.stream()
                .limit(MOST)
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerated)
                .filter(candidate -> word.length() <= LONGEST && distance(word, candidate) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** How many letters must be changed, added, left out, or swapped with their neighbour. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int fewest = edits[i - 1][j - 1] + (same ? 0 : 1);
                fewest = Math.min(fewest, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    fewest = Math.min(fewest, edits[i - 2][j - 2] + 1);
                }
                edits[i][j] = fewest;
            }
        }
        return edits[a.length()][b.length()];
    }
}
