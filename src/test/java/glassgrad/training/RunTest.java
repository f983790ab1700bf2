package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Sample;
import glassgrad.engine.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    private static final Deadline NEVER = Deadline.never();

    static Stream<Recipe> recipes() {
        return RandomRecipes.of(20261123, 60);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void the_graph_of_the_batch_has_the_loss_and_the_gradients_of_the_frame(Recipe recipe) {
        Run run = new Runs().open(recipe);
        for (int step : new int[] {0, 1, 13, 30}) {
            Frame frame = run.frame(step, NEVER);
            LossGraph graph = run.graphOfBatch(step);
            assertClose(frame.loss(), graph.root().data);
            List<Value> parameters = graph.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                assertClose(frame.values().get(i), parameters.get(i).data);
                assertClose(frame.gradients().get(i), parameters.get(i).gradient);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_step_has_the_same_bits_however_it_is_reached(Recipe recipe) {
        Run forwards = new Runs().open(recipe);
        List<Frame> frames = Stream.iterate(0, step -> step + 1)
                .limit(40)
                .map(step -> forwards.frame(step, NEVER))
                .toList();
        Run atOnce = new Runs().open(recipe);
        assertEquals(frames.get(39), atOnce.advance(0, 39, NEVER).frame());
        for (int step = 38; step >= 0; step -= 3) {
            assertEquals(frames.get(step), atOnce.frame(step, NEVER));
        }
        assertEquals(
                frames.subList(0, 39).stream().map(Frame::loss).toList(),
                atOnce.advance(0, 39, NEVER).losses());
    }

    @Test
    void the_gradients_of_the_samples_add_up_to_the_batchs() {
        Run run = new Runs().open(Recipe.DEFAULT);
        Frame frame = run.frame(5, NEVER);
        for (int i = 0; i < frame.gradients().size(); i++) {
            double sum = 0;
            for (int sample = 0; sample < 4; sample++) {
                sum += run.graph(5, sample).parameters().get(i).gradient;
            }
            assertClose(frame.gradients().get(i), sum);
        }
    }

    @Test
    void the_test_loss_is_the_loss_of_a_run_on_the_test_samples_alone() {
        DataRecipe data =
                new DataRecipe("circle", null, new DataRecipe.Drawing(50, 0.2, 4), new DataRecipe.Testing(0.3, 1));
        NetworkRecipe network = new NetworkRecipe(List.of(5, 1), "tanh", "linear", "random", 1337);
        TrainingRecipe training = new TrainingRecipe("hinge", "sgd", 0.1, Schedule.CONSTANT, 8, true, 0, 1e-3);
        Run run = new Runs().open(new Recipe(data, network, training, List.of()));
        assertEquals(35, run.dataset().size());
        assertEquals(15, run.test().size());
        Frame frame = run.frame(20, Deadline.never());
        assertEquals(35, frame.outputs().size());
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < frame.values().size(); i++) {
            values.put(run.parameterNames().get(i), frame.values().get(i));
        }
        for (boolean test : new boolean[] {true, false}) {
            DataRecipe alone =
                    new DataRecipe(null, test ? run.test() : run.dataset().samples());
            Recipe there = new Recipe(alone, network, training, List.of(new Edit(0, values)));
            Frame expected = new Runs().open(there).frame(0, Deadline.never());
            double loss = test ? Objects.requireNonNull(frame.testLoss()) : frame.trainLoss();
            assertEquals(expected.trainLoss(), loss);
            assertEquals(expected.accuracy(), test ? frame.testAccuracy() : frame.accuracy());
        }
    }

    @Test
    void an_edit_belongs_to_its_step_and_changes_nothing_before() {
        Runs runs = new Runs();
        Run plain = runs.open(Recipe.DEFAULT);
        Run edited = runs.open(Recipe.DEFAULT.withEdits(List.of(new Edit(31, Map.of("layer3.neuron1.w1", 5.0)))));
        int index = plain.parameterNames().indexOf("layer3.neuron1.w1");

        assertEquals(
                plain.advance(0, 31, NEVER).losses(),
                edited.advance(0, 31, NEVER).losses());
        assertEquals(5.0, edited.frame(31, NEVER).values().get(index));
        assertNotEquals(5.0, plain.frame(31, NEVER).values().get(index));
        assertTrue(edited.frame(31, NEVER).loss() > plain.frame(31, NEVER).loss());
    }

    @Test
    void a_branch_has_the_bits_of_a_run_that_was_never_branched() {
        Recipe recipe = Recipe.DEFAULT.withEdits(List.of(
                new Edit(12, Map.of("training.learningRate", 0.1)), new Edit(31, Map.of("layer1.neuron1.b", -0.5))));
        Runs runs = new Runs();
        runs.open(Recipe.DEFAULT).reach(100, NEVER);
        Frame branched = runs.open(recipe).frame(60, NEVER);
        assertEquals(new Runs().open(recipe).frame(60, NEVER), branched);
    }

    @Test
    void a_run_that_was_made_on_the_way_to_a_branch_has_its_own_recipe() {
        Recipe one = Recipe.DEFAULT.withEdits(List.of(new Edit(12, Map.of("training.learningRate", 0.1))));
        Recipe two =
                Recipe.DEFAULT.withEdits(List.of(one.edits().get(0), new Edit(31, Map.of("layer1.neuron1.b", -0.5))));
        Runs runs = new Runs();
        assertEquals(two, runs.open(two).recipe());
        for (Recipe recipe : List.of(one, Recipe.DEFAULT)) {
            Run run = runs.find(recipe.id()).orElseThrow();
            assertEquals(recipe, run.recipe());
            assertEquals(recipe.id(), run.id());
        }
    }

    @Test
    void the_rate_of_an_edit_is_in_force_from_its_step_on() {
        Run run =
                new Runs().open(Recipe.DEFAULT.withEdits(List.of(new Edit(12, Map.of("training.learningRate", 0.1)))));
        assertEquals(0.05, run.frame(11, NEVER).learningRate());
        assertEquals(0.1, run.frame(12, NEVER).learningRate());
    }

    @Test
    void gradients_that_are_not_zeroed_pile_up() {
        TrainingRecipe t = TrainingRecipe.DEFAULT;
        Recipe mistake = new Recipe(
                DataRecipe.DEFAULT,
                NetworkRecipe.DEFAULT,
                new TrainingRecipe(t.loss(), t.optimizer(), 0.01, t.schedule(), null, false, 0, 0),
                List.of());
        Run run = new Runs().open(mistake);
        double before = run.frame(0, NEVER).gradients().get(0);
        double after = run.frame(1, NEVER).gradients().get(0);
        double own = 0;
        for (int sample = 0; sample < 4; sample++) {
            own += run.graph(1, sample).parameters().get(0).gradient;
        }
        assertClose(before + own, after);
    }

    @Test
    void zeroing_that_is_switched_off_keeps_the_gradient_of_the_step_before() {
        Run run = new Runs().open(Recipe.DEFAULT.withEdits(List.of(new Edit(3, Map.of("training.zeroGrad", false)))));
        Run plain = new Runs().open(Recipe.DEFAULT);
        double left = plain.frame(2, NEVER).gradients().get(7);
        double own = plain.frame(3, NEVER).gradients().get(7);
        assertClose(left + own, run.frame(3, NEVER).gradients().get(7));
    }

    @Test
    void a_run_that_diverges_stops_and_says_where() {
        Run run = new Runs().open(diverging());
        Progress progress = run.advance(0, 5000, NEVER);
        Stopped stopped = progress.frame().stopped();
        assertNotNull(stopped);
        assertEquals(stopped.step(), progress.frame().step());
        assertEquals(progress.frame().step(), progress.losses().size());
        assertTrue(progress.losses().stream().allMatch(Double::isFinite));
        assertTrue(stopped.message().contains("step " + stopped.step()), stopped.message());
        assertTrue(
                stopped.message().contains("multiplying in neuron 1 of layer 2 gave an infinite"), stopped.message());
        assertEquals(progress.frame(), run.frame(5000, NEVER));
        assertEquals(null, run.frame(stopped.step() - 1, NEVER).stopped());
    }

    @Test
    void outputs_that_are_no_numbers_are_neither_right_nor_wrong() {
        Run run = new Runs().open(diverging());
        Frame stopped = run.advance(0, 5000, NEVER).frame();
        assertTrue(stopped.outputs().stream().anyMatch(outputs -> !Double.isFinite(outputs.get(0))));
        assertEquals(null, stopped.accuracy());
    }

    @Test
    void an_edit_before_the_step_where_a_run_stopped_lets_it_go_on() {
        Runs runs = new Runs();
        Run run = runs.open(diverging());
        int stop = run.advance(0, 5000, NEVER).frame().step();
        Run mended =
                runs.open(diverging().withEdits(List.of(new Edit(stop - 1, Map.of("training.learningRate", 1e-9)))));
        assertTrue(mended.advance(0, stop + 5, NEVER).frame().step() >= stop - 1);
    }

    @Test
    void an_edit_at_the_step_where_a_run_stopped_goes_on_from_what_that_step_began_with() {
        Recipe recipe = new Recipe(
                DataRecipe.DEFAULT,
                NetworkRecipe.DEFAULT,
                new TrainingRecipe("sum-squared-error", "sgd", 1000, Schedule.CONSTANT, null, false, 0, 1),
                List.of());
        Runs runs = new Runs();
        Run trunk = runs.open(recipe);
        int end = trunk.reach(1000, Deadline.never());
        assertTrue(end < 1000);
        Map<String, Object> set = new HashMap<>();
        trunk.parameterNames().forEach(name -> set.put(name, 0.1));
        Recipe edited = recipe.withEdits(List.of(new Edit(end, set)));
        assertEquals(
                new Runs().open(edited).frame(end, Deadline.never()),
                runs.open(edited).frame(end, Deadline.never()));
    }

    @Test
    void a_deadline_that_is_over_still_allows_one_step() {
        Run run = new Runs().open(Recipe.DEFAULT);
        assertEquals(1, run.advance(0, 100, () -> true).frame().step());
        assertEquals(2, run.advance(1, 100, () -> true).frame().step());
    }

    @Test
    void going_back_answers_the_step_it_reached_in_time_and_goes_on_from_there_when_asked_again() {
        Run run = new Runs().open(Recipe.DEFAULT);
        run.reach(200, Deadline.never());
        Deadline over = () -> true;
        int reached = run.frame(90, over).step();
        assertTrue(reached > 0 && reached < 90, "step " + reached);
        for (int asked = 0; reached < 90; asked++) {
            assertTrue(asked < 90);
            int next = run.frame(90, over).step();
            assertTrue(next > reached);
            reached = next;
        }
        assertEquals(new Runs().open(Recipe.DEFAULT).frame(90, Deadline.never()), run.frame(90, over));
    }

    @Test
    void an_answer_holds_no_more_losses_than_the_limit() {
        Run run = new Runs().open(Recipe.DEFAULT);
        Progress progress = run.advance(5, 20_000, NEVER);
        assertEquals(5 + Limits.LOSSES, progress.frame().step());
        assertEquals(Limits.LOSSES, progress.losses().size());
    }

    @Test
    void a_run_that_was_dropped_comes_back_at_the_same_numbers() {
        Runs tiny = new Runs(1);
        Frame before = tiny.open(Recipe.DEFAULT).frame(25, NEVER);
        tiny.open(Preset.MICROGRAD_DEMO.recipe());
        assertEquals(before, tiny.open(Recipe.DEFAULT).frame(25, NEVER));
    }

    @Test
    void the_samples_and_the_edits_of_a_run_are_part_of_its_weight() {
        Sample sample = Sample.of(new double[] {1, 2, 3}, 1);
        DataRecipe data = new DataRecipe(null, Collections.nCopies(2_000, sample));
        Recipe large = new Recipe(data, NetworkRecipe.DEFAULT, TrainingRecipe.DEFAULT, List.of());
        long added =
                new Runs().open(large).bytes() - new Runs().open(Recipe.DEFAULT).bytes();
        assertTrue(added > 2_000 * 4 * 2 * Double.BYTES, added + " bytes");

        Run branch = new Runs().open(Recipe.DEFAULT.withEdits(List.of(everyParameterAt(3))));
        assertTrue(branch.bytes() > 2_000 + 41 * 2 * Double.BYTES, branch.bytes() + " bytes");
    }

    private static Edit everyParameterAt(int step) {
        return new Edit(
                step,
                new Runs()
                        .open(Recipe.DEFAULT).parameterNames().stream()
                                .collect(Collectors.toMap(name -> name, name -> 0.5)));
    }

    @Test
    void a_long_run_finds_any_of_its_steps_again() {
        Run run = new Runs().open(Recipe.DEFAULT);
        List<Double> losses = run.advance(0, 9_000, NEVER).losses();
        for (int step : new int[] {8_999, 4_097, 4_096, 17, 16, 15, 1, 0}) {
            assertEquals(losses.get(step), run.frame(step, NEVER).loss());
        }
    }

    /** A linear network with a rate far too large: the weights grow without bound. */
    private static Recipe diverging() {
        List<Sample> points = List.of(Sample.of(new double[] {1, 2}, 1), Sample.of(new double[] {-2, 1}, -1));
        TrainingRecipe t = TrainingRecipe.DEFAULT;
        return new Recipe(
                new DataRecipe(null, points),
                new NetworkRecipe(List.of(3, 1), "linear", "linear", "random", 1),
                new TrainingRecipe(t.loss(), t.optimizer(), 0.5, t.schedule(), null, true, 0, 0),
                List.of());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)));
    }
}
