package glassgrad.web;

import java.util.Map;

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

    private SecurityHeaders() {}
}
