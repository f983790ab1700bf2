package glassgrad.export;

import glassgrad.data.Sample;
import glassgrad.training.Blueprint;
import glassgrad.training.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of a run as comma-separated values (RFC 4180): a line of names, a dot in every decimal. */
public final class Tables {
    private static final String LINE = "\r\n";

    private Tables() {}

    /** A line a sample: which set it is of, what the network sees of it, its targets. */
    public static String samples(Blueprint blueprint) {
        int outputs = blueprint.samples().get(0).y().size();
        List<String> names = new ArrayList<>(List.of("set"));
        names.addAll(blueprint.inputNames());
        IntStream.rangeClosed(1, outputs).forEach(k -> names.add(outputs == 1 ? "y" : "y" + k));
        Stream<String> training = blueprint.samples().stream().map(sample -> row("train", sample));
        Stream<String> test = blueprint.test().stream().map(sample -> row("test", sample));
        return table(String.join(",", names), Stream.concat(training, test));
    }

    /** A line a step, up to that of a frame. */
    public static String losses(List<Double> before, Frame frame) {
        Stream<String> lines = IntStream.range(0, before.size()).mapToObj(step -> step + "," + before.get(step));
        return table("step,loss", Stream.concat(lines, Stream.of(frame.step() + "," + frame.loss())));
    }

    /** A line a parameter, with its gradient. */
    public static String parameters(List<String> names, Frame frame) {
        return table(
                "parameter,value,gradient",
                IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + "," + frame.values().get(i) + ","
                                + frame.gradients().get(i)));
    }

    private static String row(String set, Sample sample) {
        return Stream.concat(sample.x().stream(), sample.y().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(",", set + ",", ""));
    }

    private static String table(String names, Stream<String> lines) {
        return lines.collect(Collectors.joining(LINE, names + LINE, LINE));
    }
}
