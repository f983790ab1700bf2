package glassgrad.web;

import glassgrad.data.CsvSamples;
import glassgrad.data.CsvTable;
import glassgrad.data.Sample;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A person's file as samples. */
final class CsvRoutes {
    private static final CsvSamples.Most MOST = new CsvSamples.Most(Limits.SAMPLES, Limits.OUTPUTS, Limits.MAGNITUDE);

    /** So many of the lines that were not taken are told. */
    private static final int TOLD = 100;

    private CsvRoutes() {}

    /** @param kind "number" or "class" */
    record Column(String name, String kind) {}

    /**
     * @param inputs the columns that go in, counted from 1
     * @param targets the columns that should come out
     * @param classes the names of the classes, in the order of their outputs; empty if targets are numbers
     * @param dropped the first lines that were not taken
     * @param droppedCount how many there are
     */
    record Answer(
            String separator,
            List<Column> columns,
            List<Integer> inputs,
            List<Integer> targets,
            List<String> classes,
            List<Sample> points,
            List<CsvTable.Dropped> dropped,
            int droppedCount) {}

    /** The body is the file; the query may say which columns are what, and whether a column of numbers names classes. */
    static void read(Context request) {
        CsvTable table = CsvTable.read(Body.text(request));
        int width = table.names().size();
        if (width < 2) {
            throw new InvalidInput("body", "A table needs two columns at least: one that goes in, one that comes out.");
        }
        List<Integer> targets = columns(request, "targets", width, List.of(width));
        List<Integer> inputs = columns(request, "inputs", width, others(width, targets));
        checkCounts(inputs, targets);
        int target = targets.get(0) - 1;
        boolean named = targets.size() == 1
                && ("true".equals(request.queryParam("classes")) || !CsvSamples.isNumeric(table, target));
        List<Integer> from = indices(inputs);
        CsvSamples read = named
                ? CsvSamples.ofClasses(table, from, target, MOST)
                : CsvSamples.ofNumbers(table, from, indices(targets), MOST);
        List<Column> columns = IntStream.range(0, width)
                .mapToObj(i -> new Column(table.names().get(i), CsvSamples.isNumeric(table, i) ? "number" : "class"))
                .toList();
        List<CsvTable.Dropped> dropped = read.dropped();
        Json.answer(
                request,
                new Answer(
                        String.valueOf(table.separator()),
                        columns,
                        inputs,
                        targets,
                        read.classes(),
                        read.samples(),
                        dropped.subList(0, Math.min(TOLD, dropped.size())),
                        dropped.size()));
    }

    private static List<Integer> columns(Context request, String name, int width, List<Integer> fallback) {
        String text = request.queryParam(name);
        if (text == null) {
            return fallback;
        }
        List<Integer> columns = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.matches("[1-9]\\d{0,5}") || Integer.parseInt(part) > width) {
                throw new InvalidInput(name, "It must be columns from 1 to %d, between commas.".formatted(width));
            }
            if (columns.contains(Integer.valueOf(part))) {
                throw new InvalidInput(name, "Column %s stands there twice.".formatted(part));
            }
            columns.add(Integer.valueOf(part));
        }
        return columns;
    }

    private static List<Integer> others(int width, List<Integer> targets) {
        return IntStream.rangeClosed(1, width)
                .boxed()
                .filter(column -> !targets.contains(column))
                .toList();
    }

    private static void checkCounts(List<Integer> inputs, List<Integer> targets) {
        if (inputs.isEmpty() || inputs.size() > Limits.INPUTS) {
            throw new InvalidInput(
                    "inputs", "There must be at least 1 and at most %d columns that go in.".formatted(Limits.INPUTS));
        }
        if (targets.size() > Limits.OUTPUTS) {
            throw new InvalidInput(
                    "targets", "There can be at most %d columns that come out.".formatted(Limits.OUTPUTS));
        }
        if (inputs.stream().anyMatch(targets::contains)) {
            throw new InvalidInput("inputs", "A column cannot both go in and come out.");
        }
    }

    private static List<Integer> indices(List<Integer> columns) {
        return columns.stream().map(column -> column - 1).toList();
    }
}
