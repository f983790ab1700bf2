package glassgrad.link;

import glassgrad.data.Sample;
import glassgrad.training.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** A person's own samples as an address writes them: "2,3,-1:1;3,-1,0.5:-1", inputs before the colon, targets after it. */
final class PointsText {
    private PointsText() {}

    static List<Sample> read(String key, String text) {
        List<Sample> samples = new ArrayList<>();
        for (String sample : Texts.parts(text, ';')) {
            List<String> sides = Texts.parts(sample, ':');
            if (sides.size() != 2) {
                throw new InvalidInput(
                        key,
                        "\"%s\" is not a sample: it is written inputs:targets, such as 2,3,-1:1."
                                .formatted(Texts.shortened(sample)));
            }
            samples.add(new Sample(Texts.numbers(key, sides.get(0)), Texts.numbers(key, sides.get(1))));
        }
        return samples;
    }

    static String write(List<Sample> samples) {
        return String.join(
                ";",
                samples.stream()
                        .map(sample -> Texts.of(sample.x()) + ":" + Texts.of(sample.y()))
                        .toList());
    }
}
