package glassgrad.link;

import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import glassgrad.training.Recipe;
import glassgrad.training.Subject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A moment as the query of an address, readable, with the defaults left out. */
public final class MomentQuery {
    private static final String STEP = "step";
    private static final String SAMPLE = "sample";
    private static final String DEPTH = "depth";
    private static final String OPEN = "open";
    private static final String SELECTED = "selected";
    private static final String BESIDE = "beside";
    private static final String EDGES = "edges";
    private static final String AXIS = "axis";
    private static final String PRACTICE = "practice";
    private static final String UNTIL = "until";

    /** Of a group or of a node: "layer1.neuron2", "sample0/layer1.neuron2#4", "sample0/x1*x2". */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/#^* -]{1,80}");

    private MomentQuery() {}

    /**
     * The moment of a query: "rate=0.1&step=12".
     *
     * @param query as it stands in the address; null or empty for the default
     * @throws InvalidInput naming the key at fault
     */
    public static Moment read(@Nullable String query) {
        Query texts = Query.parse(query);
        Recipe recipe = RecipeQuery.read(texts);
        String step = texts.take(STEP);
        View view = view(texts, recipe);
        texts.finish();
        return new Moment(recipe, step == null ? 0 : step(STEP, step), view);
    }

    /** The query of a moment, without the question mark; empty for the default. */
    public static String write(Moment moment) {
        Query query = new Query();
        RecipeQuery.write(moment.recipe(), query);
        if (moment.step() != 0) {
            query.put(STEP, String.valueOf(moment.step()));
        }
        write(moment.view(), query);
        return query.toString();
    }

    /**
     * The query of a moment with every setting in it, those at their defaults too: it means the same even where a default is
     * another.
     */
    public static String writeWhole(Moment moment) {
        Query query = new Query();
        RecipeQuery.writeWhole(moment.recipe(), query);
        query.put(STEP, String.valueOf(moment.step()));
        write(moment.view(), query);
        return query.toString();
    }

    /**
     * What is looked at of a recipe's run.
     *
     * @param words by the keys of an address: "depth", "selected", ...
     * @throws InvalidInput naming the key at fault
     */
    public static View view(Map<String, String> words, Recipe recipe) {
        Query query = new Query();
        words.forEach(query::put);
        View view = view(query, recipe);
        query.finish();
        return view;
    }

    /** What an address says under a key, as it stands there and not too long: "rate=-3"; null if it does not say it. */
    public static @Nullable String said(@Nullable String query, String key) {
        String text;
        try {
            text = Query.parse(query).take(key);
        } catch (InvalidInput unreadable) {
            return null;
        }
        return text == null ? null : Texts.shortened(key + "=" + text);
    }

    static int step(String key, String text) {
        long step = Texts.isInteger(text) ? Texts.integer(key, text) : -1;
        if (step < 0 || step > Limits.STEPS) {
            throw InvalidInput.notAStep(key);
        }
        return (int) step;
    }

    private static View view(Query query, Recipe recipe) {
        View otherwise = View.DEFAULT;
        String sample = query.take(SAMPLE);
        String depth = query.take(DEPTH);
        String open = query.take(OPEN);
        String selected = query.take(SELECTED);
        String beside = query.take(BESIDE);
        String edges = query.take(EDGES);
        String axis = query.take(AXIS);
        String practice = query.take(PRACTICE);
        String until = query.take(UNTIL);
        return new View(
                sample == null ? otherwise.subject() : subject(sample, recipe),
                depth == null ? otherwise.depth() : Texts.choice(DEPTH, View.Depth.class, depth),
                open == null ? otherwise.open() : names(open),
                selected == null ? otherwise.selected() : name(SELECTED, selected),
                beside == null ? otherwise.beside() : name(BESIDE, beside),
                edges == null ? otherwise.edges() : Texts.choice(EDGES, View.Edges.class, edges),
                axis == null ? otherwise.axis() : Texts.choice(AXIS, View.Axis.class, axis),
                practice == null ? otherwise.practice() : Practice.read(PRACTICE, practice),
                until == null ? otherwise.until() : UntilText.read(UNTIL, until),
                Lesson.take(query));
    }

    private static void write(View view, Query query) {
        View otherwise = View.DEFAULT;
        if (!view.subject().equals(otherwise.subject())) {
            query.put(SAMPLE, SubjectText.write(view.subject()));
        }
        if (view.depth() != otherwise.depth()) {
            query.put(DEPTH, View.word(view.depth()));
        }
        if (!view.open().isEmpty()) {
            query.put(OPEN, String.join(",", view.open()));
        }
        String selected = view.selected();
        if (selected != null) {
            query.put(SELECTED, selected);
        }
        String beside = view.beside();
        if (beside != null) {
            query.put(BESIDE, beside);
        }
        if (view.edges() != otherwise.edges()) {
            query.put(EDGES, View.word(view.edges()));
        }
        if (view.axis() != otherwise.axis()) {
            query.put(AXIS, View.word(view.axis()));
        }
        Practice practice = view.practice();
        if (practice != null) {
            query.put(PRACTICE, practice.text());
        }
        if (view.until() != null) {
            query.put(UNTIL, UntilText.write(view.until()));
        }
        view.lesson().put(query);
    }

    private static Subject subject(String text, Recipe recipe) {
        Subject subject = SubjectText.read(SAMPLE, text);
        recipe.checkSubject(SAMPLE, subject);
        return subject;
    }

    private static List<String> names(String text) {
        return Texts.parts(text, ',').stream()
                .map(part -> name(OPEN, part))
                .distinct()
                .toList();
    }

    private static String name(String key, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new InvalidInput(key, "\"%s\" names nothing in a network.".formatted(Texts.shortened(text)));
        }
        return text;
    }
}
