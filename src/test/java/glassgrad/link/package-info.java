/** Moments as links, tested from outside: what is written is read back. */
@NullMarked
package glassgrad.link;

import org.jspecify.annotations.NullMarked;
