package glassgrad.link;

import glassgrad.data.Feature;
import glassgrad.training.InvalidInput;
import glassgrad.training.Schedule;
import glassgrad.training.Setting;
import java.util.Arrays;
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
            case NUMBER, INTEGER -> setting.fallback() == null && text.equals(ALL) ? null : number(setting, key, text);
            case FLAG -> Texts.flag(key, text);
            case CHOICE, TEXT -> text;
            case CHOICES -> Texts.parts(text, ',');
            case LAYERS -> hidden(key, text);
            case SCHEDULE -> schedule(key, text);
            case FEATURES -> features(key, text);
        };
    }

    static String write(@Nullable Object value) {
        if (value instanceof Double number) {
            return Texts.of(number);
        }
        if (value instanceof Boolean flag) {
            return Texts.of(flag);
        }
        if (value instanceof List<?> parts) {
            return String.join(",", parts.stream().map(SettingText::part).toList());
        }
        if (value instanceof Schedule schedule) {
            return write(schedule);
        }
        return value == null ? ALL : value.toString();
    }

    private static Object number(Setting setting, String key, String text) {
        try {
            return setting.type() == Setting.Type.INTEGER
                    ? (Object) Texts.integer(key, text)
                    : (Object) Texts.number(key, text);
        } catch (InvalidInput e) {
            throw new InvalidInput(key, e.getMessage() + " " + setting.expectation());
        }
    }

    private static List<Integer> hidden(String key, String text) {
        return Texts.parts(text, ',').stream()
                .map(width -> small(Texts.integer(key, width)))
                .toList();
    }

    private static String part(Object part) {
        return part instanceof Feature feature ? feature.key() : part.toString();
    }

    private static List<Feature> features(String key, String text) {
        return Texts.parts(text, ',').stream().map(word -> feature(key, word)).toList();
    }

    private static Feature feature(String key, String word) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        key,
                        "\"%s\" must be some of: %s."
                                .formatted(
                                        Texts.shortened(word),
                                        String.join(
                                                ", ",
                                                Arrays.stream(Feature.values())
                                                        .map(Feature::key)
                                                        .toList()))));
    }

    private static Schedule schedule(String key, String text) {
        if (text.equals(Schedule.CONSTANT.name())) {
            return Schedule.CONSTANT;
        }
        List<String> parts = Texts.parts(text, ':');
        if (parts.size() == 3) {
            String first = parts.get(1);
            String second = parts.get(2);
            switch (parts.get(0)) {
                case "linear" -> {
                    return new Schedule.Linear(Texts.number(key, first), small(Texts.integer(key, second)));
                }
                case "cosine" -> {
                    return new Schedule.Cosine(Texts.number(key, first), small(Texts.integer(key, second)));
                }
                case "step" -> {
                    return new Schedule.Steps(small(Texts.integer(key, first)), Texts.number(key, second));
                }
                default -> {}
            }
        }
        throw new InvalidInput(
                key,
                "\"%s\" must be constant, linear:END:STEPS such as linear:0.1:100, cosine:END:STEPS, or step:EVERY:FACTOR."
                        .formatted(Texts.shortened(text)));
    }

    private static String write(Schedule schedule) {
        if (schedule instanceof Schedule.Linear linear) {
            return "%s:%s:%d".formatted(linear.name(), Texts.of(linear.end()), linear.steps());
        }
        if (schedule instanceof Schedule.Cosine cosine) {
            return "%s:%s:%d".formatted(cosine.name(), Texts.of(cosine.end()), cosine.steps());
        }
        if (schedule instanceof Schedule.Steps steps) {
            return "%s:%d:%s".formatted(steps.name(), steps.every(), Texts.of(steps.factor()));
        }
        return schedule.name();
    }

    /** What no int can hold breaks every limit, and is refused by the one that it is checked against. */
    private static int small(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
