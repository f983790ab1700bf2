package glassgrad.explain;

import glassgrad.engine.Value;
import glassgrad.explain.Exercise.Quantity;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about an answer to an exercise.
 *
 * @param quantity "data" or "gradient"
 * @param tolerance how far from the expected number an answer may lie
 * @param mistake what was probably done; null if the answer is right
 */
public record Diagnosis(
        String node,
        String quantity,
        double answer,
        boolean right,
        double expected,
        double tolerance,
        @Nullable Mistake mistake) {

    public static Diagnosis of(Wiring wiring, String node, Quantity quantity, double answer) {
        Value value = wiring.named(node);
        double expected = Exercise.expected(wiring, value, quantity);
        double tolerance = Exercise.tolerance(wiring, value, quantity);
        boolean right = isNear(answer, expected, tolerance);
        return new Diagnosis(
                node,
                quantity.word(),
                answer,
                right,
                expected,
                tolerance,
                right ? null : mistake(wiring, value, quantity, answer));
    }

    /** The mistake whose number is nearest to the answer; of equally near ones the likeliest. */
    private static Mistake mistake(Wiring wiring, Value value, Quantity quantity, double answer) {
        return Misconceptions.of(wiring, value, quantity).stream()
                .filter(mistake -> isNear(answer, mistake.wrong(), Exercise.tolerance(mistake.wrong())))
                .min(Comparator.comparingDouble(mistake -> nearness(answer, mistake.wrong())))
                .orElse(Mistake.of("other", answer));
    }

    private static boolean isNear(double answer, double number, double tolerance) {
        return Double.compare(answer, number) == 0
                || (Double.isFinite(number) && Math.abs(answer - number) <= tolerance);
    }

    /** In tenths of the tolerance: whoever rounds does not thereby make another mistake. */
    private static double nearness(double answer, double number) {
        return Double.compare(answer, number) == 0
                ? 0
                : Math.rint(10 * Math.abs(answer - number) / Exercise.tolerance(number));
    }
}
