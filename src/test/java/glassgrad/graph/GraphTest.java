package glassgrad.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GraphTest {
    @Test
    void a_node_holds_its_operands_in_order_and_the_derivative_by_each() {
        Value a = new Value(3, "a");
        Value b = new Value(4, "b");
        Value square = a.mul(a);
        Value root = square.sub(b).named("L");
        root.backward();

        Graph graph = Graph.of(root);

        assertEquals("L", graph.root());
        assertEquals(List.of("a", "#1", "b", "L"), ids(graph));
        Graph.Node product = graph.nodes().get(1);
        assertEquals("*", product.op());
        assertEquals(List.of("a", "a"), product.operands());
        assertEquals(List.of(3.0, 3.0), product.partials());
        Graph.Node difference = graph.nodes().get(3);
        assertEquals(List.of("#1", "b"), difference.operands());
        assertEquals(List.of(1.0, -1.0), difference.partials());
        assertEquals(5, difference.data());
        assertEquals(6, graph.nodes().get(0).gradient());
    }

    @Test
    void values_with_the_same_name_have_ids_of_their_own() {
        Value c = new Value(1, "c");
        Value again = c.add(1).named("c");
        assertEquals(List.of("c", "c#2"), ids(Graph.of(again)));
    }

    @Test
    void the_number_of_an_operation_stands_on_its_side_and_is_short() {
        assertOperation("**2", a -> a.pow(2));
        assertOperation("*-1.5", a -> a.mul(-1.5));
        assertOperation("*0.0001", a -> a.mul(1e-4));
        assertOperation("*1E-10", a -> a.mul(1e-10));
        assertOperation("+1000", a -> a.add(1000));
        assertOperation("1-", a -> a.rsub(1));
        assertOperation("2**", a -> a.rpow(2));
        assertOperation("max 0", a -> a.max(0));
        assertOperation("-Infinity", a -> a.sub(Double.POSITIVE_INFINITY));
        assertOperation("tanh", Value::tanh);
    }

    @Test
    void dot_draws_each_value_as_a_record_and_each_operation_as_a_node_of_its_own() {
        Value a = new Value(2, "a");
        Value root = a.mul(-3).named("b");
        root.backward();
        assertEquals("""
                digraph {
                	graph [rankdir=LR]
                	"a" [label="{ a | data 2.0000 | grad -3.0000 }" shape=record]
                	"b" [label="{ b | data -6.0000 | grad 1.0000 }" shape=record]
                	"b *-3" [label="*-3"]
                	"b *-3" -> "b"
                	"a" -> "b *-3"
                }
                """, Dot.of(Graph.of(root)));
    }

    @Test
    void dot_draws_one_edge_for_an_operand_used_twice_as_the_lecture_does() {
        Value a = new Value(3, "a");
        Value root = a.add(a).named("b");
        root.backward();
        assertEquals("""
                digraph {
                	graph [rankdir=LR]
                	"a" [label="{ a | data 3.0000 | grad 2.0000 }" shape=record]
                	"b" [label="{ b | data 6.0000 | grad 1.0000 }" shape=record]
                	"b +" [label="+"]
                	"b +" -> "b"
                	"a" -> "b +"
                }
                """, Dot.of(Graph.of(root)));
    }

    /** The right sides are what CPython prints for "%.4f". */
    @Test
    void dot_rounds_as_python_does() {
        assertData("0.0001", 0.00015);
        assertData("0.0312", 0.03125);
        assertData("0.0001", 0.00005);
        assertData("-0.0000", -1e-5);
        assertData("-1234.5678", -1234.56785);
        assertData("9223372036854775808.0000", 0x1p63);
        assertData("nan", Double.NaN);
        assertData("-inf", Double.NEGATIVE_INFINITY);
    }

    @Test
    void in_dot_no_two_nodes_share_a_name() {
        // "#1" made by "1-", and "#11" made by "-".
        Value value = new Value(1, "a").rsub(1);
        for (int i = 0; i < 11; i++) {
            value = value.sub(value);
        }
        Set<String> names = new HashSet<>();
        Dot.of(Graph.of(value))
                .lines()
                .filter(line -> line.contains("[label="))
                .forEach(line -> assertTrue(names.add(line.substring(0, line.indexOf(" [label="))), line));
        assertEquals(13 + 12, names.size());
    }

    private static void assertData(String expected, double number) {
        String dot = Dot.of(Graph.of(new Value(number, "a")));
        assertTrue(dot.contains("\"{ a | data " + expected + " | grad 0.0000 }\""), dot);
    }

    private static void assertOperation(String expected, UnaryOperator<Value> operation) {
        Graph graph = Graph.of(operation.apply(new Value(0.5, "a")));
        assertEquals(expected, graph.nodes().get(1).op());
    }

    private static List<String> ids(Graph graph) {
        return graph.nodes().stream().map(Graph.Node::id).toList();
    }
}
