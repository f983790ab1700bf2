/** What several packages' tests share. */
@NullMarked
package glassgrad;

import org.jspecify.annotations.NullMarked;
