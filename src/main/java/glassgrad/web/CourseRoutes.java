package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import glassgrad.training.Confusion;
import glassgrad.training.Frame;
import glassgrad.training.Measure;
import glassgrad.training.Run;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How good a network became, and where it goes wrong. */
final class CourseRoutes {
    private final RunRoutes runs;

    CourseRoutes(RunRoutes runs) {
        this.runs = runs;
    }

    /**
     * One entry a step that was measured in each list, the asked step's the last.
     *
     * @param testLoss null if there is nothing to test with
     * @param accuracy null if the targets name no classes
     * @param best where the test loss was smallest; null without one
     */
    record CourseAnswer(
            int step,
            List<Integer> steps,
            List<Double> trainLoss,
            @Nullable List<Double> testLoss,
            @Nullable List<Double> accuracy,
            @Nullable List<Double> testAccuracy,
            @Nullable Best best) {}

    record Best(int step, double testLoss) {}

    record ConfusionAnswer(int step, @JsonUnwrapped Confusion confusion) {}

    void course(Context request) {
        Run run = runs.run(request);
        Frame frame = run.frame(runs.reach(run, RunRoutes.step(request)), RunRoutes.budget());
        List<Map.Entry<Integer, Measure>> course = new ArrayList<>(run.course(frame.step()));
        course.add(Map.entry(
                frame.step(),
                new Measure(frame.trainLoss(), frame.testLoss(), frame.accuracy(), frame.testAccuracy())));
        List<Measure> measures = course.stream().map(Map.Entry::getValue).toList();
        Json.answer(
                request,
                new CourseAnswer(
                        frame.step(),
                        course.stream().map(Map.Entry::getKey).toList(),
                        measures.stream().map(Measure::trainLoss).toList(),
                        column(measures, Measure::testLoss),
                        column(measures, Measure::accuracy),
                        column(measures, Measure::testAccuracy),
                        best(course)));
    }

    void confusion(Context request) {
        Run run = runs.run(request);
        int step = runs.reach(run, RunRoutes.step(request));
        Json.answer(request, new ConfusionAnswer(step, run.confusion(step)));
    }

    /** A column that has a gap where something was not finite; null if it has nothing else. */
    private static @Nullable List<Double> column(List<Measure> measures, Function<Measure, @Nullable Double> column) {
        if (measures.stream().map(column).allMatch(Objects::isNull)) {
            return null;
        }
        return measures.stream()
                .map(measure -> Objects.requireNonNullElse(column.apply(measure), Double.NaN))
                .toList();
    }

    private static @Nullable Best best(List<Map.Entry<Integer, Measure>> course) {
        Best best = null;
        for (Map.Entry<Integer, Measure> each : course) {
            Double loss = each.getValue().testLoss();
            if (loss != null && Double.isFinite(loss) && (best == null || loss < best.testLoss)) {
                best = new Best(each.getKey(), loss);
            }
        }
        return best;
    }
}
