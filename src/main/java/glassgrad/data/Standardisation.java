package glassgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs moved and scaled so that each has the mean 0 and the standard deviation 1 over the samples it was made from.
 *
 * @param means one an input
 * @param deviations one an input; that of a population, and 1 where all samples have the same number
 */
public record Standardisation(List<Double> means, List<Double> deviations) {
    public Standardisation {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** That of some samples. */
    public static Standardisation of(List<Sample> samples) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int k = 0; k < samples.get(0).x().size(); k++) {
            double sum = 0;
            for (Sample sample : samples) {
                sum += sample.x().get(k);
            }
            double mean = sum / samples.size();
            double squares = 0;
            for (Sample sample : samples) {
                double apart = sample.x().get(k) - mean;
                squares += apart * apart;
            }
            double deviation = Math.sqrt(squares / samples.size());
            means.add(mean);
            deviations.add(deviation == 0 ? 1 : deviation);
        }
        return new Standardisation(means, deviations);
    }

    /** A sample with its inputs moved and scaled; its targets stay. */
    public Sample of(Sample sample) {
        List<Double> x = sample.x();
        return new Sample(
                IntStream.range(0, x.size())
                        .mapToObj(k -> (x.get(k) - means.get(k)) / deviations.get(k))
                        .toList(),
                sample.y());
    }
}
