package glassgrad.web;

import glassgrad.explain.Diagnosis;
import glassgrad.explain.Exercise;
import glassgrad.explain.Exercise.Quantity;
import glassgrad.explain.Series;
import glassgrad.explain.Wiring;
import glassgrad.link.SubjectText;
import glassgrad.training.InvalidInput;
import glassgrad.training.Run;
import glassgrad.training.Subject;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exercises on a graph, and what is to be said about the answers. */
final class PracticeRoutes {
    private final RunRoutes runs;

    PracticeRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    /** @param sample what the graph is about, as {@link SubjectText} writes it */
    record Answer(
            @Nullable Object sample,
            @Nullable String node,
            @Nullable String quantity,
            @Nullable Double answer) {}

    record ExpressionAnswer(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable String node,
            @Nullable String quantity,
            @Nullable Double answer) {}

    record ExpressionSeries(
            @Nullable String source,
            @Nullable Map<String, Double> inputs,
            @Nullable Long seed,
            @Nullable Integer count,
            @Nullable String quantity) {}

    /** @param difficulty larger is harder */
    record ExerciseJson(String node, String quantity, double difficulty) {
        static List<ExerciseJson> of(List<Exercise> series) {
            return series.stream()
                    .map(exercise -> new ExerciseJson(
                            exercise.node(), exercise.quantity().word(), exercise.difficulty()))
                    .toList();
        }
    }

    /**
     * @param sample what the graph is about, as {@link SubjectText} writes it
     * @param candidates so many exercises there are; with no more than these, another seed gives the same
     */
    record SeriesAnswer(int step, Object sample, long seed, List<ExerciseJson> exercises, int candidates) {}

    record ExpressionSeriesAnswer(long seed, List<ExerciseJson> exercises, int candidates) {}

    void series(Context request) {
        long seed = Queries.integer(request, "seed", 0);
        int count = Queries.integer(request, "count", Series.DEFAULT);
        Quantity asked = quantity(request.queryParam("quantity"));
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Subject subject = GraphRoutes.subject(request);
        Object sample = SubjectText.json(subject);
        Wiring wiring = ExplanationRoutes.wiring(run, step, subject);
        Series series = Series.among(wiring, seed, count, asked);
        Json.answer(
                request,
                new SeriesAnswer(step, sample, seed, ExerciseJson.of(series.exercises()), series.candidates()));
    }

    void answer(Context request) {
        Answer answer = Json.read(request, Answer.class);
        Run run = runs.run(request);
        int asked = RunRoutes.step(request);
        int step = runs.reach(run, asked);
        if (step < asked && run.frame(step, RunRoutes.budget()).stopped() == null) {
            // The numbers of an earlier step would call a right answer wrong.
            throw new Refused(Problem.of(503, "not there yet", "The run is on its way to this step. Ask once more."));
        }
        Subject subject = GraphRoutes.subject("sample", answer.sample);
        Wiring wiring = ExplanationRoutes.wiring(run, step, subject);
        diagnose(request, wiring, answer.node, answer.quantity, answer.answer);
    }

    static void answerToExpression(Context request) {
        ExpressionAnswer answer = Json.read(request, ExpressionAnswer.class);
        Wiring wiring = Wiring.of(
                ExpressionRoutes.expression(answer.source, answer.inputs).root());
        diagnose(request, wiring, answer.node, answer.quantity, answer.answer);
    }

    static void seriesOfExpression(Context request) {
        ExpressionSeries wanted = Json.read(request, ExpressionSeries.class);
        Wiring wiring = Wiring.of(
                ExpressionRoutes.expression(wanted.source, wanted.inputs).root());
        long seed = wanted.seed == null ? 0 : wanted.seed;
        int count = wanted.count == null ? Series.DEFAULT : wanted.count;
        Series series = Series.among(wiring, seed, count, quantity(wanted.quantity));
        Json.answer(
                request, new ExpressionSeriesAnswer(seed, ExerciseJson.of(series.exercises()), series.candidates()));
    }

    /** Null where both are asked for. */
    private static @Nullable Quantity quantity(@Nullable String word) {
        return word == null ? null : Quantity.named(word);
    }

    private static void diagnose(
            Context request, Wiring wiring, @Nullable String node, @Nullable String quantity, @Nullable Double answer) {
        if (answer == null) {
            throw new InvalidInput("answer", "This field is missing.");
        }
        Quantity asked = Quantity.named(ExpressionRoutes.required("quantity", quantity));
        String id = ExpressionRoutes.required("node", node);
        Json.answer(request, Diagnosis.of(wiring, id, asked, answer));
    }
}
