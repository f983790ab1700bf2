/** The page as HTML: pure functions from data to tags. */
@NullMarked
package glassgrad.web.view;

import org.jspecify.annotations.NullMarked;
