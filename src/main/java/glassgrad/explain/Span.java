package glassgrad.explain;

import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stretch of a parameter's values, and points at even distances on it. */
record Span(double from, double to) {
    /** A span is at least as wide as this to either side of its middle, so that the curve around a still value is seen. */
    private static final double REACH = 1;

    /** What is to be seen keeps so much of the width away from either end. */
    private static final double MARGIN = 0.25;

    /** What a person asked for; null for a side that is not given. */
    record Wish(
            String fromField,
            @Nullable Double from,
            String toField,
            @Nullable Double to) {}

    /** The span that a person asked for, or one that holds what is to be seen. */
    static Span of(Wish wish, List<Double> seen) {
        double low = seen.stream().mapToDouble(x -> x).min().orElse(0);
        double high = seen.stream().mapToDouble(x -> x).max().orElse(0);
        double reach = Math.max(REACH, (high - low) * (0.5 + MARGIN));
        double middle = low + (high - low) / 2;
        Span span = new Span(
                wish.from == null ? Math.max(-Limits.MAGNITUDE, middle - reach) : wish.from,
                wish.to == null ? Math.min(Limits.MAGNITUDE, middle + reach) : wish.to);
        String limit = "A span lies between -%1$,.0f and %1$,.0f.".formatted(Limits.MAGNITUDE);
        check(Math.abs(span.from) <= Limits.MAGNITUDE, wish.fromField, limit);
        check(Math.abs(span.to) <= Limits.MAGNITUDE, wish.toField, limit);
        check(span.from < span.to, wish.toField, "A span ends after it begins.");
        return span;
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
