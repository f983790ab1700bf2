@NullMarked
package glassgrad.training;

import org.jspecify.annotations.NullMarked;
