package glassgrad.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The front end's files, held in memory and served under an address that changes whenever one of them does, so that a
 * browser may keep them for ever. An address is looked up whole: there is no path to climb and no folder to list.
 */
final class Assets {
    private static final String FOLDER = "web";

    private static final String BASE_STYLE = "style/base.css";

    /** A static import of one of our own modules, which are named relative to the one that imports them. */
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^;'\"]*['\"](\\.[^'\"]+)['\"]", Pattern.MULTILINE);

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2",
            "png", "image/png");

    private final SortedMap<String, byte[]> files;
    private final String hash;

    private Assets(SortedMap<String, byte[]> files) {
        this.files = files;
        this.hash = hash(files);
    }

    /** Reads the files that stand beside our classes, in a folder or in the jar. */
    static Assets load() {
        try {
            Path home = Path.of(Assets.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return new Assets(read(home.resolve(FOLDER)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return new Assets(read(jar.getPath(FOLDER)));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of our own classes is no file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the files are served: "/assets/1f3a.../". */
    String base() {
        return "/assets/" + hash + "/";
    }

    /** The address of a file of the folder: "main.js". */
    String address(String file) {
        return base() + file;
    }

    /** The style sheets, in the order in which they apply: what all others build on comes first. */
    List<String> styles() {
        return files.keySet().stream()
                .filter(file -> file.endsWith(".css"))
                .sorted(Comparator.comparing((String file) -> !file.equals(BASE_STYLE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The modules that a module needs before it can run, itself included: what it imports, and what these import. */
    List<String> modules(String entry) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty()) {
            String file = open.remove();
            byte[] bytes = files.get(file);
            if (bytes != null && found.add(file)) {
                Matcher imports = IMPORT.matcher(new String(bytes, StandardCharsets.UTF_8));
                while (imports.find()) {
                    open.add(URI.create("/" + file)
                            .resolve(imports.group(1))
                            .getPath()
                            .substring(1));
                }
            }
        }
        return List.copyOf(found);
    }

    void serve(Context request) {
        byte[] bytes = request.pathParam("hash").equals(hash) ? files.get(request.pathParam("file")) : null;
        if (bytes == null) {
            throw new Refused(Problems.unknownAddress(request.path()));
        }
        request.header("Cache-Control", "public, max-age=31536000, immutable");
        write(request, request.pathParam("file"), bytes);
    }

    /** The icon that a browser asks for by its fixed address, whether or not a page names one. */
    void serveIcon(Context request) {
        byte[] bytes = files.get("favicon.svg");
        if (bytes == null) {
            throw new Refused(Problems.unknownAddress(request.path()));
        }
        request.header("Cache-Control", "public, max-age=86400");
        write(request, "favicon.svg", bytes);
    }

    private static void write(Context request, String file, byte[] bytes) {
        request.contentType(String.valueOf(TYPES.get(extension(file)))).result(bytes);
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Assets::isServed)::iterator) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** Whatever else lies in the folder is for those who work on it. */
    private static boolean isServed(Path path) {
        return Files.isRegularFile(path)
                && TYPES.containsKey(extension(path.getFileName().toString()));
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
