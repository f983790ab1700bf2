package glassgrad.training;

import glassgrad.data.Sample;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a recipe's data and network are made into before the first update, for those who train it elsewhere.
 *
 * @param samples to learn from, as the network sees them: standardised, and made into features, where the recipe says so
 * @param test the samples to test with, likewise
 * @param inputNames of the network's inputs: "x1", or a feature
 * @param parameterNames per neuron its weights, then its bias
 * @param firstParameters in the same order, before any edit
 * @param loss the name of its formula
 */
public record Blueprint(
        List<Sample> samples,
        List<Sample> test,
        List<String> inputNames,
        List<String> parameterNames,
        List<Double> firstParameters,
        String loss) {
    /** The blueprint of a recipe. */
    public static Blueprint of(Recipe recipe) {
        Model model = new Model(recipe, new Workshop());
        return new Blueprint(
                model.dataset.samples(),
                model.seen.all(model.given.test()),
                model.inputNames,
                model.names.all(),
                DoubleStream.of(model.initial).boxed().toList(),
                model.loss.formula());
    }
}
