package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.PythonRandom;
import glassgrad.data.Sample;
import glassgrad.data.SeedRandom;
import glassgrad.data.Split;
import glassgrad.data.TensorFlowPlayground;
import glassgrad.nn.Activation;
import glassgrad.nn.Initialisation;
import glassgrad.nn.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a recipe's data, network and loss are made into; edits do not change it. Never changed, so safe to share. */
final class Model {
    private static final String TENSORFLOW_PLAYGROUND = "tensorflow-playground";

    private final Recipe recipe;
    /** The samples to learn from and to test with, as they are given. */
    final Split given;

    final Seen seen;

    /** The samples to learn from, as the network sees them. */
    final Dataset dataset;

    /** The network's inputs: "x1", or a feature. */
    final List<String> inputNames;

    final ParameterNames names;
    final Loss loss;

    /** Null if the targets name none. */
    final @Nullable Classes classes;

    final CompiledLoss compiled;

    final Tapes tapes;

    /** Inputs, then targets, of every sample to learn from, then of those to test with. */
    final double[][] rows;

    final double[] initial;

    Model(Recipe recipe, Workshop workshop) {
        this.recipe = recipe;
        given = recipe.data().split();
        seen = new Seen(recipe.data(), given.training().samples());
        dataset = new Dataset(seen.all(given.training().samples()));
        inputNames = seen.names(dataset.inputs());
        names = new ParameterNames(dataset.inputs(), recipe.network().layers());
        Dataset whole = recipe.data().whole();
        loss = Loss.of(recipe.training().loss(), whole);
        classes = Classes.of(whole, loss);

        Mlp network = initialNetwork();
        initial = network.parameters().stream().mapToDouble(p -> p.data).toArray();

        Sample any = dataset.samples().get(0);
        compiled = workshop.loss(topology(), () -> new CompiledLoss(topology(), network, loss, inputNames, any));
        tapes = workshop.tapes;
        rows = Stream.concat(dataset.samples().stream(), seen.all(given.test()).stream())
                .map(Model::row)
                .toArray(double[][]::new);
    }

    /** The loss of a sample, as the network sees it, as values at these parameters. */
    LossGraph graphOfSample(double[] parameters, Sample sample) {
        return LossGraph.ofSample(topology(), network(parameters), loss, inputNames, sample);
    }

    /** The loss of a batch as values, at these parameters. */
    LossGraph graphOfBatch(double[] parameters, Batch batch, Regularization regularization) {
        String topology = "%s, samples %s, %s".formatted(topology(), batch.inWords(), regularization.inWords());
        return LossGraph.ofBatch(
                topology, network(parameters), loss, inputNames, dataset.samples(), batch.samples(), regularization);
    }

    /** Refuses a graph of so many samples if it would have too many nodes. */
    void checkGraph(int samples) {
        long nodes = (long) samples * (compiled.program.operations() + dataset.inputs() + compiled.outputs.length)
                + initial.length;
        if (nodes > Limits.GRAPH_NODES) {
            throw new InvalidInput(
                    "sample",
                    "This graph would have about %,d nodes; at most %,d can be shown. Choose one sample, or a smaller network."
                            .formatted(nodes, Limits.GRAPH_NODES));
        }
    }

    /** What one step costs, in parameters times samples. */
    int work() {
        return initial.length * rows.length;
    }

    /** About what it keeps in memory: a program, as if it shared it with nobody, its names, and every sample twice, once as objects. */
    long bytes() {
        long numbers = (long) rows.length * (dataset.inputs() + dataset.outputs());
        return 200L * (compiled.program.operations() + initial.length) + 110L * rows.length + 30 * numbers;
    }

    /** All that decides which values one sample's loss is made of: "3-4-4-1 tanh tanh sum-squared-error". */
    private String topology() {
        NetworkRecipe network = recipe.network();
        String layers = network.layers().stream().map(width -> "-" + width).collect(Collectors.joining());
        return "%s%s %s %s %s"
                .formatted(
                        recipe.data().features().isEmpty() ? dataset.inputs() : String.join(",", inputNames),
                        layers,
                        String.join(",", network.activation()),
                        network.outputActivation(),
                        loss.formula());
    }

    private Mlp initialNetwork() {
        NetworkRecipe network = recipe.network();
        if (network.initialisation().equals(TENSORFLOW_PLAYGROUND)) {
            return tensorFlowNetwork();
        }
        PythonRandom random = new PythonRandom(network.seed());
        Initialisation initialisation = Initialisation.named(network.initialisation());
        Mlp.Draw drawn = (inputs, outputs) -> {
            double bound = initialisation.bound(inputs, outputs);
            return random.uniform(-bound, bound);
        };
        return network(drawn, network.bias().equals("zero") ? (inputs, outputs) -> 0 : drawn);
    }

    /** Weights that are drawn after its samples, or by the network's seed where these are others; biases that begin at 0.1. */
    private Mlp tensorFlowNetwork() {
        TensorFlowPlayground own = recipe.data().tensorFlowPlayground();
        if (own != null) {
            return network((inputs, outputs) -> own.nextWeight(), (inputs, outputs) -> TensorFlowPlayground.BIAS);
        }
        SeedRandom random =
                new SeedRandom(TensorFlowPlayground.seedOf(recipe.network().seed()));
        return network((inputs, outputs) -> random.random() - 0.5, (inputs, outputs) -> TensorFlowPlayground.BIAS);
    }

    private Mlp network(double[] parameters) {
        PrimitiveIterator.OfDouble all = Arrays.stream(parameters).iterator();
        Mlp.Draw next = (inputs, outputs) -> all.nextDouble();
        return network(next, next);
    }

    private Mlp network(Mlp.Draw weight, Mlp.Draw bias) {
        NetworkRecipe network = recipe.network();
        List<Activation> activations = IntStream.rangeClosed(1, network.layers().size())
                .mapToObj(layer -> Activation.named(network.activationOf(layer)))
                .toList();
        return new Mlp(dataset.inputs(), network.layers(), activations, weight, bias);
    }

    private static double[] row(Sample sample) {
        List<Double> row = new ArrayList<>(sample.x());
        row.addAll(sample.y());
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
