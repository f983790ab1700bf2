package glassgrad.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Boards with texts of every kind. */
public final class RandomBoards {
    private RandomBoards() {}

    public static Board next(SplittableRandom random) {
        String[] names = {"a", "x1", "größe", "_", "__proto__", "w_2"};
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            double number = random.nextInt(3) == 0 ? random.nextInt(-9, 9) : random.nextDouble(-1e-9, 1e22);
            inputs.put(names[random.nextInt(names.length)], random.nextInt(9) == 0 ? Double.NaN : number);
        }
        String[] sources = {"d = a*b; L = (d + c)*f", "a\n+ 1 & 2 % 3 # ü", "", "x**2 +\t\"?\"", "a+b"};
        return new Board(
                sources[random.nextInt(sources.length)],
                inputs,
                random.nextBoolean(),
                random.nextBoolean() ? null : "a#2",
                random.nextInt(3) == 0 ? null : List.copyOf(inputs.keySet()),
                random.nextBoolean() ? 0.01 : random.nextDouble(-3, 3),
                random.nextBoolean()
                        ? null
                        : new Practice(Practice.Asked.GRADIENT, random.nextInt(9), random.nextInt(1, 5)));
    }
}
