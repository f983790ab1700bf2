package glassgrad.graph;

import java.util.List;

/** A graph without its numbers: what stays the same from step to step. */
public record Topology(List<Node> nodes, String root) {
    /** As {@link Graph.Node}, without numbers. */
    public record Node(String id, String op, String label, List<String> operands, String group) {
        private static Node of(Graph.Node node) {
            return new Node(node.id(), node.op(), node.label(), node.operands(), node.group());
        }
    }

    public static Topology of(Graph graph) {
        return new Topology(graph.nodes().stream().map(Node::of).toList(), graph.root());
    }
}
