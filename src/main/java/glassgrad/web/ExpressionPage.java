package glassgrad.web;

import glassgrad.expression.Ascent;
import glassgrad.expression.Budget;
import glassgrad.expression.Example;
import glassgrad.expression.Expression;
import glassgrad.expression.ExpressionMistake;
import glassgrad.link.Board;
import glassgrad.link.BoardQuery;
import glassgrad.training.InvalidInput;
import glassgrad.web.view.ExpressionView;
import glassgrad.web.view.PageModel;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of expressions, with what its address says already computed. */
final class ExpressionPage {
    private static final String TITLE = "Glassgrad: expressions";
    private static final String SUMMARY = "Write an expression, drag its inputs, and see every value and every gradient"
            + " follow, as on a blackboard that computes.";

    /** The value of a name that nobody gave one. */
    private static final double MISSING = 1;

    private final Assets assets;

    ExpressionPage(Assets assets) {
        this.assets = assets;
    }

    /**
     * @param sheet null if the source has a mistake
     * @param mistake in the source
     * @param problem what is wrong with the address
     */
    record PageBoard(
            String source,
            Map<String, Double> inputs,
            boolean overwrite,
            @Nullable String selected,
            @Nullable List<String> leaves,
            double rate,
            PageMoments.@Nullable PracticeJson practice,
            @Nullable ExpressionSheet sheet,
            @Nullable Problem mistake,
            @Nullable Problem problem,
            List<Example> examples,
            Defaults defaults) {}

    /** @param missing the value of a name that nobody gave one */
    record Defaults(double missing, double rate, double maxRate, int characters) {}

    void page(Context request) {
        BoardQuery.Reading read =
                BoardQuery.read(request.queryString(), board(Example.all().get(1)));
        Problem problem = problem(read);
        request.status(problem == null ? 200 : problem.status())
                .header("Cache-Control", "no-cache")
                .contentType("text/html;charset=utf-8")
                .result(ExpressionView.render(new PageModel(
                        TITLE,
                        SUMMARY,
                        "",
                        assets.base(),
                        assets.style(),
                        assets.modules(ExpressionView.SCRIPT),
                        Json.text(of(read.board(), problem)),
                        false)));
    }

    private static @Nullable Problem problem(BoardQuery.Reading read) {
        InvalidInput refused = read.problem();
        if (refused == null) {
            try {
                ExpressionRoutes.checkRate("rate", read.board().rate());
                return null;
            } catch (InvalidInput e) {
                refused = e;
            }
        }
        return Problem.at(
                refused.field(), "invalid address", "This address cannot be read as a whole: " + refused.getMessage());
    }

    private static PageBoard of(Board board, @Nullable Problem problem) {
        ExpressionSheet sheet = null;
        Problem mistake = null;
        try {
            sheet = ExpressionSheet.of(Expression.of(board.source(), board.inputs(), MISSING), board.overwrite(), null);
        } catch (ExpressionMistake e) {
            mistake = Problem.in(e);
        }
        boolean takesSteps = Math.abs(board.rate()) <= Ascent.MAX_RATE;
        return new PageBoard(
                board.source(),
                board.inputs(),
                board.overwrite(),
                board.selected(),
                board.leaves(),
                takesSteps ? board.rate() : Ascent.DEFAULT_RATE,
                PageMoments.PracticeJson.of(board.practice()),
                sheet,
                mistake,
                problem,
                Example.all(),
                new Defaults(MISSING, Ascent.DEFAULT_RATE, Ascent.MAX_RATE, Budget.CHARACTERS));
    }

    private static Board board(Example example) {
        return new Board(
                example.source(), example.inputs(), false, example.node(), example.leaves(), Ascent.DEFAULT_RATE, null);
    }
}
