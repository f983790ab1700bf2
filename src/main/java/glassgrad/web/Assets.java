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
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The front end's files, held in memory and served under an address that changes whenever one of them does, so that a
 * browser may keep them for ever. An address is looked up whole: there is no path to climb and no folder to list.
 */
final class Assets {
    private static final String FOLDER = "web";

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
