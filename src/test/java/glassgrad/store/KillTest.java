package glassgrad.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A link that somebody was told is kept is there after the process that kept it was killed. */
class KillTest {
    private static final int ROUNDS = 200;
    private static final int MOST_LINKS_A_ROUND = 30;

    /** One is killed while another writes. */
    private static final int AT_ONCE = 2;

    /** A child lives for a second: what makes it start sooner, at the cost of speed later. */
    private static final List<String> SHORT_LIFE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m");

    @OnBoth
    void a_link_that_was_acknowledged_survives_a_kill(Place place, String address)
            throws InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(9);
        List<Callable<List<String>>> rounds = IntStream.range(0, ROUNDS)
                .mapToObj(round -> {
                    int links = 1 + random.nextInt(MOST_LINKS_A_ROUND);
                    return (Callable<List<String>>) () -> killed(address, "r" + round, links);
                })
                .toList();
        Set<String> kept = new HashSet<>();
        ExecutorService killers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<List<String>> round : killers.invokeAll(rounds)) {
                kept.addAll(round.get());
            }
        } finally {
            killers.shutdownNow();
        }
        assertTrue(kept.size() >= ROUNDS, kept.size() + " links");
        Set<String> found = new HashSet<>();
        try (Store store = Store.at(place)) {
            store.links().each(link -> {
                assertEquals("step=" + link.id().replaceFirst(".*-", ""), link.content());
                found.add(link.id());
            });
        }
        kept.removeAll(found);
        assertEquals(Set.of(), kept, "lost");
    }

    /** Lets a process keep so many links, kills it while it keeps more, and answers all of which it said that they are kept. */
    private static List<String> killed(String address, String name, int links)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIFE);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Inserter.class.getName(), address, name));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> kept = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            while (kept.size() < links) {
                kept.add(Objects.requireNonNull(said.readLine(), "The child ended by itself."));
            }
            // SIGKILL, and the pipe stays open: Process.destroyForcibly would close it.
            child.toHandle().destroyForcibly();
            // What it had said before it died; a last line that is not whole was not said.
            StringBuilder rest = new StringBuilder();
            for (int letter = said.read(); letter >= 0; letter = said.read()) {
                rest.append((char) letter);
            }
            String whole = rest.substring(0, rest.lastIndexOf("\n") + 1);
            whole.lines().forEach(kept::add);
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        return kept;
    }
}
