package glassgrad.web;

import glassgrad.link.SubjectText;
import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import glassgrad.training.LossGraph;
import glassgrad.training.Progress;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import glassgrad.training.Subject;
import glassgrad.training.Until;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Runs: opened by their recipe, and seen at any step. */
final class RunRoutes {
    private final Runs runs;

    RunRoutes(Runs runs) {
        this.runs = runs;
    }

    /**
     * @param from where the asker's losses end; the start if left out
     * @param until to be answered no later step than that at which one of these comes true
     * @param graph to have the numbers of the frame's graph answered with it
     */
    record StepsRequest(
            @Nullable Integer from,
            @Nullable Integer to,
            GraphRoutes.@Nullable GraphRequest graph,
            @Nullable UntilRequest until) {}

    /** @param since the step that the asker sees: what is true there already stops nothing */
    record UntilRequest(
            @Nullable Integer since,
            @Nullable Integer step,
            @Nullable Double loss,
            @Nullable Double accuracy,
            @Nullable Integer patience) {
        Until conditions() {
            return new Until(step, loss, accuracy, patience);
        }
    }

    void open(Context request) {
        Run run = runs.open(Json.read(request, RecipeJson.class).recipe());
        Json.answer(request, Answers.RunAnswer.of(run, run.frame(0, budget())));
    }

    void steps(Context request) {
        Run run = run(request);
        StepsRequest steps = Json.read(request, StepsRequest.class);
        if (steps.to == null) {
            throw new InvalidInput("to", "The step to go to is missing.");
        }
        int from = steps.from == null ? 0 : steps.from;
        UntilRequest until = steps.until;
        Progress progress = until == null
                ? run.advance(from, steps.to, budget())
                : run.advance(from, steps.to, until.since == null ? from : until.since, until.conditions(), budget());
        runs.weigh(run);
        Json.answer(
                request,
                steps.graph == null
                        ? Answers.StepsAnswer.of(progress, null, null)
                        : withGraph(run, progress, steps.graph.wanted()));
    }

    private static Answers.StepsAnswer withGraph(Run run, Progress progress, Subject subject) {
        int step = progress.frame().step();
        try {
            LossGraph graph = run.graph(step, subject);
            return Answers.StepsAnswer.of(
                    progress, Answers.NumbersAnswer.of(step, SubjectText.json(subject), graph), null);
        } catch (InvalidInput e) {
            // The steps were made: whoever cannot see the graph can see all else.
            return Answers.StepsAnswer.of(progress, null, Problem.of(e));
        }
    }

    void frame(Context request) {
        Run run = run(request);
        Frame frame = run.frame(step(request), budget());
        runs.weigh(run);
        Json.answer(request, frame);
    }

    /** The run that an address names. */
    Run run(Context request) {
        return runs.find(request.pathParam("run"))
                .orElseThrow(() -> new Refused(Problem.of(
                        404, "unknown run", "The server does not know this run (any more): post its recipe again.")));
    }

    /** Trains the run until a step, if it can; the step reached. */
    int reach(Run run, int step) {
        int reached = run.reach(step, budget());
        runs.weigh(run);
        return reached;
    }

    /** The step that an address names. */
    static int step(Context request) {
        try {
            return Integer.parseInt(request.pathParam("step"));
        } catch (NumberFormatException e) {
            throw InvalidInput.notAStep("step");
        }
    }

    static Deadline budget() {
        return Deadline.in(Limits.REQUEST);
    }
}
