package glassgrad.link;

import glassgrad.training.InvalidInput;
import glassgrad.training.Schedule;
import glassgrad.training.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a setting as an address writes it, by the setting's type. */
final class SettingText {
    /** A batch of all the samples. */
    private static final String ALL = "all";

    private SettingText() {}

    /** @throws InvalidInput naming the key, if the text is no value of this type */
    static @Nullable Object read(Setting setting, String key, String text) {
        return switch (setting.type()) {
            case NUMBER -> Texts.number(key, text);
            case INTEGER -> setting.fallback() == null && text.equals(ALL) ? null : (Object) Texts.integer(key, text);
            case FLAG -> Texts.flag(key, text);
            case CHOICE -> text;
            case LAYERS -> hidden(key, text);
            case SCHEDULE -> schedule(key, text);
        };
    }

    static String write(@Nullable Object value) {
        if (value instanceof Double number) {
            return Texts.of(number);
        }
        if (value instanceof Boolean flag) {
            return Texts.of(flag);
        }
        if (value instanceof List<?> widths) {
            return String.join(",", widths.stream().map(String::valueOf).toList());
        }
        if (value instanceof Schedule schedule) {
            return schedule instanceof Schedule.Linear linear
                    ? "%s:%s:%d".formatted(linear.name(), Texts.of(linear.end()), linear.steps())
                    : schedule.name();
        }
        return value == null ? ALL : value.toString();
    }

    private static List<Integer> hidden(String key, String text) {
        return Texts.parts(text, ',').stream()
                .map(width -> small(key, Texts.integer(key, width)))
                .toList();
    }

    private static Schedule schedule(String key, String text) {
        if (text.equals(Schedule.CONSTANT.name())) {
            return Schedule.CONSTANT;
        }
        List<String> parts = Texts.parts(text, ':');
        if (parts.size() != 3 || !parts.get(0).equals("linear")) {
            throw new InvalidInput(
                    key,
                    "\"%s\" must be constant, or linear:END:STEPS such as linear:0.1:100."
                            .formatted(Texts.shortened(text)));
        }
        return new Schedule.Linear(Texts.number(key, parts.get(1)), small(key, Texts.integer(key, parts.get(2))));
    }

    private static int small(String key, long number) {
        if (number != (int) number) {
            throw new InvalidInput(key, "%d is too large.".formatted(number));
        }
        return (int) number;
    }
}
