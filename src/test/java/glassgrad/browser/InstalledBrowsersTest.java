package glassgrad.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowsersTest {
    @TempDir
    Path folder;

    @Test
    void the_folders_of_PATH_are_searched_in_their_order() throws IOException {
        Path edge = program("a", "microsoft-edge");
        Path chromium = program("b", "chromium");
        String path = folder.resolve("a") + File.pathSeparator + File.pathSeparator + folder.resolve("b");
        assertEquals(List.of(edge, chromium), InstalledBrowsers.find(Map.of("PATH", path), folder.toString()));
    }

    @Test
    void a_file_that_cannot_be_run_is_no_browser() throws IOException {
        Path chromium = program("a", "chromium");
        assertTrue(chromium.toFile().setExecutable(false));
        Map<String, String> environment = Map.of("PATH", folder.resolve("a").toString());
        assertEquals(List.of(), InstalledBrowsers.find(environment, folder.toString()));
    }

    @Test
    void an_application_in_the_home_folder_is_found() throws IOException {
        Path chrome = program("Applications/Google Chrome.app/Contents/MacOS", "Google Chrome");
        assertEquals(List.of(chrome), InstalledBrowsers.find(Map.of(), folder.toString()));
    }

    private Path program(String in, String name) throws IOException {
        Path file = Files.createFile(Files.createDirectories(folder.resolve(in)).resolve(name));
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
