package glassgrad.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The libraries that the page uses, as their WebJars hold them; the version is a part of the address. */
final class WebJars {
    private static final String FOLDER = "/META-INF/resources/webjars/";

    /** Every part has a letter or a digit: none is "..". */
    private static final Pattern FILE = Pattern.compile("[\\w.-]*\\w[\\w.-]*(/[\\w.-]*\\w[\\w.-]*)*");

    /** A module imports another library by its bare name, which a browser cannot follow: {@code from '@codemirror/state'}. */
    private static final Pattern BARE_IMPORT =
            Pattern.compile("^((?:import|export)\\b[^;'\"]*\\bfrom *)(['\"])(@?[\\w-][\\w./-]*)\\2", Pattern.MULTILINE);

    /** Where a library's package.json says that its module stands; a library that is nothing but a module calls it main. */
    private static final List<Pattern> MODULE = Stream.of("module", "main")
            .map(key -> Pattern.compile("\"" + key + "\"\\s*:\\s*\"(?:\\./)?([^\"]+)\""))
            .toList();

    /** By the names of the libraries; as many as there are in the jar. */
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private WebJars() {}

    static void serve(Context request) throws IOException {
        String file = request.pathParam("file");
        byte[] bytes = isServed(file) ? read(FOLDER + file) : null;
        if (bytes == null) {
            throw new Refused(Problems.unknownAddress(request.path()));
        }
        request.header("Cache-Control", Assets.FOR_EVER)
                .contentType(MediaType.of(file))
                .result(file.endsWith(".js") ? withAddresses(bytes) : bytes);
    }

    private static boolean isServed(String file) {
        return FILE.matcher(file).matches() && MediaType.isKnown(file);
    }

    /** A module with addresses for the bare names of what it imports. */
    private static byte[] withAddresses(byte[] module) {
        Matcher imports = BARE_IMPORT.matcher(new String(module, StandardCharsets.UTF_8));
        return imports.replaceAll(WebJars::withAddress).getBytes(StandardCharsets.UTF_8);
    }

    private static String withAddress(MatchResult found) {
        String address = ADDRESSES.computeIfAbsent(found.group(3), WebJars::addressOf);
        return Matcher.quoteReplacement(found.group(1) + found.group(2) + address + found.group(2));
    }

    /** Where a library's module is served; its own name if there is no such library, so that the browser says which. */
    private static String addressOf(String library) {
        String artifact = library.replaceFirst("^@", "").replace("/", "__");
        try {
            byte[] maven = read("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties");
            if (maven == null) {
                return library;
            }
            Properties properties = new Properties();
            properties.load(new ByteArrayInputStream(maven));
            String folder = artifact + "/" + properties.getProperty("version") + "/";
            byte[] description = read(FOLDER + folder + "package.json");
            String text = description == null ? "" : new String(description, StandardCharsets.UTF_8);
            return MODULE.stream()
                    .map(pattern -> pattern.matcher(text))
                    .filter(Matcher::find)
                    .map(module -> "/webjars/" + folder + module.group(1))
                    .findFirst()
                    .orElse(library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] read(String resource) throws IOException {
        try (InputStream in = WebJars.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
