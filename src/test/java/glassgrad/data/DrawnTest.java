package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnTest {
    /** By src/test/resources/golden/drawn.py: CPython's random and math, by the formulas. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moons | 0 | -3.826417189766519 2.5586795653620418 -1.0 | -1.8968742565525893 0.09757491800277163 1.0",
                "moons | 0.25 | 1.6576190250124874 -0.2881020475243935 -1.0 | 1.5669626080507548 -2.7280779349045345 1.0",
                "circle | 0 | -0.8903044280835545 1.0010831839603942 1.0 | -3.583084308766773 -0.16752392597046423 -1.0",
                "circle | 0.25 | 0.3090600018308422 0.2232856693815474 1.0 | 2.4272086540917024 -3.164974341770089 -1.0",
                "xor | 0 | 0.658820043066892 -1.643110830874145 -1.0 | -4.720010752252931 0.3743573318942028 -1.0",
                "xor | 0.25 | -4.530273780966393 -0.778216502947743 1.0 | -0.5484232626801395 4.067339284882324 -1.0",
                "gauss | 0 | 1.0699818096772327 1.7866980525787963 1.0 | -0.8880826190136792 -1.5758533158740637 -1.0",
                "gauss | 0.25 | 3.431648713503424 2.4342293880934904 1.0 | -3.159677679417223 -0.6459309930733188 -1.0",
                "spiral2 | 0 | 2.496460084725076 2.088200002434218 1.0 | -0.25892287110382967 -0.2532475813782048 -1.0",
                "spiral2 | 0.25 | -0.10350888531507957 0.2200839138697445 1.0 | 2.5596240706527382 0.06441452399123847 -1.0",
                "spiral3 | 0 | -3.056664292653297 1.1178978516886602 0.0 0.0 1.0 | 0.25892287110382967 0.2532475813782048 1.0 0.0 0.0",
                "spiral3 | 0.25 | -0.5642721416898258 0.020114248166175117 0.0 0.0 1.0 | -1.7700848014252228 0.3062387968655593 1.0 0.0 0.0",
                "linear | 0 | 0.35882004306689197 -1.3431108308741448 -1.0 | -4.4200107522529315 0.0743573318942028 -1.0",
                "linear | 0.25 | -4.230273780966393 -0.478216502947743 -1.0 | -0.24842326268013948 3.7673392848823246 1.0",
                "blobs3 | 0 | -4.208116167395968 -2.170641557936965 0.0 0.0 1.0 | 0.8895339047890567 4.339317347300749 1.0 0.0 0.0",
                "blobs3 | 0.25 | -2.2398287174122626 -1.61555115743953 0.0 0.0 1.0 | -0.8264651743548341 5.183018813173733 1.0 0.0 0.0",
                "blobs4 | 0 | -0.7440145522582136 -4.170641557936963 0.0 0.0 1.0 0.0 | -3.1104660952109433 0.3393173473007482 0.0 0.0 0.0 1.0",
                "blobs4 | 0.25 | 1.2242728977254913 -3.615551157439528 0.0 0.0 1.0 0.0 | -4.826465174354834 1.183018813173733 0.0 0.0 0.0 1.0",
                "blobs5 | 0 | 1.607126456911679 -3.4067095354367525 0.0 0.0 1.0 0.0 0.0 | -1.4616071043808354 -2.8967506301990413 0.0 0.0 0.0 1.0 0.0",
                "blobs5 | 0.25 | 3.575413906895384 -2.8516191349393174 0.0 0.0 1.0 0.0 0.0 | -3.177606183524726 -2.0530491643260564 0.0 0.0 0.0 1.0 0.0",
                "plane | 0 | 0.43058405168027036 -1.611732997048973 -0.09842907878072522 | -5.304012902703518 0.08922879827304264 -0.434565342035873",
                "plane | 0.25 | -5.304012902703518 0.08922879827304264 -0.17534557231345638 | -5.161734917104573 -4.91144383987362 -0.7772058811652431",
                "multi-gauss | 0 | 0.43058405168027036 -1.611732997048973 0.5064362011621504 | -5.304012902703518 0.08922879827304264 0.0",
                "multi-gauss | 0.25 | -5.304012902703518 0.08922879827304264 0.2592197697224166 | -5.161734917104573 -4.91144383987362 0.06222568191627283",
                "sine | 0 | 1.8112136764782445 0.971238685144848 | -5.130764559989487 0.9137501097146796",
                "sine | 0.25 | 0.43058405168027036 0.3599702436862037 | 0.08922879827304264 0.15368788043734666",
                "step | 0 | 1.8112136764782445 1.0 | -5.130764559989487 -1.0",
                "step | 0.25 | 0.43058405168027036 0.9425686294144936 | 0.08922879827304264 1.0645774383585929",
                "noisy-line | 0 | 1.8112136764782445 0.30186894607970743 | -5.130764559989487 -0.8551274266649145",
                "noisy-line | 0.25 | 0.43058405168027036 0.01433263802787204 | 0.08922879827304264 0.07944890473743332"
            })
    void the_third_and_fourth_sample_are_those_that_python_draws_by_the_formula(
            String name, double noise, String third, String fourth) {
        Dataset data = Datasets.drawn(name).orElseThrow().draw(4, noise, 7);
        assertSample(third, data.samples().get(2));
        assertSample(fourth, data.samples().get(3));
    }

    private static void assertSample(String expected, Sample sample) {
        List<Double> numbers = new ArrayList<>(sample.x());
        numbers.addAll(sample.y());
        String[] python = expected.trim().split(" ", -1);
        assertEquals(python.length, numbers.size());
        for (int i = 0; i < python.length; i++) {
            assertEquals(Double.parseDouble(python[i]), numbers.get(i), 1e-14);
        }
    }

    @ParameterizedTest
    @EnumSource(Drawn.class)
    void a_set_without_noise_has_its_shape_and_its_targets(Drawn set) {
        Dataset data = set.draw(500, 0, 3);
        assertEquals(500, data.size());
        boolean isGauss = set == Drawn.GAUSS || set.id().startsWith("blobs");
        for (Sample sample : data.samples()) {
            assertTrue(sample.x().stream().allMatch(x -> Math.abs(x) <= (isGauss ? 8 : 6)));
            assertTrue(sample.y().stream().allMatch(y -> Math.abs(y) <= 1));
        }
        switch (set.task()) {
            case SIGNS -> {
                assertTrue(data.isSigned() && data.outputs() == 1);
                long ones =
                        data.samples().stream().filter(s -> s.y().get(0) == 1).count();
                assertTrue(ones > 200 && ones < 300, ones + " of 500");
            }
            case CLASSES -> {
                assertTrue(data.isOneHot());
                for (int k = 0; k < data.outputs(); k++) {
                    int own = k;
                    long members = data.samples().stream()
                            .filter(s -> s.y().get(own) == 1)
                            .count();
                    assertEquals(500.0 / data.outputs(), (double) members, 1);
                }
            }
            case NUMBERS -> assertEquals(1, data.outputs());
        }
    }

    @ParameterizedTest
    @EnumSource(Drawn.class)
    void a_seed_draws_the_same_samples_and_another_seed_others(Drawn set) {
        assertEquals(set.draw(50, 0.1, 5), set.draw(50, 0.1, 5));
        assertNotEquals(set.draw(50, 0.1, 5), set.draw(50, 0.1, 6));
        assertEquals(
                set.draw(20, 0.1, 5).samples(), set.draw(50, 0.1, 5).samples().subList(0, 20));
    }

    @ParameterizedTest
    @EnumSource(Drawn.class)
    void noise_has_the_deviation_that_was_asked_for(Drawn set) {
        boolean isNumber = set.task() == Drawn.Task.NUMBERS;
        double sum = 0;
        int count = 0;
        for (int seed = 0; seed < 400; seed++) {
            Sample clean = set.draw(1, 0, seed).samples().get(0);
            Sample noisy = set.draw(1, 0.5, seed).samples().get(0);
            List<Double> from = isNumber ? clean.y() : clean.x();
            List<Double> to = isNumber ? noisy.y() : noisy.x();
            assertEquals(isNumber ? clean.x() : clean.y(), isNumber ? noisy.x() : noisy.y());
            for (int i = 0; i < from.size(); i++) {
                sum += (to.get(i) - from.get(i)) * (to.get(i) - from.get(i));
                count++;
            }
        }
        double expected = isNumber ? 0.5 : 2;
        assertEquals(expected, Math.sqrt(sum / count), 0.1 * expected);
    }

    @Test
    void the_circle_lies_in_its_ring_and_moons_are_moons() {
        for (Sample sample : Drawn.CIRCLE.draw(200, 0, 1).samples()) {
            double r = Math.hypot(sample.x().get(0), sample.x().get(1));
            assertTrue(sample.y().get(0) == 1 ? r <= 2.5 : r >= 3.5 && r <= 5);
        }
        for (Sample sample : Drawn.MOONS.draw(200, 0, 1).samples()) {
            double side = -sample.y().get(0);
            assertEquals(4, Math.hypot(sample.x().get(0) + 2 * side, sample.x().get(1) + side), 1e-12);
            assertTrue(side * sample.x().get(1) >= -1 - 1e-12);
        }
        for (Sample sample : Drawn.XOR.draw(200, 0, 1).samples()) {
            double product = sample.x().get(0) * sample.x().get(1);
            assertEquals(sample.y().get(0), Math.signum(product));
            assertTrue(Math.abs(product) >= 0.09);
        }
    }
}
