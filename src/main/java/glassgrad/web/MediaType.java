package glassgrad.web;

import java.util.Map;
import java.util.Set;

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

    private static final Set<String> PARTS = Set.of("js", "css");

    private MediaType() {}

    /** Whether a file is one that a page may load; whatever else lies beside it is for those who work on it. */
    static boolean isKnown(String file) {
        return TYPES.containsKey(extension(file));
    }

    /** Whether a file only ever stands within a page, and is none by itself. */
    static boolean isPart(String file) {
        return PARTS.contains(extension(file));
    }

    static String of(String file) {
        return String.valueOf(TYPES.get(extension(file)));
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }
}
