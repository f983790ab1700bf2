package glassgrad.link;

import glassgrad.training.InvalidInput;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The keys of an address and their texts. Every key must be asked for: {@link #finish} refuses what nobody knew. */
final class Query {
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** @throws InvalidInput if a key is given twice, or an escape is broken */
    static Query parse(@Nullable String query) {
        Query parsed = new Query();
        if (query == null) {
            return parsed;
        }
        pairs(query, parsed::add);
        String compact = parsed.take(Compact.KEY);
        if (compact != null) {
            Compact.read(compact).forEach(parsed::add);
        }
        return parsed;
    }

    /** Hands on the keys of a query with their texts, as often as they stand there. */
    static void pairs(String query, BiConsumer<String, String> each) {
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals), "the address");
            each.accept(key, decode(equals < 0 ? "" : pair.substring(equals + 1), key));
        }
    }

    private void add(String key, String text) {
        if (texts.put(key, text) != null) {
            throw new InvalidInput(key, "The address says \"%s\" twice.".formatted(Texts.shortened(key)));
        }
    }

    /** The text of a key, which counts as known from now on; null if the address does not say it. */
    @Nullable
    String take(String key) {
        return texts.remove(key);
    }

    /** @throws InvalidInput if there is a key that nobody took */
    void finish() {
        texts.keySet().stream().findFirst().ifPresent(key -> {
            throw new InvalidInput(Texts.shortened(key), "\"%s\" means nothing here.".formatted(Texts.shortened(key)));
        });
    }

    void put(String key, String text) {
        texts.put(key, text);
    }

    /** As it stands in an address, without the question mark; what a query may hold as it is stays readable. */
    @Override
    public String toString() {
        StringBuilder query = new StringBuilder();
        texts.forEach((key, text) ->
                query.append(query.isEmpty() ? "" : "&").append(key).append('=').append(encode(text)));
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%3B", ";")
                .replace("%3D", "=")
                .replace("%2F", "/");
    }

    private static String decode(String text, String key) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(Texts.shortened(key), "The address holds a broken escape: a % without two digits.");
        }
    }
}
