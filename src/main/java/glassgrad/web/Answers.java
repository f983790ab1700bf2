package glassgrad.web;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import glassgrad.data.Standardisation;
import glassgrad.graph.Graph;
import glassgrad.graph.GraphNumbers;
import glassgrad.graph.Topology;
import glassgrad.link.SubjectText;
import glassgrad.training.Frame;
import glassgrad.training.LossGraph;
import glassgrad.training.Preset;
import glassgrad.training.Progress;
import glassgrad.training.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API answers, where it is more than a record of ours. */
final class Answers {
    private Answers() {}

    /**
     * The samples of a run.
     *
     * @param samples those to learn from, in the order of a frame's outputs
     * @param test those to test with; null if there are none
     * @param standardisation how inputs are moved and scaled before the network sees them; null if they are not
     */
    record Data(
            int inputs,
            int outputs,
            List<Sample> samples,
            @Nullable List<Sample> test,
            @Nullable Standardisation standardisation) {
        static Data of(Run run) {
            Dataset data = run.dataset();
            return new Data(
                    data.inputs(),
                    data.outputs(),
                    data.samples(),
                    run.test().isEmpty() ? null : run.test(),
                    run.standardisation());
        }
    }

    /** A run that was opened, at its first step. */
    record RunAnswer(String run, RecipeJson recipe, List<String> parameters, Data data, Frame frame) {
        static RunAnswer of(Run run, Frame frame) {
            return new RunAnswer(run.id(), RecipeJson.of(run.recipe()), run.parameterNames(), Data.of(run), frame);
        }
    }

    /** @param graph its numbers, of the frame's step; null unless asked for, or if the problem says why not */
    record StepsAnswer(
            int from,
            List<Double> losses,
            Frame frame,
            @Nullable String met,
            @Nullable NumbersAnswer graph,
            @Nullable Problem graphProblem) {
        static StepsAnswer of(Progress progress, @Nullable NumbersAnswer graph, @Nullable Problem problem) {
            return new StepsAnswer(
                    progress.from(), progress.losses(), progress.frame(), progress.met(), graph, problem);
        }
    }

    /** @param sample what the graph is about, as {@link SubjectText} writes it */
    record GraphAnswer(int step, Object sample, List<Graph.Node> nodes, String root) {
        static GraphAnswer of(int step, Object sample, Graph graph) {
            return new GraphAnswer(step, sample, graph.nodes(), graph.root());
        }
    }

    /** The half of a graph that stays the same from step to step: asked for once. */
    record TopologyAnswer(String topology, List<Topology.Node> nodes, String root) {
        static TopologyAnswer of(LossGraph graph) {
            Topology topology = Topology.of(Graph.of(graph));
            return new TopologyAnswer(graph.topology(), topology.nodes(), topology.root());
        }
    }

    /**
     * The half of a graph that every step changes, a number a node in the order of the topology's nodes.
     *
     * @param partials one for every operand of every node, one node's after the other's
     */
    record NumbersAnswer(
            int step,
            Object sample,
            String topology,
            List<Double> data,
            List<Double> gradients,
            List<Double> partials) {
        static NumbersAnswer of(int step, Object sample, LossGraph graph) {
            GraphNumbers numbers = GraphNumbers.of(graph);
            return new NumbersAnswer(
                    step, sample, graph.topology(), numbers.data(), numbers.gradients(), numbers.partials());
        }
    }

    record PresetAnswer(String name, String title, RecipeJson recipe) {
        static PresetAnswer of(Preset preset) {
            return new PresetAnswer(preset.name(), preset.title(), RecipeJson.of(preset.recipe()));
        }
    }
}
