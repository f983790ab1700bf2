package glassgrad.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** The headers of every answer: what a browser may do with our pages, and what it may tell others. */
final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    // spotless:off - a table reads by its columns
    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",      CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options",       "nosniff",
            "Referrer-Policy",              "no-referrer",
            "Permissions-Policy",           "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",   "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    // spotless:on

    /** What binds a script or a style sheet too; the rest is the business of the page that asks for it. */
    private static final Set<String> OF_PARTS = Set.of("X-Content-Type-Options", "Cross-Origin-Resource-Policy");

    private SecurityHeaders() {}

    /** The page may stand in a frame of any site. It stores nothing, and nothing in it is anybody's. */
    static void allowFrames(Context request) {
        request.header(
                        "Content-Security-Policy",
                        CONTENT_SECURITY_POLICY.replace("frame-ancestors 'self'", "frame-ancestors *"))
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /** Leaves out what says nothing about a part of a page: a page has more than a hundred, and these are half a kilobyte. */
    static void reduceToParts(Context request) {
        ALL.keySet().stream()
                .filter(name -> !OF_PARTS.contains(name))
                .forEach(name -> request.res().setHeader(name, null));
    }
}
