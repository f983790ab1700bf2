package glassgrad.web;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that change what is stored come from our own pages, or from no page at all (curl, a script). */
final class SameSite {
    /** What browsers say of a request that a page of ours made, or that a person typed. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private SameSite() {}

    /** @throws Refused if a browser says that the page of another site asks */
    static void check(Context request) {
        String site = request.header("Sec-Fetch-Site");
        boolean ours = site == null ? isOurs(request.header("Origin"), request.header("Host")) : OURS.contains(site);
        if (!ours) {
            throw new Refused(
                    Problem.of(403, "another site", "The page of another site may not make or delete links here."));
        }
    }

    /** For browsers that do not say from where: the origin's host is the one that is asked. */
    private static boolean isOurs(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.replaceFirst("^[a-z]+://", "").equals(host);
    }
}
