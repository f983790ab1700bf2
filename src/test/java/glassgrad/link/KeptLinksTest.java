package glassgrad.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassgrad.training.Deadline;
import glassgrad.training.Frame;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Links that somebody may have, from every day on which new ones came: each is opened, and must show the numbers that it
 * showed then, to the last bit. A line has the address, the run's id, the step, the loss, the first parameter and the last
 * gradient, as the program of that day answered them. Files are added; none is ever changed or removed.
 */
class KeptLinksTest {
    private static final Path FOLDER = Path.of("src/test/resources/links");

    /** The SHA-256 of each file. A promise that was given is not taken back: only add to this. */
    private static final Map<String, String> FILES = Map.of(
            "2026-11-23.tsv", "1726efc77301d67a8a8a51f16fbb3bb74403f54e2ab0785c1c62ace9ecacb024",
            "2026-11-26.tsv", "ed582f6b1461fd99c115e3116e371c37e3dd96ac63bdf50be7bc141f09b2c70c",
            "2026-11-27.tsv", "8dbf3f2344bc8bcc6a4f5c3d6da00b4d17a99e1ed6590146ee10bfc829c2f61f");

    @Test
    void no_file_was_changed_or_removed() throws IOException, NoSuchAlgorithmException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            found.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        assertEquals(new TreeMap<>(FILES), found);
    }

    @TestFactory
    List<DynamicTest> every_link_shows_what_it_showed() throws IOException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split("\t", -1);
                tests.add(DynamicTest.dynamicTest(words[0], () -> assertShown(words)));
            }
        }
        return tests.build().toList();
    }

    private static void assertShown(String[] words) {
        Moment moment = MomentQuery.read(words[0]);
        Run run = new Runs().open(moment.recipe());
        Frame frame = run.frame(moment.step(), Deadline.never());
        assertEquals(words[1], run.id());
        assertEquals(Integer.parseInt(words[2]), frame.step());
        assertEquals(Double.parseDouble(words[3]), frame.loss());
        assertEquals(Double.parseDouble(words[4]), frame.values().get(0));
        assertEquals(
                Double.parseDouble(words[5]),
                frame.gradients().get(frame.gradients().size() - 1));
        // What the page would write as the address of this moment means the same.
        assertEquals(moment, MomentQuery.read(Compact.of(MomentQuery.write(moment))));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
