package glassgrad.expression;

import glassgrad.engine.Value;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a source.
 *
 * @param name what its value is called; empty if nothing
 * @param value what its formula computed
 * @param place where it stands
 * @param number where its number stands, if its formula is nothing else, as in {@code a = -3}; null otherwise
 */
public record Statement(
        String name, Value value, Place place, @Nullable Place number) {}
