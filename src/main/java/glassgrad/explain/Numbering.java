package glassgrad.explain;

import glassgrad.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** The place of every value in a list. */
final class Numbering {
    private final IdentityHashMap<Value, Integer> places = new IdentityHashMap<>();

    Numbering(List<Value> values) {
        values.forEach(value -> places.put(value, places.size()));
    }

    int of(Value value) {
        Integer place = places.get(value);
        if (place == null) {
            throw new IllegalArgumentException("The value is not in the list.");
        }
        return place;
    }

    int size() {
        return places.size();
    }
}
