package glassgrad.data;

import java.util.List;

/** Samples of one shape, in order. */
public record Dataset(List<Sample> samples) {
    public Dataset {
        samples = List.copyOf(samples);
    }

    public int size() {
        return samples.size();
    }

    /** How many numbers go in. */
    public int inputs() {
        return samples.get(0).x().size();
    }

    /** How many numbers should come out. */
    public int outputs() {
        return samples.get(0).y().size();
    }

    /** Whether every target is -1 or 1. */
    public boolean isSigned() {
        return samples.stream().flatMap(sample -> sample.y().stream()).allMatch(y -> Math.abs(y) == 1);
    }

    /** Whether every target is 0 or 1. */
    public boolean isBinary() {
        return samples.stream().flatMap(sample -> sample.y().stream()).allMatch(y -> y == 0 || y == 1);
    }

    /** Whether every sample has one target that is 1, its class, and all others are 0. */
    public boolean isOneHot() {
        return isBinary()
                && samples.stream()
                        .allMatch(sample ->
                                sample.y().stream().filter(y -> y == 1).count() == 1);
    }
}
