/** Tests in a real Chromium: how it is found, what every test shares, and the tests of the front end's modules. */
@NullMarked
package glassgrad.browser;

import org.jspecify.annotations.NullMarked;
