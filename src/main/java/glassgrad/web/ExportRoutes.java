package glassgrad.web;

import glassgrad.export.JavaCode;
import glassgrad.export.PythonCode;
import glassgrad.export.Tables;
import glassgrad.link.Compact;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.link.View;
import glassgrad.training.Blueprint;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Progress;
import glassgrad.training.Run;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run, up to a step, as files: programs that print the same losses, and tables of its numbers. */
final class ExportRoutes {
    private final RunRoutes runs;
    private final Visitors visitors;

    ExportRoutes(RunRoutes runs, Visitors visitors) {
        this.runs = runs;
        this.visitors = visitors;
    }

    /** What a run is written as. */
    private enum Form {
        // spotless:off - a table reads by its columns
        PYTHON(    "python",         "glassgrad_run.py",     "text/x-python"),
        NOTEBOOK(  "notebook",       "glassgrad_run.ipynb",  "application/x-ipynb+json"),
        PYTORCH(   "pytorch",        "glassgrad_pytorch.py", "text/x-python"),
        JAVA(      "java",           "GlassgradRun.java",    "text/x-java"),
        SAMPLES(   "samples.csv",    "samples.csv",          "text/csv"),
        LOSSES(    "losses.csv",     "losses.csv",           "text/csv"),
        PARAMETERS("parameters.csv", "parameters.csv",       "text/csv");
        // spotless:on

        private final String id;
        private final String file;
        private final String type;

        Form(String id, String file, String type) {
            this.id = id;
            this.file = file;
            this.type = type;
        }

        static Form named(String id) {
            return Arrays.stream(values())
                    .filter(form -> form.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(
                            "form",
                            "A run is written as one of: %s."
                                    .formatted(Arrays.stream(values())
                                            .map(form -> form.id)
                                            .collect(Collectors.joining(", ")))));
        }
    }

    void export(Context request) {
        Run run = runs.run(request);
        Form form = Form.named(request.pathParam("form"));
        int step = RunRoutes.step(request);
        int reached = runs.reach(run, step);
        if (reached < step && run.frame(reached, RunRoutes.budget()).stopped() == null) {
            throw new Refused(Problem.of(
                    409, "not computed yet", "The run is at step %,d of %,d. Ask again.".formatted(reached, step)));
        }
        request.contentType(form.type + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + form.file + "\"");
        Gzip.send(request, text(request, run, form, reached).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Context request, Run run, Form form, int step) {
        return switch (form) {
            case PYTHON -> python(request, run, step).script();
            case NOTEBOOK -> notebook(python(request, run, step).cells());
            case PYTORCH -> python(request, run, step).pytorch();
            case JAVA -> JavaCode.program(query(run, 0), step);
            case SAMPLES -> Tables.samples(Blueprint.of(run.recipe()));
            case LOSSES -> losses(run, step);
            case PARAMETERS -> Tables.parameters(run.parameterNames(), run.frame(step, RunRoutes.budget()));
        };
    }

    private PythonCode python(Context request, Run run, int step) {
        return new PythonCode(run.recipe(), step, visitors.origin(request) + "/?" + query(run, step));
    }

    private static String query(Run run, int step) {
        return Compact.of(MomentQuery.write(new Moment(run.recipe(), step, View.DEFAULT)));
    }

    private static String losses(Run run, int step) {
        List<Double> losses = new ArrayList<>();
        Frame frame = run.frame(step, RunRoutes.budget());
        while (losses.size() < step) {
            Progress progress = run.advance(losses.size(), step, RunRoutes.budget());
            losses.addAll(progress.losses());
        }
        return Tables.losses(losses, frame);
    }

    /** The notebook's form 4.5, https://nbformat.readthedocs.io. */
    private static String notebook(List<PythonCode.Cell> cells) {
        List<Map<String, @Nullable Object>> written = new ArrayList<>();
        for (PythonCode.Cell cell : cells) {
            written.add(cell("cell-" + (written.size() + 1), cell));
        }
        return Json.text(Map.of(
                "nbformat",
                4,
                "nbformat_minor",
                5,
                "metadata",
                Map.of("kernelspec", Map.of("name", "python3", "display_name", "Python 3", "language", "python")),
                "cells",
                written));
    }

    private static Map<String, @Nullable Object> cell(String id, PythonCode.Cell cell) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("cell_type", cell.code() ? "code" : "markdown");
        written.put("id", id);
        written.put("metadata", Map.of());
        // Each line but the last ends in its newline.
        written.put("source", List.of(cell.text().split("(?<=\n)", -1)));
        if (cell.code()) {
            written.put("execution_count", null);
            written.put("outputs", List.of());
        }
        return written;
    }
}
