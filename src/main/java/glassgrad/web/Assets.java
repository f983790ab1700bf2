package glassgrad.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The front end's files, held in memory and served under an address that changes whenever one of them does, so that a
 * browser may keep them for ever. An address is looked up whole: there is no path to climb and no folder to list.
 */
final class Assets {
    /** For an address whose content never changes. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String FOLDER = "web/";

    private static final String BASE_STYLE = "style/base.css";

    /** Made of all style sheets: small files compress badly, and each costs a request. */
    private static final String STYLE = "style.css";

    /** A static import of one of our own modules, which are named relative to the one that imports them. */
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^;'\"]*['\"](\\.[^'\"]+)['\"]", Pattern.MULTILINE);

    private final SortedMap<String, byte[]> files;
    private final String hash;

    /** Found by reading every module: once, and not before somebody asks. */
    private final Map<String, List<String>> modules = new ConcurrentHashMap<>();

    private Assets(SortedMap<String, byte[]> files) {
        files.put(STYLE, joined(files));
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
            return new Assets(Files.isDirectory(home) ? inFolder(home.resolve(FOLDER)) : inJar(home));
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

    /** The address of all style sheets in one file. */
    String style() {
        return address(STYLE);
    }

    /** All style sheets, one after the other: what the others build on comes first. */
    private static byte[] joined(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.keySet().stream()
                .filter(file -> file.endsWith(".css"))
                .sorted(Comparator.comparing((String file) -> !file.equals(BASE_STYLE))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(file -> {
                    all.writeBytes(("/* " + file + " */\n").getBytes(StandardCharsets.UTF_8));
                    all.writeBytes(files.get(file));
                });
        return all.toByteArray();
    }

    /** The modules that a module needs before it can run, itself included: what it imports, and what these import. */
    List<String> modules(String entry) {
        return modules.computeIfAbsent(entry, this::importedBy);
    }

    private List<String> importedBy(String entry) {
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
        request.header("Cache-Control", FOR_EVER);
        String file = request.pathParam("file");
        if (MediaType.isPart(file)) {
            SecurityHeaders.reduceToParts(request);
        }
        write(request, file, bytes);
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
        request.contentType(MediaType.of(file)).result(bytes);
    }

    private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (MediaType.isKnown(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> inJar(Path home) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(home.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(FOLDER) && MediaType.isKnown(name)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(name.substring(FOLDER.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    /** A checksum, which unlike a digest costs nothing at the start: the files are ours, and nobody forges them. */
    private static String hash(SortedMap<String, byte[]> files) {
        CRC32 sum = new CRC32();
        files.forEach((name, bytes) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
            sum.update(bytes);
        });
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
