package glassgrad.training;

import glassgrad.data.Feature;
import glassgrad.data.Sample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a recipe.
 *
 * <p>Numbers go in by their bits: {@link Double#toString} writes some of them differently before and after JDK 19.
 */
final class RecipeHash {
    private static final int BYTES = 16;

    private final StringBuilder text = new StringBuilder();

    private RecipeHash() {}

    /** The hash of the recipe with none of its edits, with the first, with the first two, ...; the last is the recipe's. */
    static List<String> ofPrefixes(Recipe recipe) {
        RecipeHash hash = new RecipeHash();
        hash.add(Recipe.VERSION);
        hash.data(recipe.data());
        hash.network(recipe.network());
        hash.training(recipe.training());
        List<String> ids = new ArrayList<>();
        ids.add(hash.hex());
        for (Edit edit : recipe.edits()) {
            RecipeHash next = new RecipeHash();
            next.add(ids.get(ids.size() - 1));
            next.edit(edit);
            ids.add(next.hex());
        }
        return ids;
    }

    private void data(DataRecipe data) {
        samples(data);
        // What came later is left out where it is as it always was: a recipe keeps its hash.
        if (!data.drawing().equals(DataRecipe.Drawing.DEFAULT)) {
            add("drawn");
            add(data.drawing().samples());
            add(data.drawing().noise());
            add(data.drawing().seed());
            if (!data.drawing().formula().equals(Settings.FORMULA.text())) {
                add("formula");
                add(data.drawing().formula());
            }
        }
        if (!data.testing().equals(DataRecipe.Testing.NONE)) {
            add("tested");
            add(data.testing().share());
            add(data.testing().seed());
        }
        if (data.standardise()) {
            add("standardised");
        }
        if (!data.features().isEmpty()) {
            add("features");
            add(data.features().stream().map(Feature::id).toList());
        }
    }

    private void samples(DataRecipe data) {
        List<Sample> points = data.points();
        if (points == null) {
            add(data.name());
            return;
        }
        add("points");
        for (Sample point : points) {
            add(point.x());
            add(point.y());
        }
    }

    private void network(NetworkRecipe network) {
        add(network.layers());
        add(network.activation().size() == 1 ? network.activation().get(0) : network.activation());
        add(network.outputActivation());
        add(network.bias());
        add(network.seed());
        // What came later is left out where it is as it always was: a recipe keeps its hash.
        if (!network.initialisation().equals(NetworkRecipe.DEFAULT.initialisation())) {
            add(network.initialisation());
        }
    }

    private void training(TrainingRecipe training) {
        add(training.loss());
        add(training.optimizer());
        add(training.learningRate());
        add(training.schedule().name());
        if (training.schedule() instanceof Schedule.Linear linear) {
            add(linear.end());
            add(linear.steps());
        } else if (training.schedule() instanceof Schedule.Cosine cosine) {
            add(cosine.end());
            add(cosine.steps());
        } else if (training.schedule() instanceof Schedule.Steps steps) {
            add(steps.every());
            add(steps.factor());
        }
        add(training.batchSize());
        add(training.zeroGrad());
        add(training.l1());
        add(training.l2());
        Coefficients c = training.coefficients();
        if (!c.equals(Coefficients.DEFAULT)) {
            add("coefficients");
            add(List.of(c.momentum(), c.beta1(), c.beta2(), c.epsilon(), c.weightDecay()));
        }
        if (!training.order().equals(Order.GIVEN)) {
            add(training.order().name());
            add(training.order().seed());
        }
        if (!training.penalty().equals(TrainingRecipe.DEFAULT.penalty())) {
            add("penalty");
            add(training.penalty());
        }
    }

    private void edit(Edit edit) {
        add("edit");
        add(edit.step());
        edit.set().forEach((name, value) -> {
            add(name);
            add(value);
        });
    }

    private void add(@Nullable Object part) {
        if (part instanceof Double number) {
            text.append(Long.toHexString(Double.doubleToLongBits(number)));
        } else if (part instanceof List<?> list) {
            text.append(list.size()).append('[');
            list.forEach(this::add);
        } else {
            text.append(part);
        }
        text.append(';');
    }

    private String hex() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
