package glassgrad.web;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import glassgrad.graph.Graph;
import glassgrad.training.Frame;
import glassgrad.training.Preset;
import glassgrad.training.Run;
import java.util.List;

/** What the API answers, where it is more than a record of ours. */
final class Answers {
    private Answers() {}

    /** The samples of a run, in the order of a frame's outputs. */
    record Data(int inputs, int outputs, List<Sample> samples) {
        static Data of(Dataset data) {
            return new Data(data.inputs(), data.outputs(), data.samples());
        }
    }

    /** A run that was opened, at its first step. */
    record RunAnswer(String run, RecipeJson recipe, List<String> parameters, Data data, Frame frame) {
        static RunAnswer of(Run run, Frame frame) {
            return new RunAnswer(
                    run.id(), RecipeJson.of(run.recipe()), run.parameterNames(), Data.of(run.dataset()), frame);
        }
    }

    /** @param sample a number, or "all" */
    record GraphAnswer(int step, Object sample, List<Graph.Node> nodes, String root) {}

    record PresetAnswer(String name, String title, RecipeJson recipe) {
        static PresetAnswer of(Preset preset) {
            return new PresetAnswer(preset.name(), preset.title(), RecipeJson.of(preset.recipe()));
        }
    }
}
