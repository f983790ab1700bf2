package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import glassgrad.data.Dataset;
import glassgrad.data.Datasets;
import glassgrad.data.Drawn;
import glassgrad.data.TensorFlowPlayground.Kind;
import glassgrad.link.Lesson;
import glassgrad.link.Moment;
import glassgrad.link.Practice;
import glassgrad.link.SubjectText;
import glassgrad.link.View;
import glassgrad.training.DataRecipe;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import glassgrad.training.LossGraph;
import glassgrad.training.Progress;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import glassgrad.training.Subject;
import glassgrad.training.Until;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Moments with all their numbers, as a page begins with them. */
final class PageMoments {
    private static final List<SettingRow> SETTINGS =
            Settings.all().stream().map(SettingRow::of).toList();

    private final Runs runs;
    private final String shortLinks;

    PageMoments(Runs runs, String shortLinks) {
        this.runs = runs;
        this.shortLinks = shortLinks;
    }

    /**
     * @param losses of the steps from 0 up to, not including, the frame's
     * @param topology of the graph; null if it would be too large
     * @param graph its numbers, of the frame's step
     * @param step the one that the address asks for; the frame's is smaller where that would have taken too long
     * @param sample what the graph is about, as {@link SubjectText} writes it
     * @param limits how large things may be
     * @param problem what is wrong with the address
     * @param link the short link that the page was opened by
     * @param shortLinks why none can be made; empty if they can
     */
    record PageMoment(
            RecipeJson recipe,
            String run,
            List<String> parameters,
            Answers.Data data,
            Frame frame,
            List<Double> losses,
            Answers.@Nullable TopologyAnswer topology,
            Answers.@Nullable NumbersAnswer graph,
            int step,
            Object sample,
            ViewJson view,
            List<SettingRow> settings,
            List<Answers.PresetAnswer> presets,
            List<DatasetFacts> datasets,
            Map<String, Number> limits,
            @Nullable Problem problem,
            @Nullable LinkFacts link,
            String shortLinks) {}

    /** @param made the day */
    record LinkFacts(String id, String made) {}

    /**
     * What a page wants to know of a data set before it is asked for.
     *
     * @param samples how many it has by default
     * @param outputs how many targets a sample has
     * @param task "signs", "classes" or "numbers"
     */
    record DatasetFacts(String name, int samples, int inputs, int outputs, String task) {
        static final List<DatasetFacts> ALL = Settings.DATA.choices().stream()
                .map(choice -> of(choice.value()))
                .toList();

        private static DatasetFacts of(String name) {
            Drawn.Task task = Datasets.drawn(name)
                    .map(Drawn::task)
                    .or(() -> Kind.named(name).map(Kind::task))
                    .orElse(Drawn.Task.SIGNS);
            DataRecipe recipe = new DataRecipe(name, null);
            Dataset whole = recipe.whole();
            Drawn.Task learned = recipe.hasFormula() ? Drawn.Task.NUMBERS : task;
            return new DatasetFacts(
                    name,
                    whole.samples().size(),
                    whole.inputs(),
                    whole.outputs(),
                    learned.name().toLowerCase(Locale.ROOT));
        }
    }

    record PracticeJson(String asked, int seed, int number) {
        static @Nullable PracticeJson of(@Nullable Practice practice) {
            return practice == null
                    ? null
                    : new PracticeJson(View.word(practice.asked()), practice.seed(), practice.number());
        }
    }

    record ViewJson(
            String depth,
            List<String> open,
            @Nullable String selected,
            @Nullable String beside,
            String edges,
            String axis,
            @Nullable PracticeJson practice,
            @Nullable Until until,
            Lesson lesson) {
        static ViewJson of(View view) {
            return new ViewJson(
                    View.word(view.depth()),
                    view.open(),
                    view.selected(),
                    view.beside(),
                    View.word(view.edges()),
                    View.word(view.axis()),
                    PracticeJson.of(view.practice()),
                    view.until(),
                    view.lesson());
        }
    }

    /** A row of the table from which form and help are made. */
    record SettingRow(
            String field,
            String key,
            String title,
            String help,
            String type,
            @JsonProperty("default") @Nullable Object fallback,
            double min,
            boolean aboveMin,
            double max,
            List<Setting.Choice> choices,
            boolean editable,
            Setting.@Nullable When when) {
        static SettingRow of(Setting setting) {
            return new SettingRow(
                    setting.field(),
                    setting.key(),
                    setting.title(),
                    setting.help(),
                    setting.type().name().toLowerCase(Locale.ROOT),
                    setting.fallback(),
                    setting.min(),
                    setting.aboveMin(),
                    setting.max(),
                    setting.choices(),
                    setting.editable(),
                    setting.when());
        }
    }

    PageMoment of(Moment moment, @Nullable Problem problem, @Nullable LinkFacts link) {
        Run run = runs.open(moment.recipe());
        Progress progress = run.advance(0, moment.step(), RunRoutes.budget());
        runs.weigh(run);
        int step = progress.frame().step();
        Subject subject = moment.view().subject();
        Object sample = SubjectText.json(subject);
        LossGraph graph = graph(run, step, subject);
        return new PageMoment(
                RecipeJson.of(run.recipe()),
                run.id(),
                run.parameterNames(),
                Answers.Data.of(run),
                progress.frame(),
                progress.losses(),
                graph == null ? null : Answers.TopologyAnswer.of(graph),
                graph == null ? null : Answers.NumbersAnswer.of(step, sample, graph),
                moment.step(),
                sample,
                ViewJson.of(moment.view()),
                SETTINGS,
                PresetRoutes.ALL,
                DatasetFacts.ALL,
                limits(),
                problem,
                link,
                shortLinks);
    }

    private static @Nullable LossGraph graph(Run run, int step, Subject subject) {
        try {
            return run.graph(step, subject);
        } catch (InvalidInput tooLarge) {
            return null;
        }
    }

    private static Map<String, Number> limits() {
        Map<String, Number> limits = new TreeMap<>();
        limits.put("layers", Limits.LAYERS);
        limits.put("neuronsPerLayer", Limits.NEURONS_PER_LAYER);
        limits.put("inputs", Limits.INPUTS);
        limits.put("outputs", Limits.OUTPUTS);
        limits.put("parameters", Limits.PARAMETERS);
        limits.put("samples", Limits.SAMPLES);
        limits.put("steps", Limits.STEPS);
        limits.put("edits", Limits.EDITS);
        limits.put("leastPatience", Limits.LEAST_PATIENCE);
        limits.put("patience", Limits.PATIENCE);
        limits.put("losses", Limits.LOSSES);
        limits.put("graphNodes", Limits.GRAPH_NODES);
        limits.put("magnitude", Limits.MAGNITUDE);
        limits.put("seed", Limits.SEED);
        return limits;
    }
}
