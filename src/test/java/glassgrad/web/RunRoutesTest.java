package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.Golden;
import glassgrad.store.Store;
import glassgrad.training.Runs;
import glassgrad.web.Client.Answer;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RunRoutesTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private final Client client = LIVE.client();

    static Stream<JsonNode> notebookRuns() {
        return Golden.read("notebook-runs.json").get("runs").valueStream();
    }

    @ParameterizedTest
    @MethodSource("notebookRuns")
    void the_notebooks_runs_come_out_over_http(JsonNode golden) {
        String recipe = """
                {"network": {"layers": %s, "seed": %s}, "training": {"learningRate": %s, "zeroGrad": %s}}""".formatted(
                        golden.get("layers"), golden.get("seed"), golden.get("learningRate"), golden.get("zeroGrad"));
        JsonNode opened = open(recipe);
        JsonNode frame = opened.get("frame");
        assertEquals(0, frame.get("step").asInt());
        assertArrayEquals(Golden.numbers(golden.get("initialParameters")), Golden.numbers(frame.get("values")));
        assertClose(golden.get("gradientsAtStep0"), Golden.numbers(frame.get("gradients")));

        int steps = golden.get("losses").size();
        assertClose(golden.get("losses"), losses(opened, steps));
        assertClose(
                golden.get("finalParameters"),
                Golden.numbers(frame(opened, steps).get("values")));
    }

    @Test
    void the_published_demo_comes_out_over_http() {
        JsonNode golden = Golden.read("micrograd-demo.json");
        JsonNode demo = client.get("/api/presets")
                .json()
                .valueStream()
                .filter(preset -> preset.get("name").asString().equals("micrograd-demo"))
                .findFirst()
                .orElseThrow();
        JsonNode opened = open(demo.get("recipe").toString());
        assertEquals(golden.get("parameters").asInt(), opened.get("parameters").size());
        assertClose(golden.get("losses"), losses(opened, 100));
        for (int k = 0; k < 100; k += 9) {
            assertEquals(
                    golden.get("accuracies").get(k).asDouble(),
                    frame(opened, k).get("accuracy").asDouble());
        }
    }

    @Test
    void each_hidden_layer_may_have_its_own_activation() {
        JsonNode opened = open("{\"network\": {\"activation\": [\"leaky-relu\", \"tanh\"]}}");
        JsonNode activation = opened.get("recipe").get("network").get("activation");
        assertEquals("[\"leaky-relu\",\"tanh\"]", activation.toString());
        assertNotEquals(open("{}").get("run"), opened.get("run"));
        assertEquals(
                open("{}").get("run"),
                open("{\"network\": {\"activation\": [\"tanh\", \"tanh\"]}}").get("run"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"constant\"",
                "{\"name\":\"linear\",\"end\":0.25,\"steps\":10}",
                "{\"name\":\"cosine\",\"end\":0.0,\"steps\":10}",
                "{\"name\":\"step\",\"every\":10,\"factor\":0.5}"
            })
    void a_schedule_is_answered_as_it_was_asked_for(String schedule) {
        JsonNode opened = open("{\"training\": {\"schedule\": %s}}".formatted(schedule));
        assertEquals(schedule, opened.at("/recipe/training/schedule").toString());
    }

    @Test
    void the_course_of_a_run_ends_with_the_frame_and_names_the_step_of_the_smallest_test_loss() {
        JsonNode opened = open(
                "{\"data\": {\"name\": \"circle\", \"samples\": 40, \"noise\": 0.5, \"seed\": 7, \"testShare\": 0.25}}");
        String run = "/api/runs/" + opened.get("run").asString() + "/frames/";
        JsonNode course = client.get(run + "60/course").json();
        JsonNode frame = client.get(run + "60").json();
        assertEquals(61, course.get("steps").size());
        assertEquals(60, course.get("steps").get(60).asInt());
        assertEquals(frame.get("testLoss"), course.get("testLoss").get(60));
        assertEquals(frame.get("trainLoss"), course.get("trainLoss").get(60));
        double least = Double.MAX_VALUE;
        for (JsonNode loss : course.get("testLoss")) {
            least = Math.min(least, loss.asDouble());
        }
        assertEquals(least, course.at("/best/testLoss").asDouble());
        int best = course.at("/best/step").asInt();
        assertEquals(least, client.get(run + best).json().get("testLoss").asDouble());
        JsonNode confusion = client.get(run + "60/confusion").json();
        assertEquals("[\"-1\",\"1\"]", confusion.get("classes").toString());
        assertEquals(60, confusion.get("step").asInt());
    }

    @Test
    void samples_to_test_with_are_answered_apart_and_have_their_own_loss_and_accuracy() {
        JsonNode opened = open(
                "{\"data\": {\"name\": \"circle\", \"samples\": 40, \"noise\": 0.2, \"seed\": 7, \"testShare\": 0.25}}");
        assertEquals(30, opened.at("/data/samples").size());
        assertEquals(10, opened.at("/data/test").size());
        assertEquals(30, opened.at("/frame/outputs").size());
        assertTrue(opened.at("/frame/testLoss").isNumber());
        assertTrue(opened.at("/frame/testAccuracy").isNumber());
        JsonNode plain = open("{\"data\": {\"name\": \"circle\"}}");
        assertEquals(200, plain.at("/data/samples").size());
        assertFalse(plain.get("data").has("test"));
        assertFalse(plain.get("frame").has("testLoss") || plain.get("frame").has("testAccuracy"));
    }

    @Test
    void an_empty_recipe_is_the_notebook_with_every_default_written_out() {
        JsonNode opened = open("{}");
        assertEquals("""
                {"version":1,"data":{"name":"notebook","samples":200,"noise":0.1,"seed":0,"testShare":0.0,"splitSeed":0,"standardise":false},\
                "network":{"layers":[4,4,1],"activation":"tanh","outputActivation":"tanh","bias":"random","seed":1337,\
                "initialisation":"uniform"},\
                "training":{"loss":"sum-squared-error","optimizer":"sgd","learningRate":0.05,"schedule":"constant",\
                "batchSize":null,"zeroGrad":true,"l1":0.0,"l2":0.0,"momentum":0.9,"beta1":0.9,"beta2":0.999,"epsilon":1.0E-8,\
                "weightDecay":0.01,"order":"given","orderSeed":0,"penalty":"all"},"edits":[]}""", opened.get("recipe").toString());
        assertEquals(41, opened.get("parameters").size());
        assertEquals("layer1.neuron1.w1", opened.get("parameters").get(0).asString());
        assertEquals("layer3.neuron1.b", opened.get("parameters").get(40).asString());
        assertEquals(
                "[2.0,3.0,-1.0]",
                opened.get("data").get("samples").get(0).get("x").toString());
        assertFalse(opened.get("frame").has("stopped"));
        assertEquals(opened.get("run"), opened.get("frame").get("run"));
    }

    @Test
    void a_recipe_that_was_answered_can_be_posted_again() {
        JsonNode opened = open("""
                {"data": {"points": [{"x": [0, 1], "y": [1]}, {"x": [1, 0], "y": [-1]}]},
                 "training": {"schedule": {"name": "linear", "end": 0.01, "steps": 20}, "batchSize": 1},
                 "edits": [{"step": 3, "set": {"training.batchSize": null, "layer1.neuron1.w1": 0.25}}]}""");
        JsonNode again = open(opened.get("recipe").toString());
        assertEquals(opened, again);
    }

    @Test
    void losses_begin_where_the_asker_has_none_yet() {
        JsonNode run = open("{}");
        double[] all = losses(run, 30);
        JsonNode rest = steps(run, 12, 30);
        assertEquals(12, rest.get("from").asInt());
        assertEquals(18, rest.get("losses").size());
        assertEquals(all[12], rest.get("losses").get(0).asDouble());
        assertEquals(all[29], rest.get("losses").get(17).asDouble());
    }

    @Test
    void an_earlier_step_has_no_losses_and_its_own_frame() {
        JsonNode run = open("{}");
        double[] losses = losses(run, 30);
        JsonNode earlier = steps(run, 30, 7);
        assertEquals(0, earlier.get("losses").size());
        assertEquals(7, earlier.get("frame").get("step").asInt());
        assertEquals(losses[7], earlier.get("frame").get("loss").asDouble());
        assertEquals(frame(run, 7), earlier.get("frame"));
    }

    @Test
    void from_is_the_start_if_it_is_left_out() {
        JsonNode run = open("{}");
        losses(run, 5);
        assertEquals(steps(run, 0, 5), post(run, "{\"to\": 5}").json());
    }

    @Test
    void a_request_for_very_many_steps_answers_the_frame_it_reached() {
        JsonNode run = open("{\"network\": {\"seed\": 4}}");
        JsonNode first = steps(run, 0, 1_000_000);
        int reached = first.get("frame").get("step").asInt();
        assertTrue(reached > 0 && reached <= 10_000, "reached " + reached);
        assertEquals(12_000, losses(run, 12_000).length);
    }

    @Test
    void an_edit_shares_every_step_before_it() {
        JsonNode plain = open("{}");
        JsonNode edited = open("{\"edits\": [{\"step\": 10, \"set\": {\"layer1.neuron1.w1\": 5}}]}");
        assertNotEquals(plain.get("run"), edited.get("run"));
        double[] before = losses(plain, 20);
        double[] after = losses(edited, 20);
        assertArrayEquals(Arrays.copyOf(before, 10), Arrays.copyOf(after, 10));
        assertNotEquals(before[10], after[10]);
        assertEquals(5.0, frame(edited, 10).get("values").get(0).asDouble());
    }

    @Test
    void a_run_that_diverges_stops_and_says_where() {
        JsonNode run = open("""
                {"network": {"activation": "relu", "outputActivation": "linear"}, "training": {"learningRate": 5}}""");
        JsonNode frame = frame(run, 500);
        while (!frame.has("stopped") && frame.get("step").asInt() < 500) {
            frame = frame(run, 500);
        }
        JsonNode stopped = frame.get("stopped");
        assertEquals(frame.get("step"), stopped.get("step"));
        assertTrue(stopped.get("message").asString().contains("step " + stopped.get("step")), stopped.toString());
        assertEquals(frame, frame(run, 499));
    }

    @Test
    void another_server_computes_the_same_bits() {
        String recipe = "{\"network\": {\"seed\": 99}, \"edits\": [{\"step\": 5, \"set\": {\"training.l2\": 0.01}}]}";
        JsonNode run = open(recipe);
        losses(run, 40);
        String here = client.get(framePath(run, 40)).text();
        try (Server other = Server.start(0)) {
            Client elsewhere = new Client(other.port());
            Answer unknown = elsewhere.get(framePath(run, 40));
            assertEquals(404, unknown.status());
            assertEquals("unknown run", unknown.json().get("title").asString());

            assertEquals(run, elsewhere.post("/api/runs", recipe).json());
            Answer there = elsewhere.get(framePath(run, 40));
            while (there.json().get("step").asInt() < 40) {
                there = elsewhere.get(framePath(run, 40));
            }
            assertEquals(here, there.text());
        }
    }

    @Test
    void a_run_that_was_dropped_is_unknown_until_its_recipe_is_posted_again() {
        // Room for no run at all: each is dropped as soon as the cache looks.
        try (Server server = Server.start(0, new Runs(1), Store.off(""), new Visitors(0))) {
            Client small = new Client(server.port());
            JsonNode run = small.post("/api/runs", "{}").json();
            Answer answer = small.get(framePath(run, 3));
            while (answer.status() == 200) {
                answer = small.get(framePath(run, 3));
            }
            assertEquals(404, answer.status());
            assertEquals("unknown run", answer.json().get("title").asString());
            assertEquals(run, small.post("/api/runs", "{}").json());
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "/graph?sample=0"})
    void a_run_that_outgrows_the_memory_is_dropped_however_it_was_trained(String what) {
        // Room for the run at its start, but not for the losses of so many steps.
        try (Server server = Server.start(0, new Runs(100_000), Store.off(""), new Visitors(0))) {
            Client small = new Client(server.port());
            JsonNode run = small.post("/api/runs", "{}").json();
            int status = 200;
            for (int asked = 0; asked < 500 && status == 200; asked++) {
                status = small.get(framePath(run, 30_000) + what).status();
            }
            assertEquals(404, status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": -1, \"to\": 5}       | from | A step is a whole number from 0 to 1,000,000.",
                "{\"from\": 0, \"to\": -1}       | to   | A step is a whole number from 0 to 1,000,000.",
                "{\"from\": 0, \"to\": 1000001}  | to   | A step is a whole number from 0 to 1,000,000.",
                "{\"from\": 0}                   | to   | The step to go to is missing.",
                "{\"from\": 0, \"to\": 1.5}      | to   | Must be a whole number.",
                "{\"from\": 0, \"to\": \"5\"}    | to   | Must be a whole number.",
                "{\"from\": null, \"to\": 5}     | from | Must not be null.",
                "{\"to\": 5, \"till\": 6}        | till | There is no such field here; there are from, to, graph, until.",
                "{\"to\": 5, \"until\": {\"loss\": -1}} | until.loss | It must be a number, at least 0.",
            })
    void a_step_out_of_bounds_is_refused(String body, String field, String detail) {
        JsonNode run = open("{}");
        Answer answer = post(run, body);
        assertEquals(400, answer.status());
        assertEquals(field, answer.json().get("field").asString());
        assertEquals(detail, answer.json().get("detail").asString());
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000001", "1.5", "x", "99999999999"})
    void an_address_with_a_step_out_of_bounds_is_refused(String step) {
        Answer answer = client.get("/api/runs/" + open("{}").get("run").asString() + "/frames/" + step);
        assertEquals(400, answer.status());
        assertEquals("step", answer.json().get("field").asString());
        assertEquals(
                "A step is a whole number from 0 to 1,000,000.",
                answer.json().get("detail").asString());
    }

    private JsonNode open(String recipe) {
        Answer answer = client.post("/api/runs", recipe);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private JsonNode steps(JsonNode run, int from, int to) {
        Answer answer = post(run, "{\"from\": %d, \"to\": %d}".formatted(from, to));
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    /** All the losses up to a step, asked for as a page does: on from wherever the last answer came to. */
    private double[] losses(JsonNode run, int to) {
        DoubleStream.Builder losses = DoubleStream.builder();
        int reached = 0;
        while (reached < to) {
            JsonNode answer = steps(run, reached, to);
            assertEquals(reached, answer.get("from").asInt());
            answer.get("losses").forEach(loss -> losses.add(loss.asDouble()));
            int next = answer.get("frame").get("step").asInt();
            assertEquals(next - reached, answer.get("losses").size());
            reached = next;
        }
        return losses.build().toArray();
    }

    private Answer post(JsonNode run, String steps) {
        return client.post("/api/runs/" + run.get("run").asString() + "/steps", steps);
    }

    private JsonNode frame(JsonNode run, int step) {
        return client.get(framePath(run, step)).json();
    }

    private static String framePath(JsonNode run, int step) {
        return "/api/runs/" + run.get("run").asString() + "/frames/" + step;
    }

    /** Within 1e-9 of the larger, or of 1e-6, as the golden files promise. */
    private static void assertClose(JsonNode golden, double... actual) {
        assertEquals(golden.size(), actual.length);
        for (int i = 0; i < actual.length; i++) {
            double expected = golden.get(i).asDouble();
            assertEquals(expected, actual[i], 1e-9 * Math.max(1e-6, Math.abs(expected)), "at " + i);
        }
    }
}
