package glassgrad.training;

import static glassgrad.training.Setting.choice;
import static glassgrad.training.Setting.flag;
import static glassgrad.training.Setting.integer;
import static glassgrad.training.Setting.number;

import glassgrad.data.Drawn;
import glassgrad.data.Feature;
import glassgrad.data.TensorFlowPlayground.Kind;
import glassgrad.training.Setting.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every setting of a recipe, in the order of a form. */
public final class Settings {
    /** The largest part that may be kept of a mean: all of it would never forget its beginning. */
    private static final double NEARLY_ALL = 0.999999;

    /** The set that is drawn from a person's own function. */
    static final String OWN_FORMULA = "formula";

    public static final Setting DATA = choice(
            "data.name",
            "data",
            "data",
            "The samples to learn from: what goes in, and what should come out.",
            "notebook",
            Stream.concat(
                            Stream.of(
                                    new Choice("notebook", "the notebook's 4 samples"),
                                    new Choice("micrograd-demo", "two moons, 100 points")),
                            Stream.concat(
                                    Stream.concat(
                                            Arrays.stream(Drawn.values()).map(set -> new Choice(set.id(), set.title())),
                                            Stream.of(new Choice(OWN_FORMULA, "a formula of your own"))),
                                    Arrays.stream(Kind.values()).map(kind -> new Choice(kind.id(), kind.title()))))
                    .toArray(Choice[]::new));

    private static final String[] DRAWN = Stream.concat(
                    Arrays.stream(Drawn.values()).map(Drawn::id), Stream.of(OWN_FORMULA))
            .toArray(String[]::new);

    /** Those that have noise and a seed: also the ones of TensorFlow Playground, whose number of samples is fixed. */
    private static final String[] RANDOM = Stream.concat(
                    Arrays.stream(DRAWN), Arrays.stream(Kind.values()).map(Kind::id))
            .toArray(String[]::new);

    public static final Setting FORMULA = new Setting(
                    "data.formula",
                    "formula",
                    "formula",
                    "What should come out for an input x between -6 and 6, in the language of the page Expressions: + - * / **,"
                            + " sin, cos, tanh, exp, log, sqrt, abs, relu, max, min.",
                    Setting.Type.TEXT,
                    "x * cos(x) / 6",
                    0,
                    false,
                    200,
                    List.of(),
                    false)
            .where(DATA, OWN_FORMULA);

    public static final Setting SAMPLES = integer(
                    "data.samples",
                    "samples",
                    "samples",
                    "How many samples are drawn. Sets that are not drawn have their own number.",
                    200L,
                    1,
                    Limits.SAMPLES,
                    false)
            .where(DATA, DRAWN);

    public static final Setting NOISE = number(
                    "data.noise",
                    "noise",
                    "noise",
                    "How far the samples that are drawn stray from their pattern.",
                    0.1,
                    0,
                    false,
                    2)
            .where(DATA, RANDOM)
            .fixed();

    public static final Setting DATA_SEED = integer(
                    "data.seed",
                    "dataSeed",
                    "seed of the data",
                    "Where the random numbers start from which samples are drawn.",
                    0L,
                    -Limits.SEED,
                    Limits.SEED,
                    false)
            .where(DATA, RANDOM);

    public static final Setting TEST_SHARE = number(
                    "data.testShare",
                    "testShare",
                    "share to test with",
                    "Which part of the samples is put aside: the network never learns from it, so its loss there tells whether it"
                            + " has understood or only remembers.",
                    0,
                    0,
                    false,
                    0.9)
            .fixed();

    public static final Setting SPLIT_SEED = integer(
                    "data.splitSeed",
                    "splitSeed",
                    "seed of the share",
                    "Where the random numbers start by which samples are put aside.",
                    0L,
                    -Limits.SEED,
                    Limits.SEED,
                    false)
            .where(TEST_SHARE);

    public static final Setting STANDARDISE = flag(
                    "data.standardise",
                    "standardise",
                    "standardise the inputs",
                    "Moves and scales every input so that the samples to learn from have the mean 0 and the standard deviation 1:"
                            + " what is measured in thousands then weighs no more than what is measured in ones.",
                    false)
            .fixed();

    public static final Setting FEATURES = new Setting(
            "data.features",
            "features",
            "features",
            "What the network sees of the two inputs. A square or a product of them lets one neuron bend what is straight.",
            Setting.Type.FEATURES,
            null,
            0,
            false,
            0,
            Arrays.stream(Feature.values())
                    .map(feature -> new Choice(feature.id(), feature.id()))
                    .toList(),
            false);

    public static final Setting LAYERS = new Setting(
            "network.layers",
            "layers",
            "layers",
            "How many neurons stand in each layer. Every neuron sees all outputs of the layer before it.",
            Setting.Type.LAYERS,
            Settings.defaultLayers(),
            1,
            false,
            Limits.NEURONS_PER_LAYER,
            List.of(),
            false);

    public static final Setting ACTIVATION = new Setting(
            "network.activation",
            "activation",
            "activation",
            "What each hidden neuron does to its weighted sum. Without a bend, layers could not do more than one layer.",
            Setting.Type.CHOICES,
            "tanh",
            0,
            false,
            0,
            List.of(activations()),
            false);

    public static final Setting OUTPUT_ACTIVATION = choice(
            "network.outputActivation",
            "output",
            "output activation",
            "What the last layer does to its weighted sum. Tanh keeps predictions between −1 and 1.",
            "tanh",
            activations());

    public static final Setting INITIALISATION = choice(
            "network.initialisation",
            "init",
            "first weights",
            "From where the first weights are drawn. Xavier keeps signals at their size through tanh, He through ReLU; with zeros,"
                    + " all neurons of a layer stay alike.",
            "uniform",
            new Choice("uniform", "between −1 and 1"),
            new Choice("xavier", "Xavier"),
            new Choice("he", "He"),
            new Choice("tensorflow-playground", "TensorFlow Playground"),
            new Choice("zeros", "zeros"));

    public static final Setting BIAS = choice(
            "network.bias",
            "bias",
            "first biases",
            "What the biases are before the first step. Random ones are drawn as the weights are.",
            "random",
            new Choice("random", "random"),
            new Choice("zero", "zero"));

    public static final Setting SEED = integer(
            "network.seed",
            "seed",
            "seed",
            "Where the random numbers start. The same seed gives the same first weights as Python's random.seed.",
            1337L,
            -Limits.SEED,
            Limits.SEED,
            false);

    public static final Setting LOSS = choice(
            "training.loss",
            "loss",
            "loss",
            "One number that says how wrong the predictions are. Training makes it small.",
            "sum-squared-error",
            new Choice("sum-squared-error", "sum of squared errors"),
            new Choice("mean-squared-error", "mean of squared errors"),
            new Choice("half-mean-squared-error", "half the mean of squared errors"),
            new Choice("hinge", "hinge"),
            new Choice("binary-cross-entropy", "binary cross-entropy"),
            new Choice("softmax-cross-entropy", "softmax cross-entropy"));

    public static final Setting OPTIMIZER = choice(
            "training.optimizer",
            "optimizer",
            "optimizer",
            "How a gradient becomes an update of a weight.",
            "sgd",
            new Choice("sgd", "gradient descent"),
            new Choice("momentum", "momentum"),
            new Choice("rmsprop", "RMSProp"),
            new Choice("adam", "Adam"),
            new Choice("adamw", "AdamW"));

    public static final Setting MOMENTUM = number(
                    "training.momentum",
                    "momentum",
                    "momentum",
                    "How much of its velocity a parameter keeps at each step. Only momentum uses it.",
                    0.9,
                    0,
                    false,
                    NEARLY_ALL)
            .where(OPTIMIZER, "momentum");

    public static final Setting BETA1 = number(
                    "training.beta1",
                    "beta1",
                    "beta 1",
                    "How much of the mean gradient is kept at each step. Only Adam and AdamW use it.",
                    0.9,
                    0,
                    false,
                    NEARLY_ALL)
            .where(OPTIMIZER, "adam", "adamw");

    public static final Setting BETA2 = number(
                    "training.beta2",
                    "beta2",
                    "beta 2",
                    "How much of the mean squared gradient is kept at each step. Only RMSProp, Adam and AdamW use it.",
                    0.999,
                    0,
                    false,
                    NEARLY_ALL)
            .where(OPTIMIZER, "rmsprop", "adam", "adamw");

    public static final Setting EPSILON = number(
                    "training.epsilon",
                    "epsilon",
                    "epsilon",
                    "Keeps a step finite where the mean squared gradient is 0. Only RMSProp, Adam and AdamW use it.",
                    1e-8,
                    1e-12,
                    false,
                    1)
            .where(OPTIMIZER, "rmsprop", "adam", "adamw");

    public static final Setting WEIGHT_DECAY = number(
                    "training.weightDecay",
                    "decay",
                    "weight decay",
                    "The share of itself, times the learning rate, that a parameter loses at each step. Only AdamW uses it.",
                    0.01,
                    0,
                    false,
                    10)
            .where(OPTIMIZER, "adamw");

    public static final Setting LEARNING_RATE = number(
            "training.learningRate",
            "rate",
            "learning rate",
            "How far each step goes, against the gradient. Too small learns slowly, too large jumps over the goal.",
            0.05,
            0,
            true,
            1000);

    public static final Setting SCHEDULE = new Setting(
            "training.schedule",
            "schedule",
            "schedule",
            "Whether the learning rate stays the same or changes from step to step.",
            Setting.Type.SCHEDULE,
            Schedule.CONSTANT,
            0,
            false,
            0,
            List.of(
                    new Choice("constant", "constant"),
                    new Choice("linear", "linear"),
                    new Choice("step", "in steps"),
                    new Choice("cosine", "cosine")),
            false);

    public static final Setting BATCH_SIZE = integer(
            "training.batchSize",
            "batch",
            "batch size",
            "How many samples one step looks at; all of them if empty.",
            null,
            1,
            Limits.SAMPLES,
            true);

    public static final Setting ORDER = choice(
                    "training.order",
                    "order",
                    "order of the samples",
                    "Whether every epoch, which is one way through all the samples, goes through them in another random order.",
                    "given",
                    new Choice("given", "as given"),
                    new Choice("shuffled", "shuffled each epoch"))
            .where(BATCH_SIZE);

    public static final Setting ORDER_SEED = integer(
                    "training.orderSeed",
                    "orderSeed",
                    "seed of the order",
                    "Where the random orders start. Epoch e has that of Python's random.seed(seed * 2**32 + e), e counted from 0.",
                    0L,
                    -Limits.SEED,
                    Limits.SEED,
                    false)
            .where(ORDER, "shuffled");

    public static final Setting ZERO_GRAD = flag(
            "training.zeroGrad",
            "zero",
            "zero the gradients each step",
            "Off is the notebook's famous mistake: gradients of earlier steps pile up.",
            true);

    public static final Setting L1 = number(
            "training.l1",
            "l1",
            "L1",
            "Adds l1 times the sum of |p| over all parameters p to the loss.",
            0,
            0,
            false,
            10);

    public static final Setting L2 = number(
            "training.l2",
            "l2",
            "L2",
            "Adds l2 times the sum of p² over all parameters p to the loss.",
            0,
            0,
            false,
            10);

    public static final Setting PENALTY = choice(
            "training.penalty",
            "penalty",
            "L1 and L2 of",
            "Which parameters L1 and L2 keep small: all of them, as in micrograd, or the weights only.",
            "all",
            new Choice("all", "all parameters"),
            new Choice("weights", "weights only"));

    private static final List<Setting> ALL = List.of(
            DATA,
            FORMULA,
            SAMPLES,
            NOISE,
            DATA_SEED,
            TEST_SHARE,
            SPLIT_SEED,
            STANDARDISE,
            FEATURES,
            LAYERS,
            ACTIVATION,
            OUTPUT_ACTIVATION,
            INITIALISATION,
            BIAS,
            SEED,
            LOSS,
            OPTIMIZER,
            MOMENTUM,
            BETA1,
            BETA2,
            EPSILON,
            WEIGHT_DECAY,
            LEARNING_RATE,
            SCHEDULE,
            BATCH_SIZE,
            ORDER,
            ORDER_SEED,
            ZERO_GRAD,
            L1,
            L2,
            PENALTY);

    private Settings() {}

    public static List<Setting> all() {
        return ALL;
    }

    static List<Integer> defaultLayers() {
        return List.of(4, 4, 1);
    }

    private static Choice[] activations() {
        return new Choice[] {
            new Choice("tanh", "tanh"),
            new Choice("relu", "ReLU"),
            new Choice("leaky-relu", "leaky ReLU"),
            new Choice("sigmoid", "sigmoid"),
            new Choice("linear", "linear")
        };
    }
}
