package glassgrad.figures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.figures.Figures.Figure;
import glassgrad.web.LiveServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFiguresTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    @ParameterizedTest
    @ValueSource(strings = {"", "?data=moons"})
    void the_first_view_of_the_playground_weighs_less_than_the_readme_promises(String address) {
        Figure weight = PageFigures.measure(SERVER.url() + address).get(0);
        assertTrue(weight.value() > 20 && weight.value() < weight.mark(), weight::toString);
    }
}
