package glassgrad.link;

import glassgrad.training.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers and words as an address writes them. */
final class Texts {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

    /** Beyond these, a plain number has more zeros than anyone reads. */
    private static final double SMALL = 1e-7;

    private static final double LARGE = 1e15;

    private static final String ON = "on";
    private static final String OFF = "off";

    private Texts() {}

    static double number(String key, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidInput(key, "\"%s\" is not a number.".formatted(shortened(text)));
        }
        return Double.parseDouble(text);
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static long integer(String key, String text) {
        if (!isInteger(text)) {
            throw new InvalidInput(key, "\"%s\" is not a whole number.".formatted(shortened(text)));
        }
        return Long.parseLong(text);
    }

    static boolean flag(String key, String text) {
        return switch (text) {
            case ON -> true;
            case OFF -> false;
            default -> throw new InvalidInput(key, "\"%s\" must be on or off.".formatted(shortened(text)));
        };
    }

    static <E extends Enum<E>> E choice(String key, Class<E> type, String text) {
        List<String> words = new ArrayList<>();
        for (E choice : type.getEnumConstants()) {
            if (View.word(choice).equals(text)) {
                return choice;
            }
            words.add(View.word(choice));
        }
        throw new InvalidInput(key, "\"%s\" must be one of: %s.".formatted(shortened(text), String.join(", ", words)));
    }

    /** The parts between separators; none of an empty text. */
    static List<String> parts(String text, char separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(Pattern.quote(String.valueOf(separator)), -1));
    }

    static List<Double> numbers(String key, String text) {
        return parts(text, ',').stream().map(part -> number(key, part)).toList();
    }

    /** A number so that reading it gives the same bits: 0.05, 1, 1e-9. */
    static String of(double number) {
        double size = Math.abs(number);
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        String text = Double.toString(number);
        if (size < SMALL || size >= LARGE) {
            return text.replace(".0E", "e").replace('E', 'e');
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    static String of(boolean flag) {
        return flag ? ON : OFF;
    }

    static String of(List<Double> numbers) {
        return String.join(",", numbers.stream().map(Texts::of).toList());
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
