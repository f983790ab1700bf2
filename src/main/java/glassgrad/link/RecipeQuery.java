package glassgrad.link;

import glassgrad.data.Feature;
import glassgrad.data.Sample;
import glassgrad.training.Coefficients;
import glassgrad.training.DataRecipe;
import glassgrad.training.Edit;
import glassgrad.training.InvalidInput;
import glassgrad.training.NetworkRecipe;
import glassgrad.training.Order;
import glassgrad.training.Recipe;
import glassgrad.training.Schedule;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import glassgrad.training.TrainingRecipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recipe as keys of an address: the settings by the keys of their table, then points and edits. */
final class RecipeQuery {
    private static final String POINTS = "points";
    private static final String EDITS = "edits";

    private RecipeQuery() {}

    /** @throws InvalidInput naming the key at fault */
    static Recipe read(Query query) {
        try {
            return recipe(query);
        } catch (InvalidInput e) {
            throw new InvalidInput(key(e.field()), e.getMessage());
        }
    }

    /** Puts what differs from the defaults. */
    static void write(Recipe recipe, Query query) {
        write(recipe, query, false);
    }

    /** Puts everything. */
    static void writeWhole(Recipe recipe, Query query) {
        write(recipe, query, true);
    }

    private static void write(Recipe recipe, Query query, boolean whole) {
        Map<Setting, @Nullable Object> values = values(recipe);
        List<Sample> points = recipe.data().points();
        if (points != null) {
            query.put(POINTS, PointsText.write(points));
            values.remove(Settings.DATA);
        }
        for (Setting setting : Settings.all()) {
            boolean usual = Objects.equals(values.get(setting), fallback(setting));
            if (values.containsKey(setting) && (whole || !usual)) {
                query.put(setting.key(), SettingText.write(values.get(setting)));
            }
        }
        List<Edit> edits = recipe.edits();
        if (!edits.isEmpty()) {
            query.put(EDITS, EditsText.write(edits));
        }
    }

    @SuppressWarnings("unchecked") // SettingText reads FEATURES as a list of features
    private static Recipe recipe(Query query) {
        Map<Setting, @Nullable Object> values = new HashMap<>();
        for (Setting setting : Settings.all()) {
            String text = query.take(setting.key());
            values.put(setting, text == null ? fallback(setting) : SettingText.read(setting, setting.key(), text));
        }
        String points = query.take(POINTS);
        String edits = query.take(EDITS);
        Long samples = (Long) get(values, Settings.SAMPLES);
        DataRecipe data = new DataRecipe(
                points == null ? (String) values.get(Settings.DATA) : null,
                points == null ? null : PointsText.read(POINTS, points),
                new DataRecipe.Drawing(
                        (int) Settings.SAMPLES.check(samples),
                        (Double) get(values, Settings.NOISE),
                        (Long) get(values, Settings.DATA_SEED),
                        (String) get(values, Settings.FORMULA)),
                new DataRecipe.Testing(
                        (Double) get(values, Settings.TEST_SHARE), (Long) get(values, Settings.SPLIT_SEED)),
                (Boolean) get(values, Settings.STANDARDISE),
                (List<Feature>) get(values, Settings.FEATURES));
        return new Recipe(
                data,
                network(values, data),
                training(values),
                edits == null ? List.of() : EditsText.read(EDITS, edits));
    }

    @SuppressWarnings("unchecked") // SettingText reads LAYERS as a list of integers, and CHOICES as one of texts
    private static NetworkRecipe network(Map<Setting, @Nullable Object> values, DataRecipe data) {
        return new NetworkRecipe(
                Layers.of((List<Integer>) get(values, Settings.LAYERS), data.dataset()),
                (List<String>) get(values, Settings.ACTIVATION),
                (String) get(values, Settings.OUTPUT_ACTIVATION),
                (String) get(values, Settings.BIAS),
                (Long) get(values, Settings.SEED),
                (String) get(values, Settings.INITIALISATION));
    }

    private static TrainingRecipe training(Map<Setting, @Nullable Object> values) {
        Long batchSize = (Long) values.get(Settings.BATCH_SIZE);
        return new TrainingRecipe(
                (String) get(values, Settings.LOSS),
                (String) get(values, Settings.OPTIMIZER),
                (Double) get(values, Settings.LEARNING_RATE),
                (Schedule) get(values, Settings.SCHEDULE),
                batchSize == null ? null : (Integer) (int) Settings.BATCH_SIZE.check(batchSize),
                (Boolean) get(values, Settings.ZERO_GRAD),
                (Double) get(values, Settings.L1),
                (Double) get(values, Settings.L2),
                new Coefficients(
                        (Double) get(values, Settings.MOMENTUM),
                        (Double) get(values, Settings.BETA1),
                        (Double) get(values, Settings.BETA2),
                        (Double) get(values, Settings.EPSILON),
                        (Double) get(values, Settings.WEIGHT_DECAY)),
                new Order((String) get(values, Settings.ORDER), (Long) get(values, Settings.ORDER_SEED)),
                (String) get(values, Settings.PENALTY));
    }

    private static Map<Setting, @Nullable Object> values(Recipe recipe) {
        NetworkRecipe network = recipe.network();
        TrainingRecipe training = recipe.training();
        Map<Setting, @Nullable Object> values = new HashMap<>();
        values.put(Settings.DATA, recipe.data().name());
        values.put(Settings.SAMPLES, (long) recipe.data().drawing().samples());
        values.put(Settings.NOISE, recipe.data().drawing().noise());
        values.put(Settings.DATA_SEED, recipe.data().drawing().seed());
        values.put(Settings.FORMULA, recipe.data().drawing().formula());
        values.put(Settings.TEST_SHARE, recipe.data().testing().share());
        values.put(Settings.SPLIT_SEED, recipe.data().testing().seed());
        values.put(Settings.STANDARDISE, recipe.data().standardise());
        values.put(Settings.FEATURES, recipe.data().features());
        values.put(Settings.LAYERS, Layers.hidden(network));
        values.put(Settings.ACTIVATION, network.activation());
        values.put(Settings.OUTPUT_ACTIVATION, network.outputActivation());
        values.put(Settings.BIAS, network.bias());
        values.put(Settings.SEED, network.seed());
        values.put(Settings.INITIALISATION, network.initialisation());
        values.put(Settings.LOSS, training.loss());
        values.put(Settings.OPTIMIZER, training.optimizer());
        values.put(Settings.LEARNING_RATE, training.learningRate());
        values.put(Settings.SCHEDULE, training.schedule());
        values.put(Settings.BATCH_SIZE, training.batchSize());
        values.put(Settings.ZERO_GRAD, training.zeroGrad());
        values.put(Settings.L1, training.l1());
        values.put(Settings.L2, training.l2());
        values.put(Settings.MOMENTUM, training.coefficients().momentum());
        values.put(Settings.BETA1, training.coefficients().beta1());
        values.put(Settings.BETA2, training.coefficients().beta2());
        values.put(Settings.EPSILON, training.coefficients().epsilon());
        values.put(Settings.WEIGHT_DECAY, training.coefficients().weightDecay());
        values.put(Settings.ORDER, training.order().name());
        values.put(Settings.ORDER_SEED, training.order().seed());
        values.put(Settings.PENALTY, training.penalty());
        return values;
    }

    /** The default as {@link SettingText} would read it. */
    private static @Nullable Object fallback(Setting setting) {
        return switch (setting.type()) {
            case NUMBER -> setting.number();
            case LAYERS -> Layers.DEFAULT_HIDDEN;
            case CHOICES -> List.of(setting.text());
            case FEATURES -> List.of();
            default -> setting.fallback();
        };
    }

    private static Object get(Map<Setting, @Nullable Object> values, Setting setting) {
        return Objects.requireNonNull(values.get(setting), setting.field());
    }

    /** Whether a field is another one, or stands within it. */
    private static boolean isAt(String field, String other) {
        return field.startsWith(other)
                && (field.length() == other.length() || !Character.isLetter(field.charAt(other.length())));
    }

    /** The key under which an address says what stands at a field of a recipe. */
    private static String key(String field) {
        return Settings.all().stream()
                .filter(setting -> isAt(field, setting.field()))
                .map(Setting::key)
                .findFirst()
                .orElseGet(() -> field.startsWith("data.points") ? POINTS : field);
    }
}
