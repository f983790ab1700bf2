package glassgrad.explain;

import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stretch of a parameter's values, and points at even distances on it. */
record Span(double from, double to) {
    /** A span is at least as wide as this to either side of its middle, so that the curve around a still value is seen. */
    private static final double REACH = 1;

    /** In relation to a large number, of which a narrower stretch would be a point. */
    private static final double REACH_OF_LARGE = 1e-6;

    /** What is to be seen keeps so much of the width away from either end. */
    private static final double MARGIN = 0.25;

    /** What a person asked for; null for a side that is not given. */
    record Wish(
            String fromField,
            @Nullable Double from,
            String toField,
            @Nullable Double to) {}

    /**
     * The span that a person asked for, or one that holds what is to be seen. What is seen lies where it lies; what is asked
     * for has limits, which reach as far around it.
     */
    static Span of(Wish wish, List<Double> seen) {
        double low = seen.stream().mapToDouble(x -> x).min().orElse(0);
        double high = seen.stream().mapToDouble(x -> x).max().orElse(0);
        double middle = low + (high - low) / 2;
        double reach = Math.max(Math.max(REACH, Math.abs(middle) * REACH_OF_LARGE), (high - low) * (0.5 + MARGIN));
        Span span =
                new Span(wish.from == null ? middle - reach : wish.from, wish.to == null ? middle + reach : wish.to);
        double least = low < -Limits.MAGNITUDE ? low - around(low) : -Limits.MAGNITUDE;
        double most = high > Limits.MAGNITUDE ? high + around(high) : Limits.MAGNITUDE;
        String limit = String.format(Locale.ROOT, "A span lies between %,.0f and %,.0f.", least, most);
        check(wish.from == null || (wish.from >= least && wish.from <= most), wish.fromField, limit);
        check(wish.to == null || (wish.to >= least && wish.to <= most), wish.toField, limit);
        check(span.from < span.to, wish.toField, "A span ends after it begins.");
        return span;
    }

    /** How far from a large number a span may still reach. */
    private static double around(double large) {
        return Math.max(Limits.MAGNITUDE, Math.abs(large));
    }

    /** The i-th of n points; the first and the last are the span's ends, to the bit. */
    double at(int i, int n) {
        return i == n - 1 ? to : from + (to - from) * i / (n - 1);
    }

    /** All of n points. */
    List<Double> points(int n) {
        return IntStream.range(0, n).mapToObj(i -> at(i, n)).toList();
    }

    private static void check(boolean right, String field, String message) {
        if (!right) {
            throw new InvalidInput(field, message);
        }
    }
}
