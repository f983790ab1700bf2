package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.PythonRandom;
import glassgrad.data.Sample;
import glassgrad.data.Split;
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

/** What a recipe's data, network and loss are made into; edits do not change it. Never changed, so safe to share. */
final class Model {
    private final Recipe recipe;
    /** The samples to learn from. */
    final Dataset dataset;

    /** Those to test with. */
    final List<Sample> test;

    final ParameterNames names;
    final Loss loss;

    final CompiledLoss compiled;

    final Tapes tapes;

    /** Inputs, then targets, of every sample to learn from, then of those to test with. */
    final double[][] rows;

    final double[] initial;

    Model(Recipe recipe, Workshop workshop) {
        this.recipe = recipe;
        Split split = recipe.data().split();
        dataset = split.training();
        test = split.test();
        names = new ParameterNames(dataset.inputs(), recipe.network().layers());
        loss = Loss.of(recipe.training().loss(), recipe.data().whole());

        Mlp network = initialNetwork();
        initial = network.parameters().stream().mapToDouble(p -> p.data).toArray();

        Sample any = dataset.samples().get(0);
        compiled = workshop.loss(topology(), () -> new CompiledLoss(topology(), network, loss, any));
        tapes = workshop.tapes;
        rows = Stream.concat(dataset.samples().stream(), test.stream())
                .map(Model::row)
                .toArray(double[][]::new);
    }

    /** The loss of one sample as values, at these parameters. */
    LossGraph graphOfSample(double[] parameters, int sample) {
        return LossGraph.ofSample(
                topology(), network(parameters), loss, dataset.samples().get(sample));
    }

    /** The loss of a batch as values, at these parameters. */
    LossGraph graphOfBatch(double[] parameters, Batch batch, Regularization regularization) {
        String topology = "%s, samples %s, l1 %s, l2 %s"
                .formatted(topology(), batch.inWords(), regularization.l1(), regularization.l2());
        return LossGraph.ofBatch(
                topology, network(parameters), loss, dataset.samples(), batch.samples(), regularization);
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
        return "%d%s %s %s %s"
                .formatted(
                        dataset.inputs(),
                        layers,
                        String.join(",", network.activation()),
                        network.outputActivation(),
                        loss.formula());
    }

    private Mlp initialNetwork() {
        NetworkRecipe network = recipe.network();
        PythonRandom random = new PythonRandom(network.seed());
        Initialisation initialisation = Initialisation.named(network.initialisation());
        Mlp.Draw drawn = (inputs, outputs) -> {
            double bound = initialisation.bound(inputs, outputs);
            return random.uniform(-bound, bound);
        };
        return network(drawn, network.bias().equals("zero") ? (inputs, outputs) -> 0 : drawn);
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
