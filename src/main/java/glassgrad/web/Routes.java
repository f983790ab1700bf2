package glassgrad.web;

import glassgrad.store.Store;
import glassgrad.training.Runs;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;

/** Which address is answered by whom. */
final class Routes {
    private Routes() {}

    static void install(JavalinConfig config, Runs runs, Store store, Visitors visitors) {
        RoutesConfig routes = config.routes;
        Assets assets = Assets.load();
        RunRoutes run = new RunRoutes(runs);
        GraphRoutes graph = new GraphRoutes(run);
        ExplanationRoutes why = new ExplanationRoutes(run);
        CourseRoutes course = new CourseRoutes(run);
        PageRoutes pages = new PageRoutes(assets, runs, store.off().orElse(""), visitors);
        LinkRoutes links = new LinkRoutes(runs, store, pages, visitors);
        StoreWatch watch = new StoreWatch(store);
        ExportRoutes export = new ExportRoutes(run, visitors);
        PracticeRoutes practice = new PracticeRoutes(run);

        routes.before(request -> {
            SecurityHeaders.ALL.forEach(request::header);
            // The same address answers with and without gzip.
            request.header("Vary", "Accept-Encoding").header("Cache-Control", "no-store");
        });
        get(routes, "/", pages::page);
        get(routes, PageRoutes.EMBED, pages::page);
        get(routes, PageRoutes.PREVIEW, pages::preview);
        get(routes, "/s/{id}", links::open);
        get(routes, "/s/{id}/qr.svg", links::qrCode);
        get(routes, "/expressions", new ExpressionPage(assets)::page);
        get(routes, "/assets/{hash}/<file>", assets::serve);
        get(routes, "/webjars/<file>", WebJars::serve);
        get(routes, "/favicon.ico", assets::serveIcon);
        List<Endpoint> endpoints = Interface.of(run, graph, why, course, practice, export, links);
        endpoints.forEach(endpoint -> endpoint.install(routes));
        get(routes, "/api", new ApiRoutes(assets, endpoints)::answer);
        get(routes, "/health/live", HealthRoutes::live);
        get(routes, "/health/ready", request -> HealthRoutes.ready(request, watch));
    }

    /** A GET, and the HEAD that answers the same without its body. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
