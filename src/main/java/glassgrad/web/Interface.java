package glassgrad.web;

import glassgrad.explain.Explanation;
import glassgrad.explain.Health;
import glassgrad.explain.Nudge;
import glassgrad.explain.Paths;
import glassgrad.explain.Series;
import glassgrad.explain.Shares;
import glassgrad.explain.Slope;
import glassgrad.explain.Surface;
import glassgrad.training.Frame;
import java.util.List;

/** The table of everything that the server answers to programs. */
final class Interface {
    private static final String RUN = "/api/runs/{run}";
    private static final String FRAME = RUN + "/frames/{step}";
    private static final String SAMPLE =
            "whose numbers: a sample's number from 0, \"all\", or inputs:targets of a sample of your own; default 0";

    private Interface() {}

    static List<Endpoint> of(
            RunRoutes run,
            GraphRoutes graph,
            ExplanationRoutes why,
            CourseRoutes course,
            PracticeRoutes practice,
            ExportRoutes export,
            LinkRoutes links) {
        return List.of(
                Endpoint.get("/api/presets", "Prepared runs, with their recipes", PresetRoutes::all),
                Endpoint.post(
                                "/api/runs",
                                "Opens the run of a recipe; what is left out of it is at its default",
                                RecipeJson.class,
                                run::open)
                        .answering(Answers.RunAnswer.class),
                Endpoint.post(
                                RUN + "/steps",
                                "Trains up to a step, as far as a request may take, and answers the losses on the way",
                                RunRoutes.StepsRequest.class,
                                run::steps)
                        .answering(Answers.StepsAnswer.class),
                Endpoint.get(FRAME, "All numbers of a step", run::frame).answering(Frame.class),
                Endpoint.get(
                                FRAME + "/graph",
                                "The graph of the loss: JSON, or DOT where Accept asks for it",
                                graph::graph)
                        .with("sample", SAMPLE)
                        .with("part", "\"topology\" or \"numbers\" for that half alone")
                        .answering(Answers.GraphAnswer.class),
                Endpoint.get(FRAME + "/explanation", "Why a number is what it is, term by term", why::explanation)
                        .with("node", "the node's id")
                        .with("sample", SAMPLE)
                        .with("by", "how far the check moves it; default " + Nudge.DEFAULT)
                        .with("most", "terms at most; default " + Explanation.TERMS)
                        .answering(Explanation.class, "step", "sample"),
                Endpoint.get(FRAME + "/paths", "The paths from a number to the loss, largest first", why::paths)
                        .with("node", "the node's id")
                        .with("sample", SAMPLE)
                        .with("most", "paths at most; default " + Paths.DEFAULT)
                        .answering(Paths.class, "step", "sample"),
                Endpoint.get(FRAME + "/sweep", "Forward and backward, one move at a time", why::sweep)
                        .with("sample", SAMPLE),
                Endpoint.get(FRAME + "/shares", "What each sample adds to a gradient", why::shares)
                        .with("parameter", "its name; or node and sample")
                        .with("most", "samples at most; default " + Shares.DEFAULT),
                Endpoint.get(FRAME + "/slope", "The loss as one parameter moves", why::slope)
                        .with("parameter", "its name")
                        .with("from", "where it begins")
                        .with("to", "where it ends")
                        .with("points", "default " + Slope.DEFAULT_POINTS)
                        .answering(Slope.class, "step"),
                Endpoint.get(
                                FRAME + "/surface",
                                "The loss as two parameters move, and the way of training",
                                why::surface)
                        .with("x", "the name of one")
                        .with("y", "the name of the other")
                        .with("xFrom", "and xTo, yFrom, yTo: the window")
                        .with("points", "a side; default " + Surface.DEFAULT_POINTS)
                        .answering(Surface.class, "step"),
                Endpoint.get(FRAME + "/update", "What the next update does", why::update)
                        .with("parameter", "the one of which all is told; all, shortly, without it"),
                Endpoint.get(FRAME + "/optimizer", "What the optimizer remembers of each parameter", why::optimizer),
                Endpoint.get(FRAME + "/health", "What is wrong with the run, and where", why::health)
                        .answering(Health.class, "step"),
                Endpoint.get(FRAME + "/course", "Losses and accuracies of training and test up to here", course::course)
                        .answering(CourseRoutes.CourseAnswer.class),
                Endpoint.get(FRAME + "/confusion", "Which classes are taken for which", course::confusion)
                        .answering(CourseRoutes.ConfusionAnswer.class),
                Endpoint.get(
                        FRAME + "/exports/{form}",
                        "The run as code or as a table: python, notebook, pytorch, java,"
                                + " samples.csv, losses.csv, parameters.csv",
                        export::export),
                Endpoint.get(FRAME + "/practice", "A series of exercises", practice::series)
                        .with("seed", "another seed, other exercises; default 0")
                        .with("count", "default " + Series.DEFAULT)
                        .with("quantity", "\"data\" or \"gradient\"; both without it")
                        .with("sample", SAMPLE)
                        .answering(PracticeRoutes.SeriesAnswer.class),
                Endpoint.post(
                        FRAME + "/practice",
                        "Whether an answer is right, and if not, which factor is wrong",
                        PracticeRoutes.Answer.class,
                        practice::answer),
                Endpoint.post(
                                "/api/links",
                                "A short link to a moment; the same moment has the same link",
                                LinkJson.MomentRequest.class,
                                links::make)
                        .answering(LinkJson.Made.class),
                Endpoint.get("/api/links/{id}", "The moment of a link", links::read)
                        .answering(LinkJson.Stored.class),
                Endpoint.get(
                                "/api/links/{id}/reproduction",
                                "The moment computed again, and compared",
                                links::reproduction)
                        .answering(LinkJson.Reproduction.class),
                Endpoint.delete(
                        "/api/links/{id}",
                        "Deletes a link for ever; the header X-Delete-Code holds its code",
                        links::delete),
                Endpoint.post(
                                "/api/data/csv",
                                "Samples out of a CSV file, and a report of the lines that were not taken",
                                null,
                                CsvRoutes::read)
                        .with("classes", "\"true\" for a target that names classes by numbers")
                        .answering(CsvRoutes.Answer.class),
                Endpoint.post(
                                "/api/imports/tensorflow-playground",
                                "The recipe of a TensorFlow Playground link",
                                ImportRoutes.LinkRequest.class,
                                ImportRoutes::tensorFlowPlayground)
                        .answering(ImportRoutes.ImportAnswer.class),
                Endpoint.post(
                                "/api/expressions",
                                "The value, the gradients and the graph of an expression",
                                ExpressionRoutes.Question.class,
                                ExpressionRoutes::evaluate)
                        .answering(ExpressionRoutes.Answer.class),
                Endpoint.get("/api/expressions/examples", "The lecture's expressions", ExpressionRoutes::examples),
                Endpoint.post(
                        "/api/expressions/sheet",
                        "All that the page of expressions shows",
                        ExpressionRoutes.SheetQuestion.class,
                        ExpressionRoutes::sheet),
                Endpoint.post(
                        "/api/expressions/step",
                        "A step along the gradients of chosen inputs",
                        ExpressionRoutes.StepQuestion.class,
                        ExpressionRoutes::step),
                Endpoint.post(
                        "/api/expressions/explanation",
                        "Why a number of an expression is what it is",
                        ExpressionRoutes.ExplanationQuestion.class,
                        ExpressionRoutes::explanation),
                Endpoint.post(
                        "/api/expressions/paths",
                        "The paths from a number to the result",
                        ExpressionRoutes.PathsQuestion.class,
                        ExpressionRoutes::paths),
                Endpoint.post(
                        "/api/expressions/sweep",
                        "Forward and backward, one move at a time",
                        ExpressionRoutes.Question.class,
                        ExpressionRoutes::sweep),
                Endpoint.post(
                        "/api/expressions/practice",
                        "Whether an answer about an expression is right",
                        PracticeRoutes.ExpressionAnswer.class,
                        PracticeRoutes::answerToExpression),
                Endpoint.post(
                                "/api/expressions/practice/series",
                                "A series of exercises on an expression",
                                PracticeRoutes.ExpressionSeries.class,
                                PracticeRoutes::seriesOfExpression)
                        .answering(PracticeRoutes.ExpressionSeriesAnswer.class));
    }
}
