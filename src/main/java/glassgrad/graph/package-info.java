/** The graph of a moment, as data. */
@NullMarked
package glassgrad.graph;

import org.jspecify.annotations.NullMarked;
