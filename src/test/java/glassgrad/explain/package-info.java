@NullMarked
package glassgrad.explain;

import org.jspecify.annotations.NullMarked;
