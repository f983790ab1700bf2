package glassgrad.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression of the lecture, to begin with.
 *
 * @param name by which a link knows it
 * @param inputs in the order in which they are shown
 * @param look what to look at, and the number to find there
 * @param node the value to look at first: the id of its node
 * @param leaves those that a step along the gradient moves
 */
public record Example(
        String name,
        String title,
        String source,
        Map<String, Double> inputs,
        String look,
        String node,
        List<String> leaves) {
    private static final String NEURON = """
            x1w1 = x1*w1
            x2w2 = x2*w2
            n = x1w1 + x2w2 + b
            """;

    /** The bias at which the lecture's neuron has its round gradients. */
    private static final double BIAS = 6.881373587019543;

    private static final List<Example> ALL = List.of(
            new Example(
                    "parabola",
                    "The slope of a parabola",
                    "f = 3*x**2 - 4*x + 5",
                    inputs("x", 3),
                    "At x = 3 the value is 20 and the slope 14. Drag x to 2/3: there the parabola is flat, and the slope 0.",
                    "x",
                    List.of("x")),
            new Example(
                    "step",
                    "A step along the gradient",
                    "e = a*b\nd = e + c\nL = d*f",
                    inputs("a", 2, "b", -3, "c", 10, "f", -2),
                    "L is -8. Move a, b, c and f by 0.01 times their gradients, and L rises to -7.286496.",
                    "a",
                    List.of("a", "b", "c", "f")),
            new Example(
                    "neuron",
                    "A neuron",
                    NEURON + "o = tanh(n)",
                    inputs("x1", 2, "x2", 0, "w1", -3, "w2", 1, "b", BIAS),
                    "o is 0.7071, and the slope of tanh there is 0.5. w2 has no gradient, since its input is 0.",
                    "w1",
                    List.of("w1", "w2", "b")),
            new Example(
                    "neuron-exp",
                    "A neuron, with tanh broken up",
                    NEURON + "e = exp(2*n)\no = (e - 1)/(e + 1)",
                    inputs("x1", 2, "x2", 0, "w1", -3, "w2", 1, "b", BIAS),
                    "e is 5.8284 and is used twice. The gradients are those of the neuron with tanh in one piece.",
                    "e",
                    List.of("w1", "w2", "b")),
            new Example(
                    "twice",
                    "A value used twice",
                    "b = a + a",
                    inputs("a", 3),
                    "Both uses of a add 1 to its gradient: 2. Where the second overwrites the first, it is 1, and wrong.",
                    "a",
                    List.of("a")),
            new Example(
                    "accumulate",
                    "Two values, each used twice",
                    "d = a*b\ne = a + b\nf = d*e",
                    inputs("a", -2, "b", 3),
                    "a and b get a gradient from d and one from e. Added up they are -3 and -8; overwritten they are wrong.",
                    "a",
                    List.of("a", "b")),
            new Example(
                    "softmax",
                    "Softmax and negative log likelihood",
                    """
                    e0 = exp(l0)
                    e1 = exp(l1)
                    e2 = exp(l2)
                    e3 = exp(l3)
                    p3 = e3/(e0 + e1 + e2 + e3)
                    loss = -log(p3)""",
                    inputs("l0", 0, "l1", 3, "l2", -2, "l3", 1),
                    "The loss is 2.1755. A logit's gradient is its probability, less 1 for l3, whose label is the right one.",
                    "l3",
                    List.of("l0", "l1", "l2", "l3")));

    public Example {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** In the order of the lecture. */
    public static List<Example> all() {
        return ALL;
    }

    private static Map<String, Double> inputs(Object... namesAndNumbers) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            inputs.put((String) namesAndNumbers[i], ((Number) namesAndNumbers[i + 1]).doubleValue());
        }
        return inputs;
    }
}
