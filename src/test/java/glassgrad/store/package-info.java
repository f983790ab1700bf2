/** Tests of what must last, on SQLite and on PostgreSQL. */
@NullMarked
package glassgrad.store;

import org.jspecify.annotations.NullMarked;
