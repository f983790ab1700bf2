package glassgrad.web;

import glassgrad.store.Store;
import glassgrad.training.Runs;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

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
        PageRoutes pages = new PageRoutes(assets, runs, store.off().orElse(""));
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
        get(routes, "/s/{id}", links::open);
        get(routes, "/s/{id}/qr.svg", links::qrCode);
        get(routes, "/expressions", new ExpressionPage(assets)::page);
        get(routes, "/assets/{hash}/<file>", assets::serve);
        get(routes, "/webjars/<file>", WebJars::serve);
        get(routes, "/favicon.ico", assets::serveIcon);
        get(routes, "/api/presets", PresetRoutes::all);
        routes.post("/api/data/csv", CsvRoutes::read);
        routes.post("/api/imports/tensorflow-playground", ImportRoutes::tensorFlowPlayground);
        routes.post("/api/links", links::make);
        get(routes, "/api/links/{id}", links::read);
        routes.delete("/api/links/{id}", links::delete);
        get(routes, "/api/links/{id}/reproduction", links::reproduction);
        routes.post("/api/runs", run::open);
        routes.post("/api/runs/{run}/steps", run::steps);
        get(routes, "/api/runs/{run}/frames/{step}", run::frame);
        get(routes, "/api/runs/{run}/frames/{step}/graph", graph::graph);
        get(routes, "/api/runs/{run}/frames/{step}/explanation", why::explanation);
        get(routes, "/api/runs/{run}/frames/{step}/paths", why::paths);
        get(routes, "/api/runs/{run}/frames/{step}/sweep", why::sweep);
        get(routes, "/api/runs/{run}/frames/{step}/shares", why::shares);
        get(routes, "/api/runs/{run}/frames/{step}/slope", why::slope);
        get(routes, "/api/runs/{run}/frames/{step}/surface", why::surface);
        get(routes, "/api/runs/{run}/frames/{step}/update", why::update);
        get(routes, "/api/runs/{run}/frames/{step}/optimizer", why::optimizer);
        get(routes, "/api/runs/{run}/frames/{step}/health", why::health);
        get(routes, "/api/runs/{run}/frames/{step}/course", course::course);
        get(routes, "/api/runs/{run}/frames/{step}/confusion", course::confusion);
        get(routes, "/api/runs/{run}/frames/{step}/exports/{form}", export::export);
        get(routes, "/api/runs/{run}/frames/{step}/practice", practice::series);
        routes.post("/api/runs/{run}/frames/{step}/practice", practice::answer);
        routes.post("/api/expressions", ExpressionRoutes::evaluate);
        get(routes, "/api/expressions/examples", ExpressionRoutes::examples);
        routes.post("/api/expressions/sheet", ExpressionRoutes::sheet);
        routes.post("/api/expressions/step", ExpressionRoutes::step);
        routes.post("/api/expressions/explanation", ExpressionRoutes::explanation);
        routes.post("/api/expressions/paths", ExpressionRoutes::paths);
        routes.post("/api/expressions/sweep", ExpressionRoutes::sweep);
        routes.post("/api/expressions/practice", PracticeRoutes::answerToExpression);
        routes.post("/api/expressions/practice/series", PracticeRoutes::seriesOfExpression);
        get(routes, "/health/live", HealthRoutes::live);
        get(routes, "/health/ready", request -> HealthRoutes.ready(request, watch));
    }

    /** A GET, and the HEAD that answers the same without its body. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
