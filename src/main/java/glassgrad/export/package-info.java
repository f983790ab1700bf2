/** A run as something that lives without this project: code that prints the same numbers, and tables. */
@NullMarked
package glassgrad.export;

import org.jspecify.annotations.NullMarked;
