/** Why a number is what it is: the chain rule taken apart, paths, shares, slopes, updates, and exercises. */
@NullMarked
package glassgrad.explain;

import org.jspecify.annotations.NullMarked;
