package glassgrad.web.view;

import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that tells the interface. */
public final class ApiView {
    private ApiView() {}

    /**
     * What can be asked.
     *
     * @param query what may stand behind the question mark
     */
    public record Row(String method, String path, String summary, Map<String, String> query) {}

    public static String render(PageModel page, List<Row> rows) {
        return Shell.render(
                page,
                "plain.js",
                body(
                                Shell.headerOf(
                                        null,
                                        p("For programs, and for those who write them.")
                                                .withClass("same-step")),
                                j2html.TagCreator.main(
                                                h2("The interface"),
                                                p(page.summary()),
                                                p(
                                                        text("The same as an OpenAPI document: "),
                                                        code("curl /api"),
                                                        text(
                                                                ". JSON in, JSON out; what is wrong is told as problem details (RFC 9457) that name the field and its limit.")),
                                                each(rows, ApiView::row))
                                        .withClass("told"))
                        .withClass("api"));
    }

    private static j2html.tags.DomContent row(Row row) {
        return section(
                        h3(
                                span(row.method().toUpperCase(Locale.ROOT)).withClass("method"),
                                text(" "),
                                code(row.path())),
                        p(row.summary() + "."),
                        dl(each(row.query(), (name, meaning) -> each(dt(code(name)), dd(meaning)))))
                .withClass("endpoint");
    }
}
