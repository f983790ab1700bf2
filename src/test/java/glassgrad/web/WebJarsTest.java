package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebJarsTest {
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^;'\"]*\\bfrom *['\"]([^'\"]+)['\"]", Pattern.MULTILINE);

    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    @Test
    void whatever_the_editor_imports_is_served_in_one_version() throws IOException {
        Deque<String> open = new ArrayDeque<>(imports(Files.readString(Path.of("web/expression/codemirror.js"))));
        Set<String> found = new HashSet<>();
        while (!open.isEmpty()) {
            String address = open.remove();
            if (!address.startsWith("/webjars/") || !found.add(address)) {
                continue;
            }
            Answer module = client.get(address);
            assertEquals(200, module.status(), address);
            assertEquals("text/javascript; charset=utf-8", module.header("Content-Type"));
            assertEquals("public, max-age=31536000, immutable", module.header("Cache-Control"));
            for (String imported : imports(module.text())) {
                assertTrue(imported.startsWith("/webjars/"), address + " imports " + imported);
                open.add(imported);
            }
        }
        assertTrue(found.size() >= 10, found.toString());
        // Two copies of one library do not know each other.
        Set<String> libraries =
                found.stream().map(each -> each.split("/", -1)[2]).collect(Collectors.toSet());
        assertEquals(found.size(), libraries.size(), found.toString());
    }

    @Test
    void a_file_that_is_no_module_is_served_as_it_is() {
        assertTrue(client.get("/webjars/uplot/1.6.30/dist/uPlot.min.css").text().contains(".uplot"));
    }

    private static List<String> imports(String module) {
        Matcher imports = IMPORT.matcher(module);
        return imports.results().map(found -> found.group(1)).toList();
    }
}
