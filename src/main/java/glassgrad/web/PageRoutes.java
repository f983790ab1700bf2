package glassgrad.web;

import glassgrad.link.Compact;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.training.InvalidInput;
import glassgrad.training.Runs;
import glassgrad.web.view.PageModel;
import glassgrad.web.view.PageView;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The page, with the moment of its address already in it. */
final class PageRoutes {
    /** Where the page may stand in the page of somebody else. */
    static final String EMBED = "/embed";

    static final String PREVIEW = "/preview.png";

    private final Assets assets;
    private final PageMoments moments;
    private final Visitors visitors;

    /** @param shortLinks why none can be made; empty if they can */
    PageRoutes(Assets assets, Runs runs, String shortLinks, Visitors visitors) {
        this.visitors = visitors;
        this.assets = assets;
        moments = new PageMoments(runs, shortLinks);
    }

    void page(Context request) {
        request.header("Cache-Control", "no-cache");
        try {
            answer(request, MomentQuery.read(request.queryString()), null, null);
        } catch (InvalidInput e) {
            // The page still opens, on the notebook's run, and says what is wrong with the address.
            Problem problem = Problem.at(e.field(), "invalid address", refusal(request.queryString(), e));
            request.status(problem.status());
            answer(request, Moment.DEFAULT, problem, null);
        }
    }

    /** The moment of the address as a picture, for chats. */
    void preview(Context request) {
        PageMoments.PageMoment shown = moments.of(MomentQuery.read(request.queryString()), null, null);
        boolean there = shown.frame().step() == shown.step();
        request.header("Cache-Control", there ? "public, max-age=86400" : "no-store")
                .contentType("image/png")
                .result(PreviewImage.png(Preview.heading(shown), Preview.widths(shown), shown.losses(), shown.frame()));
    }

    /** What the address says, why that cannot be, and what is shown instead. */
    private static String refusal(@Nullable String query, InvalidInput refused) {
        String said = MomentQuery.said(query, refused.field().replaceFirst("\\[.*", ""));
        return (said == null ? "" : "The address says " + said + ". ")
                + refused.getMessage()
                + " The notebook's run is shown instead.";
    }

    /**
     * The page at a moment.
     *
     * @param problem what is wrong with the address
     * @param link the short link that it was opened by
     */
    void answer(Context request, Moment moment, @Nullable Problem problem, PageMoments.@Nullable LinkFacts link) {
        PageMoments.PageMoment shown = moments.of(moment, problem, link);
        boolean embedded = request.path().equals(EMBED);
        if (embedded) {
            SecurityHeaders.allowFrames(request);
        }
        request.contentType("text/html;charset=utf-8")
                .result(PageView.render(new PageModel(
                        Preview.title(shown),
                        Preview.sentence(shown),
                        visitors.origin(request) + PREVIEW + "?" + Compact.of(MomentQuery.write(moment)),
                        assets.base(),
                        assets.style(),
                        assets.modules("main.js"),
                        Json.text(shown),
                        embedded)));
    }
}
