package glassgrad.data;

import java.util.Arrays;
import java.util.List;

/** One example: what goes in, and what should come out. */
public record Sample(List<Double> x, List<Double> y) {
    public Sample {
        x = List.copyOf(x);
        y = List.copyOf(y);
    }

    public static Sample of(double[] x, double... y) {
        return new Sample(box(x), box(y));
    }

    private static List<Double> box(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
