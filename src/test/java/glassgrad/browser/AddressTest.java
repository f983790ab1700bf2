package glassgrad.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import glassgrad.link.Lesson;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.link.Practice;
import glassgrad.link.View;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Recipe;
import glassgrad.training.Subject;
import glassgrad.training.Until;
import glassgrad.web.Server;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses are read by the server and written by the page: both must mean the same by them. */
@ExtendWith(InBrowser.class)
class AddressTest {
    /** The address that the page would show at the moment of another address. */
    private static final String WRITE = """
            async (queries) => {
              const base = new URL('.', document.querySelector('script[type=module]').src);
              const { queryOf } = await import(new URL('address.js', base));
              const { parse } = await import(new URL('json.js', base));
              const written = [];
              for (const query of queries) {
                const html = await (await fetch('/?' + query)).text();
                const body = new DOMParser().parseFromString(html, 'text/html').body;
                const moment = parse(body.dataset.moment);
                written.push(queryOf({ ...moment, ...moment.view }, moment.settings).replace('?', ''));
              }
              return written;
            }
            """;

    @Test
    void the_page_writes_what_the_server_reads(Page page) {
        SplittableRandom random = new SplittableRandom(9);
        List<Moment> moments = RandomRecipes.of(9, 100)
                .map(recipe -> new Moment(recipe, random.nextInt(4), view(recipe, random)))
                .toList();
        List<?> written;
        try (Server server = Server.start(0)) {
            page.navigate("http://localhost:" + server.port() + "/");
            written = (List<?>) page.evaluate(
                    WRITE, moments.stream().map(MomentQuery::write).toList());
        }
        for (int i = 0; i < moments.size(); i++) {
            String query = (String) written.get(i);
            assertEquals(moments.get(i), MomentQuery.read(query), query);
        }
    }

    private static View view(Recipe recipe, SplittableRandom random) {
        return new View(
                random.nextInt(4) == 0
                        ? Subject.ALL
                        : new Subject.Numbered(
                                random.nextInt(recipe.data().dataset().size())),
                pick(View.Depth.values(), random),
                random.nextBoolean() ? List.of() : List.of("layer1.neuron1", "loss"),
                random.nextBoolean() ? null : "layer1.neuron1#" + random.nextInt(1, 9),
                random.nextBoolean() ? null : "layer1.neuron1.b",
                pick(View.Edges.values(), random),
                pick(View.Axis.values(), random),
                random.nextBoolean()
                        ? null
                        : new Practice(pick(Practice.Asked.values(), random), random.nextInt(99), random.nextInt(1, 9)),
                random.nextBoolean()
                        ? null
                        : new Until(
                                random.nextInt(1, 99),
                                random.nextBoolean() ? null : 0.25,
                                null,
                                random.nextBoolean() ? null : 20),
                random.nextBoolean()
                        ? Lesson.NONE
                        : new Lesson(
                                "Find \u2202L/\u2202w & say why: <b>50 %</b>?",
                                List.of("map", "edits"),
                                random.nextBoolean() ? List.of("all") : List.of(),
                                random.nextBoolean()));
    }

    private static <T> T pick(T[] all, SplittableRandom random) {
        return Arrays.asList(all).get(random.nextInt(all.length));
    }
}
