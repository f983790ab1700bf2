package glassgrad.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the program under measurement. */
final class Http {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Http(String url) {
        this.url = url;
    }

    /** The body of the answer, which must be a 200. */
    byte[] get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return send(path, (headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** The body of the answer, which must be a 200. */
    byte[] post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return send(path, request);
    }

    /** The same through a proxy, which says whose request it is; a 201 will do too. */
    byte[] postAs(String address, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(json))
                .build();
        return send(path, request);
    }

    private byte[] send(String path, HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 && answer.statusCode() != 201) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode read(byte[] body) {
        return JSON.readTree(body);
    }

    /** Opens the notebook's run with another seed; its id. */
    String open(long seed) {
        byte[] answer = post("/api/runs", "{\"network\":{\"seed\":%d}}".formatted(seed));
        return read(answer).get("run").asString();
    }
}
