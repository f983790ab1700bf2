package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import glassgrad.training.InvalidInput;
import java.math.BigInteger;
import java.util.List;

/**
 * The paths by which a value reaches the root. The product of the partials along a path is what the path adds to the
 * gradient; all of them together are the gradient.
 *
 * @param gradient the node's
 * @param carried what the gradient was before this backward pass; no path leads to it
 * @param count how many paths there are, as a whole number in decimal digits
 * @param exact whether the count is exact; otherwise there are more than that
 * @param sum of the products of all paths
 * @param paths those with the largest products, largest first
 * @param rest all the others
 */
public record Paths(
        String node,
        String root,
        double gradient,
        double carried,
        String count,
        boolean exact,
        double sum,
        List<Path> paths,
        Rest rest) {
    public static final int DEFAULT = 20;
    public static final int MOST = 100;

    /** Counts beyond this are given as "more than". */
    private static final BigInteger UNCOUNTED = BigInteger.TEN.pow(300);

    /**
     * One way from the value to the root.
     *
     * @param nodes ids from the value to the root
     * @param operands for every step of the path, which operand of the next value this one is
     * @param partials the derivative of the next value by this one, for every step
     * @param product of the partials, taken from the root down as backward does
     */
    public record Path(List<String> nodes, List<Integer> operands, List<Double> partials, double product) {}

    /**
     * The paths that are not listed.
     *
     * @param count as {@link Paths#count}
     * @param sum of their products
     */
    public record Rest(String count, double sum) {}

    /**
     * The paths of a value.
     *
     * @param most how many to list
     */
    public static Paths of(Wiring wiring, String id, int most) {
        if (most < 1 || most > MOST) {
            throw new InvalidInput("most", "At least 1 and at most %d paths can be listed.".formatted(MOST));
        }
        Value from = wiring.named(id);
        List<Path> paths = new PathSearch(wiring, from).largest(most);
        Totals totals = Totals.of(wiring, from);
        double shown = paths.stream().mapToDouble(Path::product).sum();
        BigInteger others = totals.count.subtract(BigInteger.valueOf(paths.size()));
        boolean all = others.signum() == 0;
        return new Paths(
                id,
                wiring.id(wiring.root()),
                from.gradient,
                wiring.carried(from),
                totals.count.toString(),
                totals.count.compareTo(UNCOUNTED) < 0,
                totals.sum,
                paths,
                new Rest(others.toString(), all ? 0 : totals.sum - shown));
    }

    /** All paths together, found value by value from the start on, without walking a single one of them. */
    private record Totals(BigInteger count, double sum) {
        static Totals of(Wiring wiring, Value from) {
            Numbering numbers = new Numbering(wiring.order());
            BigInteger[] counts = new BigInteger[numbers.size()];
            double[] sums = new double[numbers.size()];
            for (int k = 0; k < counts.length; k++) {
                Value value = wiring.order().get(k);
                BigInteger count = value == from ? BigInteger.ONE : BigInteger.ZERO;
                double sum = value == from ? 1 : 0;
                for (int i = 0; i < value.operands().size(); i++) {
                    int operand = numbers.of(value.operands().get(i));
                    count = count.add(counts[operand]).min(UNCOUNTED);
                    sum += Op.chain(sums[operand], value.partial(i));
                }
                counts[k] = count;
                sums[k] = sum;
            }
            return new Totals(counts[counts.length - 1], sums[sums.length - 1]);
        }
    }
}
