package glassgrad.web.view;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.i;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.SectionTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all pages share: head, header, and the form of a panel. */
final class Shell {
    /** The pages, in the order in which the header names them. */
    enum Tab {
        PLAYGROUND("Playground", "/"),
        EXPRESSIONS("Expressions", "/expressions");

        final String title;
        final String address;

        Tab(String title, String address) {
            this.title = title;
            this.address = address;
        }
    }

    private Shell() {}

    /**
     * A whole page.
     *
     * @param script the name of the module that fills it
     */
    static String render(PageModel page, String script, BodyTag body, DomContent... more) {
        return "<!doctype html>\n"
                + html(headOf(page, script, more), body).withLang("en").render();
    }

    private static HeadTag headOf(PageModel page, String script, DomContent... more) {
        return head(
                        meta().withCharset("utf-8"),
                        title(page.title()),
                        meta().withName("viewport")
                                .withContent("width=device-width, initial-scale=1, viewport-fit=cover"),
                        meta().withName("description").withContent(page.summary()),
                        // For chats and mails that show what is behind an address.
                        meta().attr("property", "og:title").withContent(page.title()),
                        meta().attr("property", "og:description").withContent(page.summary()),
                        meta().attr("property", "og:type").withContent("website"),
                        iff(
                                !page.image().isEmpty(),
                                meta().attr("property", "og:image").withContent(page.image())),
                        iff(
                                !page.image().isEmpty(),
                                meta().withName("twitter:card").withContent("summary_large_image")),
                        meta().withName("color-scheme").withContent("light dark"),
                        link().withRel("icon")
                                .withHref(page.assets() + "favicon.svg")
                                .withType("image/svg+xml"),
                        // Not a module, so that it runs before anything is painted: no flash of the other theme.
                        script().withSrc(page.assets() + "first-paint.js"))
                .with(more)
                .with(
                        link().withRel("stylesheet").withHref(page.style()),
                        each(
                                page.modules(),
                                module -> link().withRel("modulepreload").withHref(page.assets() + module)),
                        script().withType("module").withSrc(page.assets() + script));
    }

    /**
     * The top of a page.
     *
     * @param here null for a page that the header does not name
     * @param words what is said between the pages and the tools
     */
    static HeaderTag headerOf(@Nullable Tab here, DomContent words) {
        return header(
                        h1(a(text("glass"), i("grad")).withHref("/")).withClass("wordmark"),
                        nav(each(
                                        List.of(Tab.values()),
                                        tab -> a(tab.title)
                                                .withHref(tab.address)
                                                .condAttr(tab == here, "aria-current", "page")))
                                .withClass("pages")
                                .attr("aria-label", "Pages"),
                        words,
                        div().withId("tools").withClass("tools"))
                .withClass("top");
    }

    /** @param body what it holds before its script runs */
    static SectionTag panel(String id, String title, String explanation, DomContent... body) {
        String heading = id + "-title";
        return section(
                        h2(title).withId(heading),
                        p(explanation).withClass("explain"),
                        div(body).withClass("panel-body"))
                .withId(id)
                .withClass("panel")
                .attr("aria-labelledby", heading);
    }
}
