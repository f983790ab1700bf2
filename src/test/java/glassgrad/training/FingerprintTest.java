package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Frame frame = new Runs().open(Recipe.DEFAULT).frame(3, Deadline.never());

    @Test
    void it_is_read_back_as_it_was_written() {
        Fingerprint fingerprint = Fingerprint.of(frame);
        assertEquals(fingerprint, Fingerprint.read(fingerprint.text()));
        assertEquals(List.of(), fingerprint.differences(Fingerprint.read(fingerprint.text())));
    }

    @Test
    void the_last_bit_of_one_number_is_a_difference() {
        Fingerprint fingerprint = Fingerprint.of(frame);
        assertEquals(
                List.of("parameters"),
                fingerprint.differences(Fingerprint.of(with(nudged(frame.values()), frame.gradients(), frame.loss()))));
        assertEquals(
                List.of("loss", "gradients"),
                fingerprint.differences(
                        Fingerprint.of(with(frame.values(), nudged(frame.gradients()), Math.nextUp(frame.loss())))));
    }

    private Frame with(List<Double> values, List<Double> gradients, double loss) {
        return new Frame(
                frame.run(),
                frame.step(),
                loss,
                frame.trainLoss(),
                frame.testLoss(),
                frame.learningRate(),
                values,
                gradients,
                frame.outputs(),
                frame.accuracy(),
                frame.testAccuracy(),
                frame.stopped());
    }

    private static List<Double> nudged(List<Double> numbers) {
        List<Double> nudged = new ArrayList<>(numbers);
        nudged.set(5, Math.nextUp(nudged.get(5)));
        return nudged;
    }
}
