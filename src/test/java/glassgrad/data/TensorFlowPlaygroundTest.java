package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glassgrad.data.TensorFlowPlayground.Kind;
import org.junit.jupiter.api.Test;

/** Its own program gives these numbers for the same links. */
class TensorFlowPlaygroundTest {
    @Test
    void a_link_with_the_circle_has_its_first_point_and_its_first_weights() {
        TensorFlowPlayground link = new TensorFlowPlayground(Kind.CIRCLE, 0, "0.50000");
        assertEquals(
                Sample.of(new double[] {-0.24819601676482542, 2.1007701780462638}, 1),
                link.samples().get(0));
        assertEquals(0.28864640885874093, link.nextWeight());
        assertEquals(-0.09090948237973362, link.nextWeight());
    }
}
