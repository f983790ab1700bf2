/** The server as its users meet it: over HTTP, on a real port. */
@NullMarked
package glassgrad.web;

import org.jspecify.annotations.NullMarked;
