/** How fast training is. */
@NullMarked
package glassgrad.bench;

import org.jspecify.annotations.NullMarked;
