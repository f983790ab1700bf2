package glassgrad.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which address a request comes. What X-Forwarded-For says is believed only as far as it was written by proxies that the
 * server's owner has put in front of it.
 */
final class Visitors {
    private final int proxies;

    /** Behind so many trusted proxies. */
    Visitors(int proxies) {
        this.proxies = proxies;
    }

    /**
     * As the environment variable GLASSGRAD_PROXIES says; none if it says nothing.
     *
     * @throws CannotStart if it is not a small whole number
     */
    static Visitors behind(@Nullable String proxies) {
        if (proxies == null || proxies.isBlank()) {
            return new Visitors(0);
        }
        if (!proxies.strip().matches("\\d")) {
            throw new CannotStart(
                    "GLASSGRAD_PROXIES must be the number of trusted proxies in front of the server, from 0 to 9,"
                            + " but it is \"" + proxies + "\".");
        }
        return new Visitors(Integer.parseInt(proxies.strip()));
    }

    /** The address that is counted. */
    String of(Context request) {
        if (proxies > 0) {
            String forwarded = String.join(",", headers(request, "X-Forwarded-For"));
            List<String> addresses = List.of(forwarded.split(","));
            // Each proxy adds the address that it was asked from at the end.
            String address =
                    addresses.get(Math.max(0, addresses.size() - proxies)).strip();
            if (!address.isEmpty() && address.length() <= 45) {
                return address;
            }
        }
        return request.ip();
    }

    /** Scheme and host as the visitor has them: "https://glassgrad.example". */
    String origin(Context request) {
        String scheme = request.scheme();
        if (proxies > 0) {
            String said = request.header("X-Forwarded-Proto");
            scheme = "https".equals(said) ? "https" : scheme;
        }
        return scheme + "://" + request.host();
    }

    private static List<String> headers(Context request, String name) {
        return Collections.list(request.req().getHeaders(name));
    }
}
