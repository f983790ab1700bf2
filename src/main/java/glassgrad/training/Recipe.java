package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that determines a training run: data, network, training, and the edits a person made, each at its step.
 *
 * <p>The same recipe gives the same numbers on every machine. A recipe is its own validator: one that breaks a limit cannot
 * be made.
 *
 * @param edits in the order of their steps, one a step at most
 */
public record Recipe(DataRecipe data, NetworkRecipe network, TrainingRecipe training, List<Edit> edits) {
    /** The version of the form in which recipes are written. */
    public static final int VERSION = 1;

    /** The notebook's run. */
    public static final Recipe DEFAULT =
            new Recipe(DataRecipe.DEFAULT, NetworkRecipe.DEFAULT, TrainingRecipe.DEFAULT, List.of());

    public Recipe {
        Dataset dataset = data.dataset();
        checkFeatures(data, dataset);
        checkFit(data.whole(), network, training);
        checkSize(dataset, data.width(dataset.inputs()), network);
        if (!edits.isEmpty()) {
            Edits.check(edits, new ParameterNames(data.width(dataset.inputs()), network.layers()));
        }
        edits = List.copyOf(Edits.inOrder(edits));
    }

    /** The SHA-256 of the recipe, by which a run is known; shortened to 32 hexadecimal digits. */
    public String id() {
        return RecipeHash.ofPrefixes(this).get(edits.size());
    }

    public Recipe withEdits(List<Edit> others) {
        return new Recipe(data, network, training, others);
    }

    /** Refuses what is no sample that these data have, or could have, in the name of the field that asks for it. */
    public void checkSubject(String field, Subject subject) {
        if (subject instanceof Subject.Numbered numbered) {
            int samples = data.dataset().size();
            if (numbered.number() >= samples) {
                throw InvalidInput.notASample(field, samples);
            }
        } else if (subject instanceof Subject.Elsewhere elsewhere) {
            checkElsewhere(field, elsewhere.sample());
        }
    }

    private void checkElsewhere(String field, Sample sample) {
        Dataset all = data.whole();
        if (sample.x().size() != all.inputs() || sample.y().size() != all.outputs()) {
            throw new InvalidInput(
                    field,
                    "A sample of these data has inputs and targets, %d and %d of them, with a colon in between."
                            .formatted(all.inputs(), all.outputs()));
        }
        List<Sample> both =
                Stream.concat(all.samples().stream(), Stream.of(sample)).toList();
        try {
            DataRecipe.check(List.of(sample));
            checkTargets(new Dataset(both), training);
        } catch (InvalidInput unfit) {
            throw new InvalidInput(field, String.valueOf(unfit.getMessage()));
        }
    }

    private static void checkFeatures(DataRecipe data, Dataset dataset) {
        if (!data.features().isEmpty() && dataset.inputs() != 2) {
            throw new InvalidInput(
                    Settings.FEATURES.field(),
                    "Features are made of two inputs, x1 and x2; a sample of these data has %d."
                            .formatted(dataset.inputs()));
        }
    }

    private static void checkFit(Dataset dataset, NetworkRecipe network, TrainingRecipe training) {
        int last = network.layers().get(network.layers().size() - 1);
        if (last != dataset.outputs()) {
            throw new InvalidInput(
                    Settings.LAYERS.field(),
                    "The last layer must have %d %s, one for each target of a sample."
                            .formatted(dataset.outputs(), dataset.outputs() == 1 ? "neuron" : "neurons"));
        }
        checkTargets(dataset, training);
        boolean takesScores = Loss.of(training.loss(), dataset).takesScores();
        if (takesScores && !network.outputActivation().equals("linear")) {
            throw new InvalidInput(
                    Settings.OUTPUT_ACTIVATION.field(),
                    "A cross-entropy makes probabilities of scores by itself: the output activation must be linear.");
        }
    }

    private static void checkTargets(Dataset dataset, TrainingRecipe training) {
        switch (training.loss()) {
            case "hinge" ->
                checkLoss(dataset.isSigned(), "The hinge loss needs targets that are -1 or 1; these data have others.");
            case "binary-cross-entropy" ->
                checkLoss(
                        dataset.isSigned() || dataset.isBinary(),
                        "Binary cross-entropy needs targets that are all -1 or 1, or all 0 or 1; these data have others.");
            case "softmax-cross-entropy" ->
                checkLoss(
                        dataset.outputs() > 1 && dataset.isOneHot(),
                        "Softmax cross-entropy needs a target for each of two or more classes, 1 for the sample's own and"
                                + " 0 for all others; these data have other targets.");
            default -> {}
        }
    }

    private static void checkLoss(boolean fits, String message) {
        if (!fits) {
            throw new InvalidInput(Settings.LOSS.field(), message);
        }
    }

    private static void checkSize(Dataset dataset, int inputs, NetworkRecipe network) {
        long parameters = network.parameters(inputs);
        if (parameters > Limits.PARAMETERS) {
            throw new InvalidInput(
                    Settings.LAYERS.field(),
                    "The network would have %,d parameters; at most %,d are allowed."
                            .formatted(parameters, Limits.PARAMETERS));
        }
        long work = parameters * dataset.size();
        if (work > Limits.WORK) {
            throw new InvalidInput(
                    Settings.LAYERS.field(),
                    "%,d parameters times %,d samples are more than the %,d that one step may take."
                            .formatted(parameters, dataset.size(), Limits.WORK));
        }
    }
}
