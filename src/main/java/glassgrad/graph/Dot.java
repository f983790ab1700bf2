package glassgrad.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;

/**
 * A graph in the language of Graphviz, line by line as the lecture's {@code draw_dot} makes it: of two edges that lead the same
 * way, as in a + a, it writes one.
 */
public final class Dot {
    private final StringBuilder text = new StringBuilder();

    private Dot() {}

    /** Every value a record "label | data | grad", every operation a node before it, left to right. */
    public static String of(Graph graph) {
        Dot dot = new Dot();
        dot.text.append("digraph {\n\tgraph [rankdir=LR]\n");
        graph.nodes().forEach(dot::node);
        graph.nodes().forEach(dot::edges);
        return dot.text.append("}\n").toString();
    }

    private void node(Graph.Node node) {
        String record = "{ %s | data %s | grad %s }"
                .formatted(escape(node.label()), number(node.data()), number(node.gradient()));
        text.append("\t%s [label=\"%s\" shape=record]\n".formatted(quote(node.id()), record));
        if (!node.op().isEmpty()) {
            text.append("\t%s [label=%s]\n".formatted(operation(node), quote(node.op())));
            text.append("\t%s -> %s\n".formatted(operation(node), quote(node.id())));
        }
    }

    private void edges(Graph.Node node) {
        for (String operand : new LinkedHashSet<>(node.operands())) {
            text.append("\t%s -> %s\n".formatted(quote(operand), operation(node)));
        }
    }

    /** An id holds no blank, so that no two nodes share a name: neither "#1" with "1-" and "#11" with "-". */
    private static String operation(Graph.Node node) {
        return quote(node.id() + " " + node.op());
    }

    /** As Python's "%.4f", which rounds the exact value, halves to even; Java's own rounds its shortest decimal form. */
    private static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        boolean negative = Math.copySign(1, number) < 0;
        return (negative ? "-" : "")
                + new BigDecimal(Math.abs(number))
                        .setScale(4, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** In a record's label, braces, bars and angle brackets have meanings of their own. */
    private static String escape(String label) {
        return label.replaceAll("[\\\\{}|<>\"]", "\\\\$0");
    }
}
