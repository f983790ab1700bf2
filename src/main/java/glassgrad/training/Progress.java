package glassgrad.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a request for steps came.
 *
 * @param from the step of the first loss
 * @param losses one a step, from {@code from} to the frame's step, which is not included
 * @param frame the step reached
 * @param met what came true there, of what the asker waits for: "step", "loss", "accuracy" or "patience"; null if nothing did
 */
public record Progress(
        int from,
        List<Double> losses,
        Frame frame,
        @Nullable String met) {}
