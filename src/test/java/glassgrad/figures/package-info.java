/** The figures of the README, measured. */
@NullMarked
package glassgrad.figures;

import org.jspecify.annotations.NullMarked;
