package glassgrad.export;

import glassgrad.data.Sample;
import glassgrad.training.Blueprint;
import glassgrad.training.Coefficients;
import glassgrad.training.Edit;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Recipe;
import glassgrad.training.Schedule;
import glassgrad.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a recipe says, as the constants of a Python program. */
final class PythonLiterals {
    /** Weights that Python's random does not draw. */
    private static final String DRAWN_ELSEWHERE = "tensorflow-playground";

    private static final int WIDTH = 100;

    private PythonLiterals() {}

    /** The samples, one a line. */
    static String samples(Blueprint blueprint) {
        return blueprint.samples().stream()
                .map(PythonLiterals::sample)
                .collect(Collectors.joining("\n", "# Inputs and targets of every sample.\nSAMPLES = [\n", "\n]\n"));
    }

    /** All else, with the number of steps. */
    static String settings(Recipe recipe, Blueprint blueprint, int steps) {
        NetworkRecipe network = recipe.network();
        TrainingRecipe training = recipe.training();
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("STEPS", String.valueOf(steps));
        constants.put("SEED", String.valueOf(network.seed()));
        constants.put("LAYERS", of(network.layers()));
        constants.put(
                "ACTIVATIONS",
                of(IntStream.rangeClosed(1, network.layers().size())
                        .mapToObj(layer -> network.activationOf(layer).replace('-', '_'))
                        .toList()));
        constants.put("INITIALISATION", of(network.initialisation()));
        constants.put("BIAS", of(network.bias()));
        constants.put(
                "FIRST_WEIGHTS",
                network.initialisation().equals(DRAWN_ELSEWHERE) ? wrapped(blueprint.firstParameters()) : "None");
        constants.put("LOSS", of(blueprint.loss()));
        constants.put("OPTIMIZER", of(training.optimizer()));
        constants.put("SCHEDULE", of(schedule(training.schedule())));
        constants.put("ORDER", of(training.order().name()));
        constants.put("ORDER_SEED", String.valueOf(training.order().seed()));
        constants.put("PENALTY", of(training.penalty()));
        constants.put("SETTINGS", of(settings(training)));
        constants.put("EDITS", edits(recipe.edits()));
        return constants.entrySet().stream()
                .map(constant -> constant.getKey() + " = " + constant.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String sample(Sample sample) {
        return "    (" + of(sample.x()) + ", " + of(sample.y()) + "),";
    }

    private static Map<String, @Nullable Object> schedule(Schedule schedule) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("name", schedule.name());
        if (schedule instanceof Schedule.Linear linear) {
            words.put("end", linear.end());
            words.put("steps", linear.steps());
        } else if (schedule instanceof Schedule.Cosine cosine) {
            words.put("end", cosine.end());
            words.put("steps", cosine.steps());
        } else if (schedule instanceof Schedule.Steps steps) {
            words.put("every", steps.every());
            words.put("factor", steps.factor());
        }
        return words;
    }

    /** Those that an edit may change, by the names that an edit has for them. */
    private static Map<String, @Nullable Object> settings(TrainingRecipe training) {
        Coefficients coefficients = training.coefficients();
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("learningRate", training.learningRate());
        words.put("batchSize", training.batchSize());
        words.put("zeroGrad", training.zeroGrad());
        words.put("l1", training.l1());
        words.put("l2", training.l2());
        words.put("momentum", coefficients.momentum());
        words.put("beta1", coefficients.beta1());
        words.put("beta2", coefficients.beta2());
        words.put("epsilon", coefficients.epsilon());
        words.put("weightDecay", coefficients.weightDecay());
        return words;
    }

    private static String edits(List<Edit> edits) {
        return edits.stream()
                .map(edit -> "    " + edit.step() + ": " + of(whole(edit.set())) + ",\n")
                .collect(Collectors.joining("", edits.isEmpty() ? "{" : "{\n", "}"));
    }

    /** A batch has a whole number of samples. */
    private static Map<String, @Nullable Object> whole(Map<String, @Nullable Object> set) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>(set);
        words.replaceAll((name, value) ->
                name.endsWith(".batchSize") && value instanceof Double size ? (Object) size.intValue() : value);
        return words;
    }

    private static String wrapped(List<Double> numbers) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("   ");
        for (double number : numbers) {
            if (line.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(of(number)).append(',');
        }
        lines.add(line.toString());
        return "[\n" + String.join("\n", lines) + "\n]";
    }

    /** A value as Python writes it; numbers come back with the same bits. */
    private static String of(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonLiterals::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Number) {
            // Numbers that are not finite can be no part of a recipe.
            return value.toString().replace("E", "e");
        }
        return "'" + value + "'";
    }
}
