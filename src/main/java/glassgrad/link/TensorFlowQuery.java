package glassgrad.link;

import glassgrad.training.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands after the # of a link to TensorFlow Playground. */
final class TensorFlowQuery {
    private static final String FIELD = "url";
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_WORDS = 100;

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /** @throws InvalidInput if there is nothing to read */
    TensorFlowQuery(String url) {
        int hash = url.indexOf('#');
        if (url.length() > MOST_CHARACTERS) {
            throw refused(
                    "The link has %,d characters; at most %,d can be read.".formatted(url.length(), MOST_CHARACTERS));
        }
        String[] parts = hash < 0 ? new String[0] : url.substring(hash + 1).split("&", MOST_WORDS);
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                words.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        if (words.isEmpty()) {
            throw refused("This is no link to TensorFlow Playground: its settings stand after a #, as in"
                    + " https://playground.tensorflow.org/#activation=tanh&dataset=circle&seed=0.50000.");
        }
    }

    String text(String key, String otherwise) {
        known.add(key);
        String word = words.getOrDefault(key, "");
        return word.isEmpty() ? otherwise : word;
    }

    String choice(String key, String otherwise, Set<String> choices) {
        String word = text(key, otherwise);
        if (!choices.contains(word)) {
            throw refused("%s is \"%s\"; it must be one of: %s."
                    .formatted(key, Texts.shortened(word), String.join(", ", new TreeSet<>(choices))));
        }
        return word;
    }

    boolean flag(String key, boolean otherwise) {
        return choice(key, Boolean.toString(otherwise), Set.of("true", "false")).equals("true");
    }

    double number(String key, double otherwise, double min, double max) {
        return number(key, text(key, Double.toString(otherwise)), min, max);
    }

    int integer(String key, int otherwise, int min, int max) {
        return whole(key, text(key, Integer.toString(otherwise)), min, max);
    }

    /** Numbers of neurons; none if nothing stands there. */
    List<Integer> integers(String key, List<Integer> otherwise) {
        known.add(key);
        if (!words.containsKey(key)) {
            return otherwise;
        }
        List<Integer> numbers = new ArrayList<>();
        for (String word : Texts.parts(words.getOrDefault(key, ""), ',')) {
            if (!word.isEmpty()) {
                numbers.add(whole(key, word, 1, 1_000));
            }
        }
        return numbers;
    }

    /** The keys that nobody asked for, and that are not known otherwise. */
    List<String> unknown(Predicate<String> otherwise) {
        return words.keySet().stream()
                .filter(key -> !known.contains(key) && !otherwise.test(key))
                .map(Texts::shortened)
                .toList();
    }

    /** What is made of what was read; where that is refused, it is the link's fault. */
    <T> T fitting(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidInput e) {
            throw e.field().equals(FIELD) ? e : refused(e.getMessage());
        }
    }

    InvalidInput refused(@Nullable String why) {
        return new InvalidInput(FIELD, String.valueOf(why));
    }

    private int whole(String key, String word, int min, int max) {
        double number = number(key, word, min, max);
        if (number != Math.rint(number)) {
            throw refused("%s is \"%s\"; it must be a whole number.".formatted(key, Texts.shortened(word)));
        }
        return (int) number;
    }

    private double number(String key, String word, double min, double max) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= min && number <= max)) {
            throw refused("%s is \"%s\"; it must be a number from %s to %s."
                    .formatted(key, Texts.shortened(word), Texts.of(min), Texts.of(max)));
        }
        return number;
    }
}
