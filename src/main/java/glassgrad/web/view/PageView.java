package glassgrad.web.view;

import static j2html.TagCreator.a;
import static j2html.TagCreator.aside;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.link;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import j2html.tags.specialized.AsideTag;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.FooterTag;
import j2html.tags.specialized.SectionTag;

/** The playground: the frame that web/main.js fills, with the first moment in it. */
public final class PageView {
    private static final String PLOT_STYLE = "/webjars/uplot/1.6.30/dist/uPlot.min.css";

    private static final String NOTHING_SELECTED =
            "Nothing is selected. Click a neuron, a number or a connection in the"
                    + " picture, or a row among the weights and biases: here it says why it is what it is, and a weight or bias can"
                    + " be set.";

    private PageView() {}

    public static String render(PageModel page) {
        return Shell.render(
                page, "main.js", bodyOf(page), link().withRel("stylesheet").withHref(PLOT_STYLE));
    }

    private static BodyTag bodyOf(PageModel page) {
        return body(
                        a("Skip to the network").withClass("skip").withHref("#stage"),
                        Shell.headerOf(
                                Shell.Tab.PLAYGROUND,
                                p(
                                                span("Every number on this page is from step "),
                                                span().withId("header-step").withClass("number"))
                                        .withClass("same-step")),
                        nav().withId("tabs").withClass("tabs").attr("aria-label", "Panels"),
                        noscript(p(page.summary() + " It needs JavaScript to be watched and changed.")
                                .withClass("banner")),
                        section().withId("banners").withClass("banners").attr("aria-label", "Messages"),
                        chosen(),
                        j2html.TagCreator.main(
                                        h2("The network").withClass("visually-hidden"), div().withClass("panel-body"))
                                .withId("stage")
                                .withTabindex(-1),
                        following(),
                        transport(),
                        div().withId("live").withClass("visually-hidden").attr("role", "status"),
                        div().withId("dialogs"))
                .withData("moment", page.moment())
                .withCondClass(page.embedded(), "embed");
    }

    /** Left: the recipe, and the edits. */
    private static AsideTag chosen() {
        return aside(
                        panel("recipe", "choose", "What you chose", "Change anything here, and watch."),
                        panel("edits", "choose", "Your edits", "What you changed inside the run."))
                .withClass("column chosen")
                .attr("aria-label", "What you chose");
    }

    /** Right: what follows from the recipe. */
    private static AsideTag following() {
        return aside(
                        panel("practice", "why", "Practice", "Work a number out by hand, then see whether it is right.")
                                .attr("hidden"),
                        health(),
                        panel(
                                "loss",
                                "learn",
                                "Loss",
                                "How wrong the network is, step by step. Learning makes this line fall."),
                        panel(
                                        "map",
                                        "learn",
                                        "Map",
                                        "What the network would say at every point of the plane; the dots are the samples.")
                                .attr("hidden"),
                        panel(
                                        "curve",
                                        "learn",
                                        "Curve",
                                        "What the network would say for every input; the dots are the samples.")
                                .attr("hidden"),
                        panel(
                                "predictions",
                                "learn",
                                "Predictions",
                                "What the network says for each sample, beside what it should say."),
                        panel(
                                        "bend",
                                        "learn",
                                        "Through the layers",
                                        "How each layer bends the plane: a grid of it, and the samples, where its neurons put them.")
                                .attr("hidden"),
                        panel(
                                "compare",
                                "learn",
                                "Compare",
                                "Other runs beside this one: pin it, or let one setting take several values."),
                        panel(
                                "inspector",
                                "why",
                                "Why this number?",
                                "Where the selected number comes from, and why its gradient is what it is.",
                                p(NOTHING_SELECTED).withClass("inspector-empty")),
                        panel(
                                        "slope",
                                        "why",
                                        "The slope is the gradient",
                                        "The loss as the selected weight or bias alone moves, and all others stay.")
                                .attr("hidden"),
                        panel(
                                        "update",
                                        "why",
                                        "The next update",
                                        "What the next step of training will do to the selected weight or bias.")
                                .attr("hidden"),
                        panel(
                                        "surface",
                                        "why",
                                        "The loss as a landscape",
                                        "The loss as two weights move, seen from above, and the way that training took over it.")
                                .attr("hidden"),
                        panel(
                                "parameters",
                                "numbers",
                                "Weights and biases",
                                "Every number that learning changes, and its gradient: how the loss grows with it."))
                .withClass("column following")
                .attr("aria-label", "What follows from it");
    }

    /** One line above all panels, under whichever tab they stand. */
    private static SectionTag health() {
        return section(h2("Health").withId("health-title"), div().withClass("panel-body"))
                .withId("health")
                .withClass("panel health")
                .attr("aria-labelledby", "health-title");
    }

    private static FooterTag transport() {
        return footer(
                        div().withId("transport").withClass("transport"),
                        div().withId("film").withClass("film"),
                        div().withId("readout").withClass("readout"))
                .withClass("player")
                .attr("aria-label", "Training");
    }

    /** @param tab the tab under which the panel stands where there is no room for all of them */
    private static SectionTag panel(String id, String tab, String title, String explanation, DomContent... body) {
        return Shell.panel(id, title, explanation, body).withData("tab", tab);
    }
}
