package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Links to TensorFlow Playground; the losses are those that its own page shows. */
class ImportRoutesTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    private static final String DEFAULT =
            "https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle"
                    + "&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.50000"
                    + "&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false"
                    + "&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification"
                    + "&initZero=false&hideText=false";

    private final Client client = LIVE.client();

    private Answer post(String url) {
        return client.post("/api/imports/tensorflow-playground", "{\"url\": \"%s\"}".formatted(url));
    }

    private JsonNode imported(String url) {
        Answer answer = post(url);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private JsonNode open(JsonNode recipe) {
        return client.post("/api/runs", recipe.toString()).json();
    }

    @Test
    void a_link_has_the_first_sample_and_the_first_weights_of_its_page() {
        JsonNode run = open(imported(DEFAULT).get("recipe"));
        assertEquals(250, run.at("/data/samples").size());
        assertEquals(250, run.at("/data/test").size());
        JsonNode first = run.at("/data/samples/0");
        assertEquals(-0.24819601676482542, first.at("/x/0").asDouble());
        assertEquals(2.1007701780462638, first.at("/x/1").asDouble());
        assertEquals(1, first.at("/y/0").asDouble());
        assertEquals(0.28864640885874093, run.at("/frame/values/0").asDouble());
        assertEquals(-0.09090948237973362, run.at("/frame/values/1").asDouble());
        assertEquals(0.1, run.at("/frame/values/2").asDouble());
    }

    @ParameterizedTest
    @CsvSource({
        "circle, 0.50000,   0, 0.521, 0.547",
        "circle, 0.50000,  10, 0.476, 0.500",
        "circle, 0.50000,  50, 0.055, 0.080",
        "circle, 0.50000, 100, 0.011, 0.027",
        "xor,    0.98765, 100, 0.354, 0.377"
    })
    void a_link_has_the_losses_of_its_page(String set, String seed, int epoch, double train, double test) {
        String url = DEFAULT.replace("dataset=circle", "dataset=" + set).replace("0.50000", seed);
        JsonNode answer = imported(url);
        assertTrue(answer.get("notes").toString().contains("An epoch there is 25 steps here."));
        JsonNode run = open(answer.get("recipe"));
        String frames = "/api/runs/" + run.get("run").asString() + "/frames/";
        client.post("/api/runs/" + run.get("run").asString() + "/steps", "{\"to\": %d}".formatted(25 * epoch));
        JsonNode frame = client.get(frames + 25 * epoch).json();
        assertEquals(rounded(train), rounded(frame.get("trainLoss").asDouble()));
        assertEquals(rounded(test), rounded(frame.get("testLoss").asDouble()));
    }

    private static String rounded(double loss) {
        return String.format(Locale.ROOT, "%.3f", loss);
    }

    @Test
    void its_other_settings_are_taken_over() {
        JsonNode recipe = imported(DEFAULT.replace("xSquared=false", "xSquared=true")
                        .replace("y=true", "y=false")
                        .replace("networkShape=4,2", "networkShape=")
                        .replace("regularizationRate=0", "regularization=L2&regularizationRate=0.1")
                        .replace("problem=classification", "problem=regression")
                        .replace("noise=0", "noise=25")
                        .replace("activation=tanh", "activation=relu")
                        .replace("percTrainData=50", "percTrainData=90"))
                .get("recipe");
        assertEquals("[\"x1\",\"x1^2\"]", recipe.at("/data/features").toString());
        assertEquals("tensorflow-plane", recipe.at("/data/name").asString());
        assertEquals(0.25, recipe.at("/data/noise").asDouble());
        assertEquals("[1]", recipe.at("/network/layers").toString());
        assertEquals("linear", recipe.at("/network/outputActivation").asString());
        assertEquals(0.05, recipe.at("/training/l2").asDouble());
        assertEquals("weights", recipe.at("/training/penalty").asString());
        JsonNode run = open(recipe);
        assertEquals(1080, run.at("/data/samples").size());
        assertEquals(120, run.at("/data/test").size());
    }

    @Test
    void what_is_done_otherwise_is_said_where_it_matters() {
        String notes = imported(DEFAULT.replace("batchSize=10", "batchSize=30")
                        .replace("regularizationRate=0", "regularization=L1&regularizationRate=0.01")
                        .replace("&seed=0.50000", "&wings=2"))
                .get("notes")
                .toString();
        assertTrue(notes.contains("250 samples make no whole number of batches of 30"), notes);
        assertTrue(notes.contains("stays 0 for good"), notes);
        assertTrue(notes.contains("“wings” is not known here"), notes);
        assertTrue(notes.contains("The link has no seed"), notes);
        assertEquals(1, imported(DEFAULT).get("notes").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/                | its settings stand after a #",
                "#dataset=cube                       | dataset is \\\"cube\\\"; it must be one of: circle, gauss, spiral, xor.",
                "#noise=51                           | noise is \\\"51\\\"; it must be a number from 0 to 50.",
                "#seed=lucky                         | seed must look like 0.12345.",
                "#networkShape=4,x                   | networkShape is \\\"x\\\"",
                "#networkShape=1,1,1,1,1,1,1,1,1,1,1 | A network has at least 1 and at most",
                "#learningRate=0                     | earning rate",
                "#x=false&y=false                    | one feature at least",
                "#batchSize=1.5                      | whole number"
            })
    void a_link_that_cannot_be_read_is_refused_with_the_reason(String url, String reason) {
        Answer answer = post(url);
        assertEquals(400, answer.status());
        assertEquals("url", answer.json().get("field").asString());
        assertTrue(answer.text().contains(reason.replace("\\\\", "\\")), answer.text());
    }

    @Test
    void a_link_that_is_missing_is_asked_for() {
        Answer answer = client.post("/api/imports/tensorflow-playground", "{}");
        assertEquals(400, answer.status());
        assertEquals("url", answer.json().get("field").asString());
    }
}
