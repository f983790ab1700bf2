/** A training run: what determines it, its steps, and the numbers of each. */
@NullMarked
package glassgrad.training;

import org.jspecify.annotations.NullMarked;
