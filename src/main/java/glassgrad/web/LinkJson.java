package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import glassgrad.link.Lesson;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.link.SubjectText;
import glassgrad.link.View;
import glassgrad.training.InvalidInput;
import glassgrad.training.Limits;
import glassgrad.training.Recipe;
import glassgrad.training.Until;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moments and their short links as JSON. */
final class LinkJson {
    private LinkJson() {}

    /**
     * A moment as a body has it; what is left out is at its default.
     *
     * @param recipe the notebook's if left out
     * @param step 0 if left out
     */
    record MomentRequest(
            @Nullable RecipeJson recipe,
            @Nullable Integer step,
            @Nullable ViewRequest view) {
        Moment moment() {
            Recipe known = recipe == null ? Recipe.DEFAULT : recipe.recipe();
            int at = step == null ? 0 : step;
            if (at < 0 || at > Limits.STEPS) {
                throw InvalidInput.notAStep("step");
            }
            return new Moment(known, at, view == null ? View.DEFAULT : view.view(known));
        }
    }

    /** What is looked at, with the words that pages use. */
    record ViewRequest(
            @Nullable Object sample,
            @Nullable String depth,
            @Nullable List<String> open,
            @Nullable String selected,
            @Nullable String beside,
            @Nullable String edges,
            @Nullable String axis,
            PageMoments.@Nullable PracticeJson practice,
            RunRoutes.@Nullable UntilRequest until,
            @Nullable LessonRequest lesson) {
        View view(Recipe recipe) {
            Map<String, String> words = new LinkedHashMap<>();
            if (sample != null) {
                words.put("sample", String.valueOf(SubjectText.json(GraphRoutes.subject("view.sample", sample))));
            }
            put(words, "depth", depth);
            put(words, "open", open == null || open.isEmpty() ? null : String.join(",", open));
            put(words, "selected", selected);
            put(words, "beside", beside);
            put(words, "edges", edges);
            put(words, "axis", axis);
            put(
                    words,
                    "practice",
                    practice == null
                            ? null
                            : "%s:%d:%d".formatted(practice.asked(), practice.seed(), practice.number()));
            put(words, "until", until == null ? null : stops(until));
            if (lesson != null) {
                lesson.put(words);
            }
            try {
                return MomentQuery.view(words, recipe);
            } catch (InvalidInput e) {
                throw new InvalidInput("view." + e.field(), e.getMessage());
            }
        }

        private static void put(Map<String, String> words, String key, @Nullable String text) {
            if (text != null) {
                words.put(key, text);
            }
        }

        private static @Nullable String stops(RunRoutes.UntilRequest until) {
            List<String> parts = new ArrayList<>();
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("step", until.step());
            said.put("loss", until.loss());
            said.put("accuracy", until.accuracy());
            said.put("patience", until.patience());
            said.forEach((name, value) -> {
                if (value != null) {
                    parts.add(name + ":" + value);
                }
            });
            return parts.isEmpty() ? null : String.join(",", parts);
        }
    }

    /** What is fixed about the page; what is left out is not. */
    record LessonRequest(
            @Nullable String task,
            @Nullable List<String> hide,
            @Nullable List<String> lock,
            @Nullable Boolean present) {
        private void put(Map<String, String> words) {
            ViewRequest.put(words, "task", task);
            ViewRequest.put(words, "hide", hide == null || hide.isEmpty() ? null : String.join(",", hide));
            ViewRequest.put(words, "lock", lock == null || lock.isEmpty() ? null : String.join(",", lock));
            ViewRequest.put(words, "present", Boolean.TRUE.equals(present) ? "on" : null);
        }
    }

    /**
     * What the maker of a link is told.
     *
     * @param url the whole address
     * @param made the day
     * @param deleteCode what deletes it; null where the link was there already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            String id, String url, String made, @Nullable String deleteCode) {}

    /** The moment of a link, as whoever opens it is told. */
    record Stored(String id, String url, String made, String engine, RecipeJson recipe, int step, ViewAnswer view) {}

    /** A view as the page has it, its sample beside all else. */
    record ViewAnswer(
            Object sample,
            String depth,
            List<String> open,
            @Nullable String selected,
            @Nullable String beside,
            String edges,
            String axis,
            PageMoments.@Nullable PracticeJson practice,
            @Nullable Until until,
            Lesson lesson) {
        static ViewAnswer of(View view) {
            PageMoments.ViewJson json = PageMoments.ViewJson.of(view);
            return new ViewAnswer(
                    SubjectText.json(view.subject()),
                    json.depth(),
                    json.open(),
                    json.selected(),
                    json.beside(),
                    json.edges(),
                    json.axis(),
                    json.practice(),
                    json.until(),
                    json.lesson());
        }
    }

    /**
     * A moment computed again, beside what it was when its link was made.
     *
     * @param reached the step that was reached; the comparison is made at the link's own step only
     * @param exact whether every number has the same bits; null before the step is reached
     * @param engineThen the version that the link was made with
     */
    record Reproduction(
            int step,
            int reached,
            @Nullable Boolean exact,
            List<Difference> differences,
            String engineThen,
            String engineNow) {}

    /** A number, or numbers, that came out otherwise. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String what, @Nullable Double then, @Nullable Double now) {}
}
