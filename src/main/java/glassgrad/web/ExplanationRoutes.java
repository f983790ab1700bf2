package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import glassgrad.explain.Explanation;
import glassgrad.explain.Health;
import glassgrad.explain.Nudge;
import glassgrad.explain.Paths;
import glassgrad.explain.Remembered;
import glassgrad.explain.Shares;
import glassgrad.explain.Slope;
import glassgrad.explain.Surface;
import glassgrad.explain.Sweep;
import glassgrad.explain.Update;
import glassgrad.explain.Wiring;
import glassgrad.link.SubjectText;
import glassgrad.training.Deadline;
import glassgrad.training.Limits;
import glassgrad.training.Probe;
import glassgrad.training.Run;
import glassgrad.training.Stopped;
import glassgrad.training.Subject;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the numbers of a step are what they are. */
final class ExplanationRoutes {
    /** The part of a request's time in which the way of the training is looked for. */
    private static final Duration FOR_TRAIL = Limits.REQUEST.dividedBy(4);

    private final RunRoutes runs;

    ExplanationRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    /** @param sample what the graph is about, as {@link SubjectText} writes it */
    record OfNode<T>(int step, Object sample, @JsonUnwrapped T answer) {}

    record OfStep<T>(int step, @JsonUnwrapped T answer) {}

    /** @param stopped null unless the run met a number that is not finite here, and makes no update */
    record UpdateAnswer(
            int step,
            @Nullable Stopped stopped,
            @JsonUnwrapped Update update) {}

    void explanation(Context request) {
        double by = Queries.number(request, "by", Nudge.DEFAULT);
        int most = Queries.integer(request, "most", Explanation.TERMS);
        Moment moment = moment(request);
        answer(request, moment, Explanation.of(moment.wiring, node(request), by, most));
    }

    void paths(Context request) {
        int most = Queries.integer(request, "most", Paths.DEFAULT);
        Moment moment = moment(request);
        answer(request, moment, Paths.of(moment.wiring, node(request), most));
    }

    void sweep(Context request) {
        Moment moment = moment(request);
        answer(request, moment, Sweep.of(moment.wiring));
    }

    void shares(Context request) {
        Run run = runs.run(request);
        Probe probe = probe(request, run);
        String parameter = request.queryParam("parameter");
        Object shares = parameter == null
                ? Shares.ofSample(
                        probe,
                        Queries.integer(request, "sample", 0),
                        run.dataset().size())
                : Shares.ofParameter(
                        probe,
                        parameter,
                        Queries.integer(request, "most", Shares.DEFAULT),
                        GraphRoutes.subject(request) instanceof Subject.Numbered sample ? sample.number() : null);
        Json.answer(request, new OfStep<>(probe.step(), shares));
    }

    void slope(Context request) {
        int points = Queries.integer(request, "points", Slope.DEFAULT_POINTS);
        Double from = Queries.number(request, "from");
        Double to = Queries.number(request, "to");
        Probe probe = probe(request, runs.run(request));
        Slope slope = Slope.of(probe, Queries.required(request, "parameter"), from, to, points, RunRoutes.budget());
        Json.answer(request, new OfStep<>(probe.step(), slope));
    }

    void surface(Context request) {
        int points = Queries.integer(request, "points", Surface.DEFAULT_POINTS);
        Surface.Side x = side(request, "x");
        Surface.Side y = side(request, "y");
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Surface surface = Surface.of(run, step, x, y, points, Deadline.in(FOR_TRAIL), RunRoutes.budget());
        Json.answer(request, new OfStep<>(step, surface));
    }

    void health(Context request) {
        Run run = runs.run(request);
        Probe probe = probe(request, run);
        Health health = Health.of(run, probe, run.frame(probe.step(), RunRoutes.budget()));
        Json.answer(request, new OfStep<>(probe.step(), health));
    }

    void update(Context request) {
        Run run = runs.run(request);
        Probe probe = probe(request, run);
        Stopped stopped = run.frame(probe.step(), RunRoutes.budget()).stopped();
        Update update = Update.of(probe, run.recipe().edits(), request.queryParam("parameter"));
        Json.answer(request, new UpdateAnswer(probe.step(), stopped, update));
    }

    void optimizer(Context request) {
        Probe probe = probe(request, runs.run(request));
        Json.answer(request, new OfStep<>(probe.step(), Remembered.of(probe)));
    }

    private static Surface.Side side(Context request, String axis) {
        return new Surface.Side(
                Queries.required(request, axis),
                Queries.number(request, axis + "From"),
                Queries.number(request, axis + "To"));
    }

    private record Moment(int step, Object sample, Wiring wiring) {}

    private Moment moment(Context request) {
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Subject subject = GraphRoutes.subject(request);
        return new Moment(step, SubjectText.json(subject), wiring(run, step, subject));
    }

    static Wiring wiring(Run run, int step, Subject subject) {
        Map<String, Double> carried = new HashMap<>();
        if (subject instanceof Subject.All) {
            List<String> names = run.parameterNames();
            double[] numbers = run.probe(step).carried();
            for (int i = 0; i < numbers.length; i++) {
                carried.put(names.get(i), numbers[i]);
            }
        }
        return Wiring.of(run.graph(step, subject), carried);
    }

    private Probe probe(Context request, Run run) {
        return run.probe(runs.reach(run, RunRoutes.step(request)));
    }

    private static String node(Context request) {
        return Queries.required(request, "node");
    }

    private static void answer(Context request, Moment moment, Object answer) {
        Json.answer(request, new OfNode<>(moment.step, moment.sample, answer));
    }
}
