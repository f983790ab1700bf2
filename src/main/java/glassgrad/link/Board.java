package glassgrad.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page of expressions, as far as its author chose it.
 *
 * @param source the expression, or what is to become one
 * @param inputs in the order in which they are shown
 * @param overwrite whether to differentiate with the lecture's bug, in which contributions replace one another
 * @param selected the id of the selected node
 * @param leaves those that a step along the gradient moves; null for all
 * @param rate the size of that step
 * @param practice the exercise that is set; null while nothing is practised
 */
public record Board(
        String source,
        Map<String, Double> inputs,
        boolean overwrite,
        @Nullable String selected,
        @Nullable List<String> leaves,
        double rate,
        @Nullable Practice practice) {
    public Board {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        leaves = leaves == null ? null : List.copyOf(leaves);
    }
}
