package glassgrad.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import glassgrad.training.InvalidInput;
import glassgrad.training.Preset;
import glassgrad.training.RandomRecipes;
import glassgrad.training.Recipe;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import glassgrad.training.Subject;
import glassgrad.training.Until;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentQueryTest {
    @Test
    void an_empty_query_is_the_notebook_before_its_first_step() {
        assertEquals(Moment.DEFAULT, MomentQuery.read(null));
        assertEquals(Moment.DEFAULT, MomentQuery.read(""));
        assertEquals("", MomentQuery.write(Moment.DEFAULT));
    }

    @Test
    void a_moment_that_was_written_is_read_back_the_same() {
        SplittableRandom random = new SplittableRandom(7);
        RandomRecipes.of(7, 1_000).forEach(recipe -> {
            Moment moment = new Moment(recipe, random.nextInt(1_000_001), view(recipe, random));
            Moment back = MomentQuery.read(MomentQuery.write(moment));
            assertEquals(moment, back);
            assertEquals(recipe.id(), back.recipe().id());
        });
    }

    @Test
    void presets_are_written_and_read_back() {
        for (Preset preset : Preset.all()) {
            Moment moment = new Moment(preset.recipe(), 0, View.DEFAULT);
            assertEquals(moment, MomentQuery.read(MomentQuery.write(moment)));
        }
    }

    @Test
    void a_link_is_readable() {
        String query = "layers=8,8&activation=relu&rate=0.1&schedule=linear:0.01:100&batch=2&zero=off"
                + "&edits=12:training.learningRate=0.2;31:layer2.neuron1.w3=0.8"
                + "&step=47&sample=all&depth=scalars&open=layer1.neuron2,layer2.neuron1"
                + "&selected=layer1.neuron2%231&beside=layer1.neuron1.b&edges=gradient&axis=log&practice=gradient:7:4";
        assertEquals(query, MomentQuery.write(MomentQuery.read(query)));
    }

    @Test
    void own_points_are_written_sample_by_sample() {
        Moment moment = MomentQuery.read("points=0,0:-1,1;0.5,1e-9:1,-1&layers=");
        assertEquals(List.of(2), moment.recipe().network().layers());
        assertEquals("points=0,0:-1,1;0.5,1e-9:1,-1&layers=", MomentQuery.write(moment));
    }

    @Test
    void each_hidden_layer_may_have_its_own_activation() {
        Moment moment = MomentQuery.read("activation=tanh,leaky-relu");
        assertEquals(List.of("tanh", "leaky-relu"), moment.recipe().network().activation());
        assertEquals("activation=tanh,leaky-relu", MomentQuery.write(moment));
        assertEquals("", MomentQuery.write(MomentQuery.read("activation=tanh,tanh")));
    }

    @Test
    void schedules_come_back_as_they_were_written() {
        for (String schedule : List.of("linear:0.1:100", "cosine:0:250", "step:50:0.5")) {
            String query = "schedule=" + schedule;
            assertEquals(query, MomentQuery.write(MomentQuery.read(query)));
        }
    }

    @Test
    void a_data_set_is_said_with_its_options() {
        String query = "data=blobs3&samples=60&noise=0.25&dataSeed=9&testShare=0.5&splitSeed=-2"
                + "&output=linear&loss=softmax-cross-entropy";
        Moment moment = MomentQuery.read(query);
        assertEquals(query, MomentQuery.write(moment));
        assertEquals(List.of(4, 4, 3), moment.recipe().network().layers());
        assertEquals(30, moment.recipe().data().dataset().size());
        assertEquals("testShare=0.5", MomentQuery.write(MomentQuery.read("data=notebook&testShare=0.5")));
        String formula = "data=formula&formula=2*x&samples=30";
        assertEquals(formula, MomentQuery.write(MomentQuery.read(formula)));
        String points = "points=1:2;2:3&testShare=0.5";
        assertEquals(1, MomentQuery.read(points).recipe().data().dataset().size());
    }

    @Test
    void the_output_layer_follows_from_the_data() {
        assertEquals(List.of(4, 4, 1), MomentQuery.read("").recipe().network().layers());
        assertEquals(
                List.of(3, 2),
                MomentQuery.read("points=1:2,3&layers=3").recipe().network().layers());
    }

    @Test
    void escapes_of_a_browser_are_understood() {
        assertEquals(
                MomentQuery.read("points=1,2:1;3,4:-1&edits=0:layer1.neuron1.b=0.5"),
                MomentQuery.read("points=1%2C2%3A1%3B3%2C4%3A-1&edits=0%3Alayer1.neuron1.b%3D0.5"));
    }

    @Test
    void every_setting_can_be_said() {
        Settings.all().forEach(setting -> {
            InvalidInput refused = assertThrows(
                    InvalidInput.class,
                    () -> MomentQuery.read(needed(setting) + setting.key() + "=%C2%A7"),
                    setting.key());
            assertEquals(setting.key(), refused.field());
        });
    }

    /** A formula is read only where the data are drawn from one. */
    private static String needed(Setting setting) {
        return setting.type() == Setting.Type.TEXT ? "data=formula&" : "";
    }

    @Test
    void an_exercise_may_be_said_in_short() {
        assertEquals(
                new Practice(Practice.Asked.BOTH, 7, 1),
                MomentQuery.read("practice=7").view().practice());
        assertEquals(
                new Practice(Practice.Asked.DATA, 7, 1),
                MomentQuery.read("practice=data:7").view().practice());
        assertEquals("practice=7:4", MomentQuery.write(MomentQuery.read("practice=both:7:4")));
    }

    @Test
    void what_a_teacher_fixes_stands_in_the_link() {
        String query = "step=4&task=Find+the+gradient+of+w1.&hide=recipe,map&lock=rate,seed&present=on";
        Lesson lesson = MomentQuery.read(query).view().lesson();
        assertEquals(
                new Lesson("Find the gradient of w1.", List.of("recipe", "map"), List.of("rate", "seed"), true),
                lesson);
        assertEquals(query, MomentQuery.write(MomentQuery.read(query)));
        assertEquals(
                Lesson.NONE,
                MomentQuery.read("task=&hide=&lock=&present=off").view().lesson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate=x                     | rate     | \"x\" is not a number.",
                "rate=NaN                   | rate     | \"NaN\" is not a number.",
                "rate=0x1p3                 | rate     | \"0x1p3\" is not a number.",
                "rate=0                     | rate     | Learning rate must be a number, more than 0",
                "rate=1e99999               | rate     | Learning rate must be a number, more than 0",
                "rate=                      | rate     | is not a number. Learning rate must be a number, more than 0",
                "rate=1&rate=1              | rate     | twice",
                "rate=%zz                   | rate     | broken escape",
                "seed=1.5                   | seed     | is not a whole number.",
                "seed=99999999999999999999  | seed     | is not a whole number. Seed must be",
                "layers=4,0                 | layers   | at least 1",
                "layers=4,,4                | layers   | is not a whole number.",
                "layers=99999999999         | layers   | at most 256",
                "layers=256,256             | layers   | at most 20,000",
                "activation=cosh            | activation | Activation must be one of: tanh, relu, leaky-relu, sigmoid, linear",
                "activation=tanh,relu,relu  | activation | this network has 2.",
                "activation=tanh,cosh       | activation | must be one of",
                "output=cosh                | output   | must be one of",
                "bias=2                     | bias     | must be one of",
                "loss=hinge&points=1:2      | loss     | targets that are -1 or 1",
                "optimizer=lbfgs            | optimizer | must be one of",
                "schedule=linear:1          | schedule | linear:0.1:100",
                "schedule=linear:1:0        | schedule | at least 1",
                "schedule=linear:-1:5       | schedule | at least 0",
                "schedule=step:10:2         | schedule | at most 1",
                "schedule=step:0.5:2        | schedule | is not a whole number.",
                "schedule=cosine:0          | schedule | step:EVERY:FACTOR",
                "batch=0                    | batch    | at least 1",
                "batch=0.5                  | batch    | is not a whole number.",
                "zero=maybe                 | zero     | on or off",
                "l1=-1                      | l1       | at least 0",
                "l2=11                      | l2       | at most 10",
                "data=mnist                 | data     | must be one of: notebook, micrograd-demo, moons",
                "samples=2001               | samples  | at most 2,000",
                "samples=99999999999        | samples  | at most 2,000",
                "noise=-1                   | noise    | at least 0",
                "testShare=0.95             | testShare | at most 0.9",
                "data=blobs3&loss=hinge     | loss     | -1 or 1",
                "points=1,2                 | points   | inputs:targets",
                "points=1:a                 | points   | is not a number.",
                "points=1:1;1,2:1           | points   | as many inputs as the first",
                "points=                    | points   | at least 1",
                "edits=12                   | edits    | step:name=value",
                "edits=12:nobody=1          | edits    | or a parameter such as",
                "edits=x:training.l1=1      | edits    | 0 to 1,000,000",
                "edits=1000001:training.l1=1 | edits   | 0 to 1,000,000",
                "edits=1:training.l1=a      | edits    | is not a number.",
                "edits=1:training.zeroGrad=1 | edits   | on or off",
                "step=-1                    | step     | 0 to 1,000,000",
                "step=1000001               | step     | 0 to 1,000,000",
                "step=x                     | step     | 0 to 1,000,000",
                "sample=4                   | sample   | 0 to 3",
                "sample=-1                  | sample   | from 0 up",
                "sample=some                | sample   | from 0 up",
                "sample=1,2:1               | sample   | 3 and 1",
                "sample=1,2,3:1;1,2,3:1     | sample   | from 0 up",
                "depth=deep                 | depth    | network, neurons, scalars",
                "edges=x                    | edges    | weight, gradient",
                "axis=x                     | axis     | linear, log",
                "open=<script>              | open     | names nothing",
                "selected=<script>          | selected | names nothing",
                "practice=                  | practice | gradient:7:4",
                "practice=slope:1           | practice | both, data, gradient",
                "practice=gradient          | practice | gradient:7:4",
                "practice=1:2:3             | practice | gradient:7:4",
                "practice=-1                | practice | 0 to 2,147,483,647",
                "practice=7:0               | practice | 1 to 50",
                "practice=7:51              | practice | 1 to 50",
                "until=loss                 | until    | step:100",
                "until=loss:-1              | until    | at least 0",
                "until=loss:1,loss:2        | until    | step:100",
                "until=epoch:3              | until    | step:100",
                "until=patience:99999999999 | until    | 2 to 1,000",
                "beside=<script>            | beside   | names nothing",
                "hide=everything            | hide     | must be one of: recipe, edits",
                "lock=learningRate          | lock     | must be one of: all, data",
                "present=maybe              | present  | on or off",
                "task=a%0Ab                 | task     | a line of plain text",
                "colour=red                 | colour   | means nothing here",
                "=1                         | ''       | means nothing here",
            })
    void what_is_wrong_is_said_of_the_key_where_it_stands(String query, String key, String message) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> MomentQuery.read(query));
        assertTrue(refused.field().startsWith(key), refused.field());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static View view(Recipe recipe, SplittableRandom random) {
        return new View(
                subject(recipe, random),
                pick(random, View.Depth.values()),
                random.nextBoolean() ? List.of() : List.of("layer1.neuron1", "layer2.neuron1"),
                random.nextBoolean() ? null : "sample0/layer1.neuron1#" + random.nextInt(9),
                random.nextBoolean() ? null : "layer1.neuron1.b",
                pick(random, View.Edges.values()),
                pick(random, View.Axis.values()),
                random.nextBoolean()
                        ? null
                        : new Practice(
                                pick(random, Practice.Asked.values()), random.nextInt(1_000), random.nextInt(1, 51)),
                random.nextBoolean()
                        ? null
                        : new Until(
                                random.nextInt(1, 99),
                                random.nextBoolean() ? null : 0.25,
                                random.nextBoolean() ? null : 0.5,
                                20),
                random.nextBoolean()
                        ? Lesson.NONE
                        : new Lesson("Why? Say it.", List.of("loss"), List.of("rate"), true));
    }

    private static Subject subject(Recipe recipe, SplittableRandom random) {
        Dataset data = recipe.data().dataset();
        return switch (random.nextInt(4)) {
            case 0 -> Subject.ALL;
            case 1 -> {
                Sample any = data.samples().get(random.nextInt(data.size()));
                yield new Subject.Elsewhere(new Sample(
                        any.x().stream()
                                .map(x -> x + random.nextInt(-9, 9) / 8.0)
                                .toList(),
                        any.y()));
            }
            default -> new Subject.Numbered(random.nextInt(data.size()));
        };
    }

    private static <T> T pick(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
