package glassgrad.web;

import java.util.Map;

/** What a file is, by the end of its name. */
final class MediaType {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2",
            "png", "image/png");

    private MediaType() {}

    /** Whether a file is one that a page may load; whatever else lies beside it is for those who work on it. */
    static boolean isKnown(String file) {
        return TYPES.containsKey(extension(file));
    }

    static String of(String file) {
        return String.valueOf(TYPES.get(extension(file)));
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }
}
