package glassgrad.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone who found a wrong number may have done.
 *
 * @param kind "sign", "overwrote", "overwrote-above", "missed-contribution", "forgot-upstream", "wrong-partial",
 *     "took-value", "took-gradient", "wrong-operation", "skipped-operation" or "other"
 * @param wrong the number that this mistake gives
 * @param took what was taken for the right factor: "own-value", "other-value", "result", "one", "zero", "opposite",
 *     "forgot-square", "input-for-output", "forgot-factor", "forgot-minus-one", or an operation; null if nothing was
 * @param factor that factor as a number
 * @param right the right one
 * @param consumer the id of the use in which it happened, or of the value above whose gradient was overwritten; null if it concerns no single one
 * @param operand which of the consumer's operands the value is
 * @param upstream the consumer's gradient; of one that was overwritten, what was taken for it
 * @param missing the consumers whose contributions are not in the sum
 */
public record Mistake(
        String kind,
        double wrong,
        @Nullable String took,
        @Nullable Double factor,
        @Nullable Double right,
        @Nullable String consumer,
        @Nullable Integer operand,
        @Nullable Double upstream,
        List<String> missing) {

    static Mistake of(String kind, double wrong) {
        return new Mistake(kind, wrong, null, null, null, null, null, null, List.of());
    }

    static Mistake took(String kind, String took, double wrong) {
        return new Mistake(kind, wrong, took, null, null, null, null, null, List.of());
    }

    static Mistake missing(List<String> missing, double wrong) {
        return new Mistake("missed-contribution", wrong, null, null, null, null, null, null, missing);
    }

    /** @param upstream the gradient of the value above, as it was taken */
    static Mistake above(String id, double upstream, double wrong) {
        return new Mistake("overwrote-above", wrong, null, null, null, id, null, upstream, List.of());
    }

    static Mistake in(Wiring wiring, Use use, String kind, @Nullable String took, double factor, double wrong) {
        return new Mistake(
                kind,
                wrong,
                took,
                factor,
                use.partial(),
                wiring.id(use.consumer()),
                use.operand(),
                use.consumer().gradient,
                List.of());
    }
}
