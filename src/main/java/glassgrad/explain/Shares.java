package glassgrad.explain;

import glassgrad.training.InvalidInput;
import glassgrad.training.Probe;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whose gradient it is: what each sample, regularization and earlier steps add to the gradient of the batch. */
public final class Shares {
    public static final int DEFAULT = 12;
    public static final int MOST = 100;

    private Shares() {}

    /**
     * The gradient of one parameter taken apart: carried, the samples' shares and regularization's add up to it.
     *
     * @param gradient the one that the next update uses
     * @param carried what earlier steps left, where gradients are not set to zero
     * @param regularization what it adds
     * @param scale by how much a sample's own loss is multiplied in the batch's, as it is in the shares
     * @param from the first sample of the batch
     * @param to the sample after the last
     * @param samples those of the batch, in their order, where it is shuffled: from and to are then places in
     *     the epoch's order; null if not
     * @param shares one a sample of the batch
     * @param sum carried, shares and regularization added up in this order, as backward does
     * @param largest the shares that weigh most, in the order of the samples
     * @param rest all the other shares; null if there are none
     */
    public record OfParameter(
            String parameter,
            double gradient,
            double carried,
            double regularization,
            double scale,
            int from,
            int to,
            @Nullable List<Integer> samples,
            List<Double> shares,
            double sum,
            List<Share> largest,
            @Nullable Rest rest) {}

    /**
     * What one sample adds.
     *
     * @param sample counted from 0 among all the samples
     */
    public record Share(int sample, double share) {}

    /**
     * What samples that are not listed add.
     *
     * @param sum of their shares
     */
    public record Rest(int count, double sum) {}

    /**
     * What one sample adds to the gradients of all parameters.
     *
     * @param inBatch whether the next update looks at this sample; if not, its shares are 0
     * @param shares one a parameter
     * @param rest what the other samples of the batch add
     */
    public record OfSample(
            int sample,
            boolean inBatch,
            double scale,
            int from,
            int to,
            @Nullable List<Integer> samples,
            List<Double> gradients,
            List<Double> shares,
            List<Double> rest,
            List<Double> regularization,
            List<Double> carried) {}

    /**
     * The shares of all the samples in the gradient of one parameter.
     *
     * @param most how many to list as the largest
     * @param always a sample that is listed in any case, if it is in the batch; null for none
     */
    public static OfParameter ofParameter(Probe probe, String parameter, int most, @Nullable Integer always) {
        if (most < 1 || most > MOST) {
            throw new InvalidInput("most", "At least 1 and at most %d shares can be listed.".formatted(MOST));
        }
        int index = probe.index("parameter", parameter);
        double[] shares = probe.gradientOfSamples(index);
        double carried = probe.carried()[index];
        double regularization = probe.regularization()[index];
        double sum = carried;
        for (double share : shares) {
            sum += share;
        }
        sum += regularization;
        List<Share> largest = largest(probe, shares, most, always);
        return new OfParameter(
                parameter,
                probe.gradients()[index],
                carried,
                regularization,
                probe.scale(),
                probe.batchFrom(),
                probe.batchTo(),
                probe.isShuffled() ? probe.batch() : null,
                boxed(shares),
                sum,
                largest,
                rest(probe, shares, largest));
    }

    private static List<Share> largest(Probe probe, double[] shares, int most, @Nullable Integer always) {
        List<Integer> batch = probe.batch();
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Share(batch.get(i), shares[i]))
                .sorted(Comparator.comparing((Share share) -> always == null || share.sample != always)
                        .thenComparing(share -> -Math.abs(share.share)))
                .limit(most)
                .sorted(Comparator.comparingInt(Share::sample))
                .toList();
    }

    private static @Nullable Rest rest(Probe probe, double[] shares, List<Share> largest) {
        Set<Integer> listed = largest.stream().map(Share::sample).collect(Collectors.toSet());
        double sum = 0;
        List<Integer> batch = probe.batch();
        for (int i = 0; i < shares.length; i++) {
            if (!listed.contains(batch.get(i))) {
                sum += shares[i];
            }
        }
        int count = shares.length - listed.size();
        return count == 0 ? null : new Rest(count, sum);
    }

    /** The shares of a sample, which is counted from 0 among all the samples. */
    public static OfSample ofSample(Probe probe, int sample, int samples) {
        if (sample < 0 || sample >= samples) {
            throw new InvalidInput("sample", "The sample must be a whole number from 0 to %d.".formatted(samples - 1));
        }
        boolean inBatch = probe.batch().contains(sample);
        double[] gradients = probe.gradients();
        double[] carried = probe.carried();
        double[] regularization = probe.regularization();
        double[] shares = inBatch ? probe.gradientsOfSample(sample) : new double[gradients.length];
        double[] rest = new double[gradients.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = gradients[i] - carried[i] - regularization[i] - shares[i];
        }
        return new OfSample(
                sample,
                inBatch,
                probe.scale(),
                probe.batchFrom(),
                probe.batchTo(),
                probe.isShuffled() ? probe.batch() : null,
                boxed(gradients),
                boxed(shares),
                boxed(rest),
                boxed(regularization),
                boxed(carried));
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
