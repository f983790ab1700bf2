package glassgrad.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The data sets that come with the product, by name. */
public final class Datasets {
    /** The notebook's four samples. */
    public static final Dataset NOTEBOOK = new Dataset(List.of(
            Sample.of(new double[] {2.0, 3.0, -1.0}, 1.0),
            Sample.of(new double[] {3.0, -1.0, 0.5}, -1.0),
            Sample.of(new double[] {0.5, 1.0, 1.0}, -1.0),
            Sample.of(new double[] {1.0, 1.0, -1.0}, 1.0)));

    /**
     * The hundred points of karpathy/micrograd's demo notebook: {@code make_moons(100, noise=0.1)} after
     * {@code np.random.seed(1337)}, labels -1 and 1.
     */
    public static final Dataset MICROGRAD_DEMO = read("micrograd-demo.csv");

    private static final Map<String, Dataset> BY_NAME = Map.of("notebook", NOTEBOOK, "micrograd-demo", MICROGRAD_DEMO);

    private Datasets() {}

    public static Optional<Dataset> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The set of a name that is drawn. */
    public static Optional<Drawn> drawn(String name) {
        return Arrays.stream(Drawn.values())
                .filter(set -> set.id().equals(name))
                .findFirst();
    }

    private static Dataset read(String resource) {
        try (InputStream in = Objects.requireNonNull(Datasets.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Dataset(lines.lines().skip(1).map(Datasets::sample).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String line) {
        double[] cells = Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Sample.of(Arrays.copyOf(cells, cells.length - 1), cells[cells.length - 1]);
    }
}
