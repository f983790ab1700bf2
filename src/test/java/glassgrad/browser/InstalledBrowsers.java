package glassgrad.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where Chromium, Chrome and Edge are installed, in the order in which they are tried. */
final class InstalledBrowsers {
    private static final List<String> COMMANDS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "microsoft-edge-stable");

    private static final List<String> MAC_APPLICATIONS = List.of(
            "Chromium.app/Contents/MacOS/Chromium",
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

    private static final List<String> WINDOWS_PROGRAMS = List.of(
            "Chromium\\Application\\chrome.exe",
            "Google\\Chrome\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe");

    private InstalledBrowsers() {}

    static List<Path> find(Map<String, String> environment, String home) {
        Stream<Path> onPath = folders(environment.getOrDefault("PATH", ""), File.pathSeparator)
                .flatMap(folder -> COMMANDS.stream().map(folder::resolve));
        Stream<Path> onMac = Stream.of("/Applications", home + "/Applications")
                .flatMap(folder -> MAC_APPLICATIONS.stream().map(Path.of(folder)::resolve));
        Stream<Path> onWindows = Stream.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
                .map(environment::get)
                .filter(Objects::nonNull)
                .flatMap(folder -> WINDOWS_PROGRAMS.stream().map(Path.of(folder)::resolve));
        return Stream.of(onPath, onMac, onWindows)
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .distinct()
                .toList();
    }

    private static Stream<Path> folders(String path, String separator) {
        return Arrays.stream(path.split(separator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
