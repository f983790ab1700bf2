package glassgrad.link;

import glassgrad.training.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of expressions as the query of an address: {@code source=L = a*b&inputs=a:2,b:-3}. What cannot be read is left at
 * its default, so that the rest of what someone wrote is not lost.
 */
public final class BoardQuery {
    private static final String SOURCE = "source";
    private static final String INPUTS = "inputs";
    private static final String OVERWRITE = "overwrite";
    private static final String SELECTED = "selected";
    private static final String LEAVES = "leaves";
    private static final String RATE = "rate";
    private static final String PRACTICE = "practice";

    /** An input can become these, by steps that are too large. */
    private static final Map<String, Double> WORDS =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private static final int LONGEST_NAME = 200;

    private final Query texts;
    private @Nullable InvalidInput problem;

    private BoardQuery(Query texts) {
        this.texts = texts;
    }

    /**
     * What an address says.
     *
     * @param problem what is wrong with it; null if nothing
     */
    public record Reading(Board board, @Nullable InvalidInput problem) {}

    /**
     * Reads a query as it stands in the address.
     *
     * @param otherwise for an address that says nothing; its step size is everybody's default
     */
    public static Reading read(@Nullable String query, Board otherwise) {
        if (query == null || query.isEmpty()) {
            return new Reading(otherwise, null);
        }
        try {
            return new BoardQuery(Query.parse(query)).board(otherwise);
        } catch (InvalidInput unreadable) {
            return new Reading(otherwise, unreadable);
        }
    }

    private Reading board(Board otherwise) {
        String source = texts.take(SOURCE);
        if (source == null) {
            refuse(new InvalidInput(SOURCE, "The address does not say which expression: ?source=a*b is missing."));
        }
        Map<String, Double> inputs = take(INPUTS, BoardQuery::inputs);
        Boolean overwrite = take(OVERWRITE, text -> Texts.flag(OVERWRITE, text));
        Double rate = take(RATE, text -> Texts.number(RATE, text));
        Board board = new Board(
                source == null ? otherwise.source() : source,
                inputs != null ? inputs : source == null ? otherwise.inputs() : Map.of(),
                overwrite != null && overwrite,
                take(SELECTED, text -> name(SELECTED, text)),
                take(LEAVES, BoardQuery::leaves),
                rate == null ? otherwise.rate() : rate,
                take(PRACTICE, text -> Practice.read(PRACTICE, text)));
        try {
            texts.finish();
        } catch (InvalidInput unknown) {
            refuse(unknown);
        }
        return new Reading(board, problem);
    }

    private <T> @Nullable T take(String key, Function<String, T> read) {
        String text = texts.take(key);
        try {
            return text == null ? null : read.apply(text);
        } catch (InvalidInput e) {
            refuse(e);
            return null;
        }
    }

    /** The first problem is the one that is told. */
    private void refuse(InvalidInput e) {
        problem = problem == null ? e : problem;
    }

    private static Map<String, Double> inputs(String text) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (String input : Texts.parts(text, ',')) {
            int colon = input.lastIndexOf(':');
            if (colon < 1) {
                throw new InvalidInput(INPUTS, "\"%s\" is no input: write a:2,b:-3.".formatted(Texts.shortened(input)));
            }
            String name = name(INPUTS, input.substring(0, colon));
            String number = input.substring(colon + 1);
            Double word = WORDS.get(number);
            if (inputs.put(name, word == null ? Texts.number(INPUTS, number) : word) != null) {
                throw new InvalidInput(INPUTS, "\"%s\" is given twice.".formatted(Texts.shortened(name)));
            }
        }
        return inputs;
    }

    private static List<String> leaves(String text) {
        return Texts.parts(text, ',').stream().map(leaf -> name(LEAVES, leaf)).toList();
    }

    private static String name(String key, String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new InvalidInput(key, "A name has at least 1 and at most %d characters.".formatted(LONGEST_NAME));
        }
        return text;
    }

    /** The query of a page, without the question mark. */
    public static String write(Board board, double usualRate) {
        Query query = new Query();
        query.put(SOURCE, board.source());
        if (!board.inputs().isEmpty()) {
            query.put(
                    INPUTS,
                    String.join(
                            ",",
                            board.inputs().entrySet().stream()
                                    .map(input -> input.getKey() + ":" + number(input.getValue()))
                                    .toList()));
        }
        if (board.overwrite()) {
            query.put(OVERWRITE, Texts.of(true));
        }
        if (board.selected() != null) {
            query.put(SELECTED, board.selected());
        }
        if (board.leaves() != null) {
            query.put(LEAVES, String.join(",", board.leaves()));
        }
        if (board.rate() != usualRate) {
            query.put(RATE, Texts.of(board.rate()));
        }
        Practice practice = board.practice();
        if (practice != null) {
            query.put(PRACTICE, practice.text());
        }
        return query.toString();
    }

    private static String number(double number) {
        return Double.isFinite(number) ? Texts.of(number) : String.valueOf(number);
    }
}
