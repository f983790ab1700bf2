package glassgrad.training;

/**
 * Where a run met a number that is not finite.
 *
 * @param step the step whose numbers are not all finite
 * @param operation the operation that made the first of them: "tanh", or "update"
 * @param node the parameter, or the node of that step's graph of the whole batch
 * @param message what happened, in a sentence
 */
public record Stopped(int step, String operation, String node, String message) {}
