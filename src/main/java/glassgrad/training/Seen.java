package glassgrad.training;

import glassgrad.data.Feature;
import glassgrad.data.Sample;
import glassgrad.data.Standardisation;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a network sees of a sample: its inputs, moved and scaled if that is wanted, and then made into features if there are any. */
final class Seen {
    final @Nullable Standardisation standardisation;
    private final List<Feature> features;

    /** @param training the samples from whose spread the inputs are scaled */
    Seen(DataRecipe data, List<Sample> training) {
        standardisation = data.standardise() ? Standardisation.of(training) : null;
        features = data.features();
    }

    Sample of(Sample sample) {
        Sample scaled = standardisation == null ? sample : standardisation.of(sample);
        return features.isEmpty() ? scaled : Feature.of(scaled, features);
    }

    List<Sample> all(List<Sample> samples) {
        return samples.stream().map(this::of).toList();
    }

    /** The network's inputs: "x1", or a feature. */
    List<String> names(int inputs) {
        return features.isEmpty()
                ? IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).toList()
                : features.stream().map(Feature::id).toList();
    }
}
