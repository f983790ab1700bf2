package glassgrad.training;

import java.util.List;

/**
 * How far a request for steps came.
 *
 * @param from the step of the first loss
 * @param losses one a step, from {@code from} to the frame's step, which is not included
 * @param frame the step reached
 */
public record Progress(int from, List<Double> losses, Frame frame) {}
