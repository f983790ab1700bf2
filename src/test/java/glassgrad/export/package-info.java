/** Tests of what is taken out of the project, run without it. */
@NullMarked
package glassgrad.export;

import org.jspecify.annotations.NullMarked;
