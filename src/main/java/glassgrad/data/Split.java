package glassgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Samples to learn from, and samples to be tested with; each in the order in which they were given. */
public record Split(Dataset training, List<Sample> test) {
    public Split {
        test = List.copyOf(test);
    }

    /**
     * Puts floor(n * share) of n samples aside, at most all but one: those whose numbers stand first after Python's
     * {@code random.seed(seed); random.shuffle(numbers)}. A share of 0 draws nothing.
     */
    public static Split of(Dataset all, double share, long seed) {
        int count = (int) Math.min(all.size() - 1, Math.floor(all.size() * share));
        if (count == 0) {
            return new Split(all, List.of());
        }
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        new PythonRandom(seed).shuffle(numbers);
        boolean[] isTest = new boolean[all.size()];
        numbers.subList(0, count).forEach(i -> isTest[i] = true);
        List<Sample> training = new ArrayList<>();
        List<Sample> test = new ArrayList<>();
        for (int i = 0; i < isTest.length; i++) {
            (isTest[i] ? test : training).add(all.samples().get(i));
        }
        return new Split(new Dataset(training), test);
    }
}
