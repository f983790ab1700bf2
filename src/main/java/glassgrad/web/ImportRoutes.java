package glassgrad.web;

import glassgrad.link.TensorFlowLink;
import glassgrad.training.InvalidInput;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others have made, as recipes. */
final class ImportRoutes {
    private ImportRoutes() {}

    record LinkRequest(@Nullable String url) {}

    record ImportAnswer(RecipeJson recipe, List<String> notes) {}

    static void tensorFlowPlayground(Context request) {
        LinkRequest link = Json.read(request, LinkRequest.class);
        if (link.url == null) {
            throw new InvalidInput("url", "The link is missing.");
        }
        TensorFlowLink read = TensorFlowLink.read(link.url);
        Json.answer(request, new ImportAnswer(RecipeJson.of(read.recipe()), read.notes()));
    }
}
