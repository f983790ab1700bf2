package glassgrad.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.http.QuotedQualityCSV.QualityValue;
import org.jspecify.annotations.Nullable;

/** Which kind of answer a request asks for: RFC 9110, section 12.5.1. */
final class Accept {
    private Accept() {}

    /** Whether a type is wanted more than the one that is answered to those who do not care. */
    static boolean prefers(Context request, String type, String otherwise) {
        return prefers(request.header("Accept"), type, otherwise);
    }

    static boolean prefers(@Nullable String header, String type, String otherwise) {
        if (header == null) {
            return false;
        }
        List<QualityValue> ranges = ranges(header);
        return quality(ranges, type) > quality(ranges, otherwise);
    }

    /** A header that cannot be read asks for nothing in particular. */
    private static List<QualityValue> ranges(String header) {
        try {
            QuotedQualityCSV ranges = new QuotedQualityCSV();
            ranges.addValue(header);
            return ranges.getQualityValues();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The weight of the most specific range that a type is in; 0 if it is in none. */
    private static double quality(List<QualityValue> ranges, String type) {
        String family = type.substring(0, type.indexOf('/') + 1) + "*";
        for (String range : List.of(type, family, "*/*")) {
            for (QualityValue value : ranges) {
                if (withoutParameters(value.getValue()).equals(range)) {
                    return value.getWeight();
                }
            }
        }
        return 0;
    }

    private static String withoutParameters(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
