/** Moments as links: what the address bar holds. */
@NullMarked
package glassgrad.link;

import org.jspecify.annotations.NullMarked;
