/** What a network learns from: data sets, and the random numbers that Python would draw. */
@NullMarked
package glassgrad.data;

import org.jspecify.annotations.NullMarked;
