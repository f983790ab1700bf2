package glassgrad.web;

import glassgrad.expression.ExpressionMistake;
import glassgrad.store.StoreUnavailable;
import glassgrad.training.InvalidInput;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes an answer. Only our own sentences are ever shown. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Problem UNFORESEEN = Problem.of(
            500, "our mistake", "Something went wrong on the server. It has been noted; trying again may help.");

    private Problems() {}

    static void install(JavalinConfig config) {
        config.routes.exception(Refused.class, (e, request) -> answer(request, e.problem()));
        config.routes.exception(InvalidInput.class, (e, request) -> answer(request, Problem.of(e)));
        config.routes.exception(HttpResponseException.class, (e, request) -> answer(request, ofStatus(e, request)));
        config.routes.exception(ExpressionMistake.class, (e, request) -> answer(request, Problem.in(e)));
        config.routes.exception(StoreUnavailable.class, (e, request) -> answer(request, unavailable(e)));
        config.routes.exception(Exception.class, (e, request) -> answer(request, unforeseen(e, request)));
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("A request failed", error);
            answer(response, UNFORESEEN);
        });
    }

    private static Problem unforeseen(Exception e, Context request) {
        if (e instanceof HttpException broken) {
            // A body that breaks off or breaks the rules of HTTP.
            return ofStatus(broken.getCode());
        }
        LOG.error("{} {} failed", request.method(), request.path(), e);
        return UNFORESEEN;
    }

    static Problem unavailable(StoreUnavailable e) {
        if (e.getCause() != null) {
            LOG.warn("The store cannot be used: {}", e.getMessage(), e.getCause());
        }
        return Problem.of(503, "links unavailable", e.getMessage() + " Long addresses work without it.");
    }

    static Problem unknownAddress(String path) {
        return Problem.of(404, "unknown address", "There is nothing at " + shortened(path) + ".");
    }

    /** What the HTTP layer itself refuses, before or outside our own routes. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "unknown address", "There is nothing at this address.");
            case 405 -> Problem.of(405, "method not allowed", "This address does not answer this method.");
            case 408 -> Problem.of(408, "too slow", "The request did not arrive in time.");
            case 413 -> Problem.of(413, "body too large", Body.LIMIT);
            case 414, 431 ->
                Problem.of(
                        status,
                        "address too long",
                        "An address and its headers may have at most " + Server.MAX_HEADER_BYTES / 1024 + " KiB.");
            case 503 -> Problem.of(503, "stopping", "The server is stopping; another will answer in a moment.");
            default ->
                status < 500
                        ? Problem.of(status, "bad request", "This is not a request that the server understands.")
                        : UNFORESEEN;
        };
    }

    private static Problem ofStatus(HttpResponseException e, Context request) {
        return switch (e.getStatus()) {
            case 404 -> unknownAddress(request.path());
            case 405 -> {
                String allowed = String.join(", ", e.getDetails().values());
                request.header("Allow", allowed);
                yield Problem.of(
                        405,
                        "method not allowed",
                        shortened(request.path()) + " answers " + allowed + ", not "
                                + shortened(request.req().getMethod()) + ".");
            }
            default -> ofStatus(e.getStatus());
        };
    }

    private static void answer(Context request, Problem problem) {
        request.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.CONTENT_TYPE)
                // As bytes: for this media type a text would be written in Latin letters alone.
                .result(Json.text(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType(Problem.CONTENT_TYPE);
        try {
            response.getOutputStream().write(Json.text(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("The asker has gone", e);
        }
    }

    /** What someone sent, not too long for a sentence. */
    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
