package glassgrad.web.view;

import static j2html.TagCreator.a;
import static j2html.TagCreator.aside;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.specialized.AsideTag;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.SectionTag;

/** The page of expressions: the frame that web/expressions.js fills, with what its address says in it. */
public final class ExpressionView {
    /** The module that fills it. */
    public static final String SCRIPT = "expressions.js";

    private ExpressionView() {}

    public static String render(PageModel page) {
        return Shell.render(page, SCRIPT, bodyOf(page));
    }

    private static BodyTag bodyOf(PageModel page) {
        return body(
                        a("Skip to the expression").withClass("skip").withHref("#board"),
                        Shell.headerOf(
                                Shell.Tab.EXPRESSIONS,
                                p("Every number here is computed by the engine, as you write.")
                                        .withClass("same-step")),
                        noscript(p(page.summary() + " It needs JavaScript.").withClass("banner")),
                        section().withId("banners").withClass("banners").attr("aria-label", "Messages"),
                        chosen(),
                        j2html.TagCreator.main(
                                        h2("The graph").withClass("visually-hidden"), div().withClass("panel-body"))
                                .withId("stage")
                                .withTabindex(-1),
                        following(),
                        div().withId("live").withClass("visually-hidden").attr("role", "status"),
                        div().withId("dialogs"))
                .withClass("expressions")
                .withData("board", page.moment());
    }

    /** Left: the expression and its inputs. */
    private static AsideTag chosen() {
        return aside(
                        board(),
                        Shell.panel(
                                "inputs",
                                "Inputs",
                                "Drag a number sideways, or type another: everything that follows from it moves along."),
                        Shell.panel(
                                "step",
                                "A step along the gradient",
                                "Move every ticked input by a little of its gradient, and the result grows."))
                .withClass("column chosen")
                .attr("aria-label", "What you chose");
    }

    private static SectionTag board() {
        return section(h2("Expression").withId("board-title"), div().withClass("panel-body"))
                .withId("board")
                .withClass("board")
                .withTabindex(-1)
                .attr("aria-labelledby", "board-title");
    }

    /** Right: what follows from it. */
    private static AsideTag following() {
        return aside(
                        Shell.panel(
                                "names",
                                "Values and gradients",
                                "Every name, what it is worth, and how fast the result grows as it grows."),
                        Shell.panel("practice", "Practice", "Work a number out by hand, then see whether it is right."),
                        Shell.panel(
                                "inspector",
                                "Why this number?",
                                "Where the selected number comes from, and why its gradient is what it is."))
                .withClass("column following")
                .attr("aria-label", "What follows from it");
    }
}
