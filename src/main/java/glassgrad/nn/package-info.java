/** Networks of neurons, built of values as in the lecture. */
@NullMarked
package glassgrad.nn;

import org.jspecify.annotations.NullMarked;
