package glassgrad.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The libraries that the page uses, as their WebJars hold them; the version is a part of the address. */
final class WebJars {
    private static final String FOLDER = "/META-INF/resources/webjars/";

    /** Every part has a letter or a digit: none is "..". */
    private static final Pattern FILE = Pattern.compile("[\\w.-]*\\w[\\w.-]*(/[\\w.-]*\\w[\\w.-]*)*");

    private WebJars() {}

    static void serve(Context request) throws IOException {
        String file = request.pathParam("file");
        try (InputStream in = isServed(file) ? WebJars.class.getResourceAsStream(FOLDER + file) : null) {
            if (in == null) {
                throw new Refused(Problems.unknownAddress(request.path()));
            }
            request.header("Cache-Control", Assets.FOR_EVER)
                    .contentType(MediaType.of(file))
                    .result(in.readAllBytes());
        }
    }

    private static boolean isServed(String file) {
        return FILE.matcher(file).matches() && MediaType.isKnown(file);
    }
}
