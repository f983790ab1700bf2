package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths with the largest products, however many paths there are.
 *
 * <p>For every value the largest product of any path from it to the root is found first. So the best end of every beginning
 * is known exactly, and a best-first search never walks a path that it does not list. Of the beginnings that wait, only as
 * many are kept as paths are still wanted: each of them leads to a path of its own.
 */
final class PathSearch {
    /** Ids in one answer; long paths are listed in smaller number. */
    private static final int IDS = 50_000;

    private static final Comparator<Beginning> BEST_FIRST = Comparator.comparingDouble((Beginning b) -> -b.best)
            .thenComparing(b -> -b.length)
            .thenComparing(b -> b.number);

    /** @param best the magnitude of the largest product that this beginning can end in */
    private record Beginning(
            Value value,
            @Nullable Beginning before,
            @Nullable Use use,
            double best,
            int length,
            int number) {}

    private final Wiring wiring;
    private final Value from;
    private final Numbering numbers;
    private final double[] largest;
    private final TreeSet<Beginning> waiting = new TreeSet<>(BEST_FIRST);
    private int made;

    PathSearch(Wiring wiring, Value from) {
        this.wiring = wiring;
        this.from = from;
        numbers = new Numbering(wiring.order());
        largest = new double[numbers.size()];
        List<Value> order = wiring.order();
        for (int k = order.size() - 1; k >= 0; k--) {
            Value value = order.get(k);
            largest[k] = value == wiring.root() ? 1 : 0;
            for (Use use : wiring.uses(value)) {
                largest[k] = Math.max(largest[k], through(use));
            }
        }
    }

    /** Largest first. */
    List<Paths.Path> largest(int most) {
        List<Paths.Path> paths = new ArrayList<>();
        int ids = 0;
        waiting.add(new Beginning(from, null, null, largest[numbers.of(from)], 0, made++));
        while (paths.size() < most) {
            Beginning next = waiting.pollFirst();
            if (next == null) {
                break;
            }
            if (next.value != wiring.root()) {
                extend(next, most - paths.size());
                continue;
            }
            ids += next.length + 1;
            if (ids > IDS && !paths.isEmpty()) {
                break;
            }
            paths.add(path(next));
        }
        paths.sort(Comparator.comparingDouble(path -> -magnitude(path.product())));
        return paths;
    }

    private void extend(Beginning beginning, int wanted) {
        double here = largest[numbers.of(beginning.value)];
        for (Use use : wiring.uses(beginning.value)) {
            double there = through(use);
            // The best way on keeps the bits of its beginning, so that a search goes on where it is.
            double best = there == here ? beginning.best : there * (beginning.best / here);
            if (Double.isNaN(best)) {
                best = there;
            }
            waiting.add(new Beginning(use.consumer(), beginning, use, best, beginning.length + 1, made++));
            if (waiting.size() > wanted) {
                waiting.pollLast();
            }
        }
    }

    /** The magnitude of the largest product of the paths that begin with a use. */
    private double through(Use use) {
        double partial = magnitude(use.partial());
        double rest = largest[numbers.of(use.consumer())];
        return partial == 0 || rest == 0 ? 0 : partial * rest;
    }

    /** What is no number counts as the largest: whoever looks for a gradient's cause must find it first. */
    private static double magnitude(double number) {
        return Double.isNaN(number) ? Double.POSITIVE_INFINITY : Math.abs(number);
    }

    private Paths.Path path(Beginning end) {
        List<String> nodes = new ArrayList<>();
        List<Integer> operands = new ArrayList<>();
        List<Double> partials = new ArrayList<>();
        double product = 1;
        for (Beginning at = end; at != null; at = at.before) {
            nodes.add(wiring.id(at.value));
            if (at.use != null) {
                operands.add(at.use.operand());
                partials.add(at.use.partial());
                product = Op.chain(product, at.use.partial());
            }
        }
        Collections.reverse(nodes);
        Collections.reverse(operands);
        Collections.reverse(partials);
        return new Paths.Path(nodes, operands, partials, product);
    }
}
