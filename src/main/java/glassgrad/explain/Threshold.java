package glassgrad.explain;

import java.util.List;

/**
 * When a number of a network is a reason to look.
 *
 * @param kind what is found beyond the limit
 * @param limit the number that is compared with
 * @param reason why this limit
 * @param source who says so
 */
public record Threshold(String kind, double limit, String reason, String source) {
    private static final String MAKEMORE =
            "A. Karpathy, Building makemore, part 3: activations and gradients, BatchNorm (2022)";
    private static final String CS231N =
            "Stanford CS231n, notes on neural networks, part 3: ratio of weights to updates";

    /** The magnitude of a tanh, or of a sigmoid stretched to -1 to 1, beyond which it is flat. */
    public static final Threshold SATURATED = new Threshold(
            "saturated",
            0.97,
            "Beyond 0.97 the slope of tanh is below 6%: of every gradient that arrives, less than that goes on.",
            MAKEMORE);

    /** The share of the samples for which a neuron must be flat. */
    public static final Threshold MOST_SAMPLES = new Threshold(
            "saturated-share", 0.5, "Flat for more than half of the samples, a neuron hardly learns.", MAKEMORE);

    /** The output at or below which a ReLU is off. */
    public static final Threshold DEAD = new Threshold(
            "dead",
            0,
            "A ReLU that is 0 for every sample hands back no gradient: by itself it does not wake, only if what goes into it"
                    + " changes.",
            MAKEMORE);

    /** A layer's gradient in relation to the output layer's. */
    public static final Threshold VANISHING = new Threshold(
            "vanishing",
            1.0 / 100,
            "Gradients should be about as large in every layer; a hundredth of the last layer's is far too small.",
            "X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010);"
                    + " the factor of a hundred is ours");

    public static final Threshold EXPLODING = new Threshold(
            "exploding",
            100,
            "Gradients should be about as large in every layer; a hundred times the last layer's is far too large.",
            VANISHING.source);

    /** An update in relation to the parameters that it changes. */
    public static final Threshold SMALL_UPDATE = new Threshold(
            "update-small",
            1e-5,
            "An update of about a thousandth of the parameters is healthy; a hundred times less hardly moves them.",
            CS231N);

    public static final Threshold LARGE_UPDATE = new Threshold(
            "update-large",
            1e-1,
            "An update of about a thousandth of the parameters is healthy; a hundred times more throws them about.",
            CS231N);

    /** By which share of itself the loss changes at most if every parameter changes by all of its own size. */
    public static final Threshold STUCK = new Threshold(
            "stuck",
            1e-4,
            "If changing every weight by a hundredth changes the loss by less than a millionth of itself, nothing moves.",
            "Ours: networks that learn were measured above 0.01, a plateau that is left after ten thousand steps at 0.0008");

    /** The loss in relation to that of the first step, below which small updates are as they should be. */
    public static final Threshold LEARNED = new Threshold(
            "learned",
            1.0 / 10,
            "With nine tenths of the first loss gone there is less left to learn, and updates become small by themselves.",
            "Ours: a loss that falls with the square of the distance to its goal has gone two thirds of the way");

    public static final List<Threshold> ALL =
            List.of(SATURATED, MOST_SAMPLES, DEAD, VANISHING, EXPLODING, SMALL_UPDATE, LARGE_UPDATE, STUCK, LEARNED);
}
