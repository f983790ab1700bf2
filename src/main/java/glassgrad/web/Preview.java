package glassgrad.web;

import glassgrad.training.Recipe;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A moment in a title and a sentence, for tabs, chats and mails; every number in them is the engine's. */
final class Preview {
    private static final String NAME = "Glassgrad: ";
    private static final String TITLE = NAME + "watch a neural network learn";
    private static final String SUMMARY = "A neural network small enough that every number in it can be seen, explained"
            + " and changed, while it learns.";

    private Preview() {}

    /** The title where the name stands already. */
    static String heading(PageMoments.PageMoment moment) {
        String title = title(moment).substring(NAME.length());
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    static String title(PageMoments.PageMoment moment) {
        return isFirst(moment)
                ? TITLE
                : NAME + "%s, step %,d".formatted(data(moment), moment.frame().step());
    }

    static String sentence(PageMoments.PageMoment moment) {
        if (isFirst(moment)) {
            return SUMMARY;
        }
        String shape = widths(moment).stream().map(String::valueOf).collect(Collectors.joining("-"));
        return "A %s network on %s after %,d steps of training: its loss is %.4g."
                .formatted(
                        shape,
                        data(moment),
                        moment.frame().step(),
                        moment.frame().loss());
    }

    /** Of the network's layers, its inputs first. */
    static List<Integer> widths(PageMoments.PageMoment moment) {
        Recipe recipe = moment.recipe().recipe();
        return Stream.concat(
                        Stream.of(recipe.data().width(recipe.data().whole().inputs())),
                        recipe.network().layers().stream())
                .toList();
    }

    private static boolean isFirst(PageMoments.PageMoment moment) {
        return moment.frame().step() == 0 && moment.recipe().recipe().equals(Recipe.DEFAULT);
    }

    private static String data(PageMoments.PageMoment moment) {
        String name = moment.recipe().recipe().data().name();
        return Settings.DATA.choices().stream()
                .filter(choice -> choice.value().equals(name))
                .map(Setting.Choice::title)
                .findFirst()
                .orElse("own samples");
    }
}
