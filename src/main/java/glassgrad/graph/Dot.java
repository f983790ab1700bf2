package glassgrad.graph;

import java.util.Locale;

/** A graph in the language of Graphviz, drawn as the notebook's {@code draw_dot} draws it. */
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
        String record = String.format(
                Locale.ROOT,
                "{ %s | data %s | grad %s }",
                escape(node.label()),
                number(node.data()),
                number(node.gradient()));
        text.append("\t%s [label=\"%s\" shape=record]\n".formatted(quote(node.id()), record));
        if (!node.op().isEmpty()) {
            text.append("\t%s [label=%s]\n".formatted(operation(node), quote(node.op())));
            text.append("\t%s -> %s\n".formatted(operation(node), quote(node.id())));
        }
    }

    private void edges(Graph.Node node) {
        for (String operand : node.operands()) {
            text.append("\t%s -> %s\n".formatted(quote(operand), operation(node)));
        }
    }

    /** An id holds no blank, so that no two nodes share a name: neither "#1" with "1-" and "#11" with "-". */
    private static String operation(Graph.Node node) {
        return quote(node.id() + " " + node.op());
    }

    private static String number(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : Double.toString(number);
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** In a record's label, braces, bars, angle brackets and blanks have meanings of their own. */
    private static String escape(String label) {
        return label.replaceAll("[\\\\{}|<>\" ]", "\\\\$0");
    }
}
