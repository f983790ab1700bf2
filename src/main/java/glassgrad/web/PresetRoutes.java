package glassgrad.web;

import glassgrad.training.Preset;
import io.javalin.http.Context;
import java.util.List;

/** The recipes that come with the product. */
final class PresetRoutes {
    static final List<Answers.PresetAnswer> ALL =
            Preset.all().stream().map(Answers.PresetAnswer::of).toList();

    private PresetRoutes() {}

    static void all(Context request) {
        Json.answer(request, ALL);
    }
}
