package glassgrad.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.training.Deadline;
import glassgrad.training.LossGraph;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private final Map<String, Topology> known = new HashMap<>();
    private int met;

    /** Whoever has the topology of this name already may put any numbers of this name in it. */
    @Test
    void graphs_whose_topologies_have_one_name_have_the_same_nodes() {
        Runs runs = new Runs();
        RandomRecipes.of(11, 60).forEach(recipe -> {
            Run run = runs.open(recipe);
            for (int step = 0; step < 5; step++) {
                int reached = run.reach(step, Deadline.in(Duration.ofMinutes(1)));
                check(run.graphOfBatch(reached));
                for (int sample = 0; sample < run.dataset().size(); sample++) {
                    check(run.graph(reached, sample));
                }
            }
        });
        assertTrue(known.size() > 60, known.size() + " topologies");
        assertTrue(met > 5 * known.size(), met + " graphs");
    }

    @Test
    void the_numbers_stand_in_the_order_of_the_nodes() {
        RandomRecipes.of(12, 20).forEach(recipe -> {
            LossGraph values = new Runs().open(recipe).graphOfBatch(0);
            Graph graph = Graph.of(values);
            GraphNumbers numbers = GraphNumbers.of(values);
            assertEquals(graph.nodes().stream().map(Graph.Node::data).toList(), numbers.data());
            assertEquals(graph.nodes().stream().map(Graph.Node::gradient).toList(), numbers.gradients());
            assertEquals(
                    graph.nodes().stream()
                            .flatMap(node -> node.partials().stream())
                            .toList(),
                    numbers.partials());
        });
    }

    private void check(LossGraph graph) {
        met++;
        Topology topology = Topology.of(Graph.of(graph));
        Topology before = known.putIfAbsent(graph.topology(), topology);
        if (before != null) {
            assertEquals(before, topology, graph.topology());
        }
    }
}
