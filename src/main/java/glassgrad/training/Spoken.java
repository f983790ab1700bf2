package glassgrad.training;

import static java.util.Map.entry;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operations and places of a network are called in a sentence. */
final class Spoken {
    private static final Pattern PLACE = Pattern.compile("layer(\\d+)\\.neuron(\\d+)(?:\\.(?:w(\\d+)|(b)))?");

    // spotless:off - a table reads by its columns
    private static final Map<Op, String> DOING = Map.ofEntries(
            entry(Op.ADD, "adding"),                entry(Op.SUB, "subtracting"),
            entry(Op.MUL, "multiplying"),           entry(Op.DIV, "dividing"),
            entry(Op.POW, "raising to a power"),    entry(Op.NEG, "changing the sign"),
            entry(Op.MAX, "taking the larger"),     entry(Op.MIN, "taking the smaller"),
            entry(Op.TANH, "tanh"),                 entry(Op.EXP, "the exponential"),
            entry(Op.LOG, "the logarithm"),         entry(Op.SQRT, "the square root"),
            entry(Op.RELU, "ReLU"),                 entry(Op.LEAKY_RELU, "leaky ReLU"),
            entry(Op.SIGMOID, "the sigmoid"),       entry(Op.SOFTPLUS, "softplus"),
            entry(Op.SIN, "the sine"),              entry(Op.COS, "the cosine"),
            entry(Op.ABS, "taking the absolute value"));
    // spotless:on

    private Spoken() {}

    /** What the operation that made a value does: "squaring", "adding". */
    static String doing(Value made) {
        Op op = made.op();
        if (op == null) {
            return "reading a number";
        }
        boolean square = op == Op.POW && made.hasConstant() && !made.isConstantFirst() && made.constant() == 2;
        return square ? "squaring" : DOING.getOrDefault(op, op.symbol());
    }

    /** A parameter or a group of nodes: "weight 3 of neuron 1 in layer 2", "neuron 1 of layer 2", "the loss". */
    static String place(String name) {
        Matcher place = PLACE.matcher(name);
        if (!place.matches()) {
            return name.equals("loss") ? "the loss" : name;
        }
        String neuron = "neuron " + place.group(2);
        String layer = "layer " + place.group(1);
        if (place.group(3) == null && place.group(4) == null) {
            return "%s of %s".formatted(neuron, layer);
        }
        String parameter = place.group(3) == null ? "the bias" : "weight " + place.group(3);
        return "%s of %s in %s".formatted(parameter, neuron, layer);
    }
}
