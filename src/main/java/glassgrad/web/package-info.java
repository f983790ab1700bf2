/** The server: Javalin, the pages and the JSON. The only package that knows HTTP. */
@NullMarked
package glassgrad.web;

import org.jspecify.annotations.NullMarked;
