/** Text that a person writes, such as {@code d = a*b; L = (d + c)*f}, made into values of the engine. */
@NullMarked
package glassgrad.expression;

import org.jspecify.annotations.NullMarked;
