package glassgrad.link;

import glassgrad.training.Subject;
import glassgrad.training.Until;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What of a moment is looked at.
 *
 * @param subject whose numbers are shown
 * @param depth how far inside the picture shows
 * @param open the groups that are opened in place: "layer1.neuron2"
 * @param selected the id of the selected node
 * @param beside the parameter that a surface shows beside the selected one; null for no surface
 * @param edges what the lines of the picture show
 * @param axis how the loss is drawn
 * @param practice the exercise that is set; null while nothing is practised
 * @param until when play stops by itself; null for never
 * @param lesson what is fixed about the page
 */
public record View(
        Subject subject,
        Depth depth,
        List<String> open,
        @Nullable String selected,
        @Nullable String beside,
        Edges edges,
        Axis axis,
        @Nullable Practice practice,
        @Nullable Until until,
        Lesson lesson) {
    /** What is shown where nothing is said. */
    public static final View DEFAULT = new View(
            Subject.FIRST, Depth.NEURONS, List.of(), null, null, Edges.WEIGHT, Axis.LINEAR, null, null, Lesson.NONE);

    public View {
        open = List.copyOf(open);
    }

    /** One picture, at three depths. */
    public enum Depth {
        NETWORK,
        NEURONS,
        SCALARS
    }

    /** What a line's width and colour stand for. */
    public enum Edges {
        WEIGHT,
        GRADIENT
    }

    /** The axis of the loss, or that of the accuracy in its place. */
    public enum Axis {
        LINEAR,
        LOG,
        ACCURACY
    }

    /** How a choice is written in links and in JSON. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
