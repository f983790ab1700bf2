package glassgrad.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;

/**
 * How many links may be made: by a page first, and by an address last, since a school is one address. A class of forty that
 * makes a link every few seconds for a whole lesson stays below both.
 */
final class Allowance {
    static final int OF_SESSION = 60;
    static final int OF_SESSION_A_MINUTE = 20;
    static final int OF_ADDRESS = 2_400;
    static final int OF_ADDRESS_A_MINUTE = 800;

    /** A random name that a page gives itself; nothing else is known of it, and it is not kept. */
    static final String SESSION = "X-Glassgrad-Session";

    private static final int LONGEST_SESSION = 64;
    private static final int MOST_KNOWN = 100_000;

    private final Cache<String, Bucket> sessions = buckets();
    private final Cache<String, Bucket> addresses = buckets();

    /** @throws Refused if too many were made, by the page or from its address */
    void take(Context request, String address) {
        String said = request.header(SESSION);
        String session = said == null ? "" : said.substring(0, Math.min(said.length(), LONGEST_SESSION));
        take(
                request,
                sessions.get(address + " " + session, key -> bucket(OF_SESSION, OF_SESSION_A_MINUTE)),
                "This page has made many links in a short time.");
        take(
                request,
                addresses.get(address, key -> bucket(OF_ADDRESS, OF_ADDRESS_A_MINUTE)),
                "Many links were made from your network in a short time.");
    }

    private static void take(Context request, Bucket bucket, String why) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusSeconds(1)
                    .toSeconds();
            request.header("Retry-After", String.valueOf(seconds));
            throw new Refused(Problem.of(
                    429,
                    "too many links",
                    "%s The next can be made in %,d s; the long address works at once.".formatted(why, seconds)));
        }
    }

    private static Bucket bucket(int most, int aMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(aMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }
}
