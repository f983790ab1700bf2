/** A scalar autograd engine: numbers that remember how they were made. */
@NullMarked
package glassgrad.engine;

import org.jspecify.annotations.NullMarked;
