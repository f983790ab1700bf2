/** What must last: links, in SQLite or PostgreSQL. */
@NullMarked
package glassgrad.store;

import org.jspecify.annotations.NullMarked;
