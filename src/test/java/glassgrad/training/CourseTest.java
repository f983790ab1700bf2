package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Sample;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
    private static final Deadline NEVER = Deadline.never();

    private static final NetworkRecipe NETWORK = new NetworkRecipe(List.of(3, 1), "tanh", "tanh", "random", 1337);

    static Stream<Recipe> recipes() {
        return RandomRecipes.of(20261126, 30);
    }

    private static Recipe tested(String set) {
        DataRecipe data = new DataRecipe(set, null, new DataRecipe.Drawing(30, 0.1, 3), new DataRecipe.Testing(0.3, 1));
        return new Recipe(data, NETWORK, Recipe.DEFAULT.training(), List.of());
    }

    private static Measure measure(Frame frame) {
        return new Measure(frame.trainLoss(), frame.testLoss(), frame.accuracy(), frame.testAccuracy());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void what_was_measured_on_the_way_is_what_the_frames_say(Recipe recipe) {
        Run run = new Runs().open(recipe);
        int reached = run.reach(40, NEVER);
        List<Map.Entry<Integer, Measure>> course = run.course(reached);
        assertEquals(
                IntStream.range(0, reached).boxed().toList(),
                course.stream().map(Map.Entry::getKey).toList());
        course.forEach(each -> assertEquals(measure(run.frame(each.getKey(), NEVER)), each.getValue()));
    }

    @Test
    void a_long_run_is_measured_at_even_distances_and_no_more_often_than_can_be_drawn() {
        Run run = new Runs().open(tested("circle"));
        int reached = run.reach(5_000, NEVER);
        List<Integer> steps =
                run.course(reached).stream().map(Map.Entry::getKey).toList();
        assertTrue(steps.size() > 128 && steps.size() <= 256, steps::toString);
        int distance = steps.get(1);
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i * distance, steps.get(i));
        }
        assertTrue(reached - steps.get(steps.size() - 1) <= distance, steps::toString);
    }

    @Test
    void a_branch_has_the_course_of_its_trunk_up_to_where_it_parts() {
        Runs runs = new Runs();
        Recipe recipe = tested("circle");
        Run trunk = runs.open(recipe);
        Run branch = runs.open(recipe.withEdits(List.of(new Edit(20, Map.of("layer1.neuron1.w1", 3.0)))));
        trunk.reach(30, NEVER);
        branch.reach(30, NEVER);
        assertEquals(trunk.course(20), branch.course(20));
        for (Map.Entry<Integer, Measure> each : branch.course(30)) {
            assertEquals(measure(branch.frame(each.getKey(), NEVER)), each.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_confusion_counts_every_sample_once_and_the_right_ones_on_its_diagonal(Recipe recipe) {
        Run run = new Runs().open(recipe);
        Frame frame = run.frame(10, NEVER);
        Confusion confusion = run.confusion(frame.step());
        Double accuracy = frame.accuracy();
        if (accuracy == null) {
            assertNull(confusion.training());
            return;
        }
        List<List<Integer>> counts = Objects.requireNonNull(confusion.training());
        int all = counts.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
        int right =
                IntStream.range(0, counts.size()).map(k -> counts.get(k).get(k)).sum();
        assertEquals(run.dataset().size(), all);
        assertEquals(accuracy, (double) right / all);
    }

    @Test
    void a_row_of_a_confusion_is_a_class_and_a_column_what_it_is_taken_for() {
        // The network is the identity: one neuron, linear, of weight 1.
        List<Sample> points = Stream.of(List.of(2.0, -1.0), List.of(3.0, -1.0), List.of(-1.0, -1.0), List.of(4.0, 1.0))
                .map(pair -> new Sample(List.of(pair.get(0)), List.of(pair.get(1))))
                .toList();
        Recipe recipe = new Recipe(
                new DataRecipe(null, points),
                new NetworkRecipe(List.of(1), "tanh", "linear", "zero", 1),
                Recipe.DEFAULT.training(),
                List.of(new Edit(0, Map.of("layer1.neuron1.w1", 1.0))));
        Confusion confusion = new Runs().open(recipe).confusion(0);
        assertEquals(List.of("-1", "1"), confusion.classes());
        assertEquals(List.of(List.of(1, 2), List.of(0, 1)), confusion.training());
        assertNull(confusion.test());
    }

    @Test
    void samples_put_aside_have_the_classes_of_all_even_if_only_one_of_them_is_left() {
        // Targets 0 and 1, of which all that are put aside are 1: their border is a half, not 0.
        List<Sample> points = IntStream.range(0, 40)
                .mapToObj(i -> new Sample(List.of(i / 40.0), List.of(i < 2 ? 0.0 : 1.0)))
                .toList();
        for (int seed = 0; seed < 20; seed++) {
            DataRecipe data =
                    new DataRecipe(null, points, DataRecipe.Drawing.DEFAULT, new DataRecipe.Testing(0.1, seed));
            Recipe recipe = new Recipe(
                    data,
                    new NetworkRecipe(List.of(1), "tanh", "linear", "zero", 1),
                    Recipe.DEFAULT.training(),
                    List.of(new Edit(0, Map.of("layer1.neuron1.w1", 0.0, "layer1.neuron1.b", 0.25))));
            Run run = new Runs().open(recipe);
            if (run.test().stream().allMatch(sample -> sample.y().get(0) == 1)) {
                assertEquals(0.0, run.frame(0, NEVER).testAccuracy());
                assertEquals(
                        List.of(List.of(0, 0), List.of(4, 0)), run.confusion(0).test());
                return;
            }
        }
        throw new AssertionError("No seed puts aside samples of one class only.");
    }
}
