package glassgrad.web;

import glassgrad.engine.Value;
import glassgrad.explain.Overwriting;
import glassgrad.expression.Expression;
import glassgrad.expression.Place;
import glassgrad.expression.Statement;
import glassgrad.graph.Graph;
import glassgrad.graph.Topology;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of expressions shows of one expression.
 *
 * @param root the id of the result's node
 * @param inputs every name that the source takes from outside, with its number
 * @param names the inputs, then what the statements name, each with what it stands for last
 * @param statements in the order of the source
 * @param topology the graph without its numbers; null if the asker knows it
 * @param graph the graph's numbers
 * @param wrong the ids of the nodes whose gradients are wrong, because contributions replaced one another
 */
record ExpressionSheet(
        double value,
        String root,
        Map<String, Double> inputs,
        List<NameRow> names,
        List<StatementRow> statements,
        @Nullable TopologyPart topology,
        Answers.NumbersAnswer graph,
        List<String> wrong) {
    private static final int HASH_BYTES = 16;

    /**
     * A name and what it stands for.
     *
     * @param name empty for a result without a name
     * @param node its node; null if the result does not depend on it
     * @param input whether its number is given from outside
     * @param number where its number stands in the source, if nothing else makes it
     * @param correct the right gradient where the other may be wrong; null otherwise
     */
    record NameRow(
            String name,
            @Nullable String node,
            boolean input,
            @Nullable Place number,
            double value,
            double gradient,
            @Nullable Double correct) {}

    /** @param node null if the result does not depend on it */
    record StatementRow(String name, @Nullable String node, double value, double gradient, Place place) {}

    record TopologyPart(String topology, List<Topology.Node> nodes, String root) {}

    /**
     * @param overwrite whether to differentiate with the lecture's bug
     * @param known the name of the topology that the asker has; null if none
     */
    static ExpressionSheet of(Expression expression, boolean overwrite, @Nullable String known) {
        List<Value> order = expression.root().order();
        double[] right = order.stream().mapToDouble(value -> value.gradient).toArray();
        if (overwrite) {
            Overwriting.backward(expression.root());
        }
        Graph graph = Graph.of(expression.root());
        IdentityHashMap<Value, Integer> places = new IdentityHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            places.put(order.get(i), i);
            if (overwrite && !isSame(order.get(i).gradient, right[i])) {
                wrong.add(graph.nodes().get(i).id());
            }
        }
        Rows rows = new Rows(graph, places, overwrite ? right : null);
        String topology = nameOf(graph);
        return new ExpressionSheet(
                expression.value(),
                graph.root(),
                numbers(expression.inputs()),
                rows.names(expression),
                expression.statements().stream().map(rows::statement).toList(),
                topology.equals(known)
                        ? null
                        : new TopologyPart(topology, Topology.of(graph).nodes(), graph.root()),
                numbers(topology, graph),
                wrong);
    }

    /** As people compare: -0 is 0, and what is no number is none both times. */
    private static boolean isSame(double a, double b) {
        return a == b || (Double.isNaN(a) && Double.isNaN(b));
    }

    /** What a value is in the graph. */
    private static final class Rows {
        private final Graph graph;
        private final IdentityHashMap<Value, Integer> places;
        private final double @Nullable [] right;

        Rows(Graph graph, IdentityHashMap<Value, Integer> places, double @Nullable [] right) {
            this.graph = graph;
            this.places = places;
            this.right = right;
        }

        List<NameRow> names(Expression expression) {
            List<NameRow> rows = new ArrayList<>();
            expression.inputs().forEach((name, value) -> rows.add(name(name, value, true, null)));
            Map<String, Statement> last = new LinkedHashMap<>();
            expression.statements().forEach(statement -> last.put(statement.name(), statement));
            last.values().forEach(given -> rows.add(name(given.name(), given.value(), false, given.number())));
            return rows;
        }

        private NameRow name(String name, Value value, boolean input, @Nullable Place number) {
            Integer place = places.get(value);
            Double correct = right == null ? null : place == null ? Double.valueOf(0) : Double.valueOf(right[place]);
            return new NameRow(name, node(place), input, number, value.data, value.gradient, correct);
        }

        StatementRow statement(Statement statement) {
            Value value = statement.value();
            return new StatementRow(
                    statement.name(), node(places.get(value)), value.data, value.gradient, statement.place());
        }

        private @Nullable String node(@Nullable Integer place) {
            return place == null ? null : graph.nodes().get(place).id();
        }
    }

    private static Map<String, Double> numbers(Map<String, Value> values) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.forEach((name, value) -> numbers.put(name, value.data));
        return numbers;
    }

    private static Answers.NumbersAnswer numbers(String topology, Graph graph) {
        List<Double> data = new ArrayList<>();
        List<Double> gradients = new ArrayList<>();
        List<Double> partials = new ArrayList<>();
        for (Graph.Node node : graph.nodes()) {
            data.add(node.data());
            gradients.add(node.gradient());
            partials.addAll(node.partials());
        }
        return new Answers.NumbersAnswer(0, 0, topology, data, gradients, partials);
    }

    /** The same for graphs that differ in nothing but their numbers. */
    private static String nameOf(Graph graph) {
        StringBuilder text = new StringBuilder();
        for (Graph.Node node : graph.nodes()) {
            text.append(node.id()).append(' ').append(node.op()).append(' ');
            text.append(node.label()).append(' ').append(node.operands()).append(';');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
