package glassgrad.web.view;

import java.util.List;

/**
 * What the page is made from.
 *
 * @param title what the browser's tab says
 * @param summary what the page shows, in a sentence, for those who cannot run its script
 * @param image the address of a picture of it; empty for none
 * @param assets the address under which the front end's files are served, ending in a slash
 * @param style the address of the style sheet
 * @param modules the names of the modules that the first view needs, fetched ahead of the script that imports them
 * @param moment the first moment as JSON
 * @param embedded whether it stands in the page of somebody else
 */
public record PageModel(
        String title,
        String summary,
        String image,
        String assets,
        String style,
        List<String> modules,
        String moment,
        boolean embedded) {

    public PageModel {
        modules = List.copyOf(modules);
    }
}
