/** A load generator: a school of students who all play at once. */
@NullMarked
package glassgrad.load;

import org.jspecify.annotations.NullMarked;
