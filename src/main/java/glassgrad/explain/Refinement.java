package glassgrad.explain;

import glassgrad.training.InvalidInput;
import java.util.List;

/**
 * How finely a curve or a surface is computed. Every number of points is one more than a power of two, so that the points of
 * a coarse grid belong to the finer one too: what was computed before time ran out is a whole, coarser grid.
 */
final class Refinement {
    private Refinement() {}

    /** @param allowed the numbers of points to choose from */
    static void check(int points, List<Integer> allowed) {
        if (!allowed.contains(points)) {
            String all = String.join(", ", allowed.stream().map(String::valueOf).toList());
            throw new InvalidInput("points", "The number of points must be one of %s.".formatted(all));
        }
    }
}
