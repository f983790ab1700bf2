package glassgrad.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

/** Different recipes, one after the other, each played for some steps: does the memory they take stay bounded? */
final class ManyRecipes {
    private static final int RECIPES = 10_000;
    private static final int A_LINE = 1_000;
    private static final int STEPS = 100;

    private ManyRecipes() {}

    static void post(PrintStream out) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (ServerProcess server = ServerProcess.start("-Xmx256m")) {
            String url = "http://localhost:" + server.address().getPort() + "/api/runs";
            int failures = 0;
            for (int i = 1; i <= RECIPES; i++) {
                String opened = post(client, url, "{\"network\":{\"seed\":%d}}".formatted(i));
                int at = opened.indexOf("\"run\":\"") + 7;
                String steps = url + "/" + opened.substring(at, at + 32) + "/steps";
                if (post(client, steps, "{\"from\":0,\"to\":%d}".formatted(STEPS))
                        .isEmpty()) {
                    failures++;
                }
                if (i % A_LINE == 0) {
                    out.printf(
                            Locale.ROOT,
                            "%6d recipes  live heap %5.1f MiB  resident %4.0f MiB  failures %d%n",
                            i,
                            server.liveMebibytes(),
                            Usage.residentMebibytes(server.handle()),
                            failures);
                }
            }
        }
    }

    /** The answer; empty if it is no 200. */
    private static String post(HttpClient client, String url, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
