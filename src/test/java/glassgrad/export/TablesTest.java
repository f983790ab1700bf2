package glassgrad.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.link.MomentQuery;
import glassgrad.training.Blueprint;
import glassgrad.training.Deadline;
import glassgrad.training.Progress;
import glassgrad.training.Recipe;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    private final Run run = new Runs().open(Recipe.DEFAULT);
    private final Progress progress = run.advance(0, 3, Deadline.never());

    @Test
    void the_samples_are_those_that_the_network_sees() {
        assertEquals("""
                set,x1,x2,x3,y
                train,2.0,3.0,-1.0,1.0
                train,3.0,-1.0,0.5,-1.0
                train,0.5,1.0,1.0,-1.0
                train,1.0,1.0,-1.0,1.0
                """.replace("\n", "\r\n"), Tables.samples(Blueprint.of(Recipe.DEFAULT)));
        String tested = Tables.samples(
                Blueprint.of(MomentQuery.read("data=moons&samples=20&testShare=0.25&features=x1,x2,x1x2&layers=4")
                        .recipe()));
        assertTrue(tested.startsWith("set,x1,x2,x1*x2,y\r\n"), tested);
        assertEquals(5, tested.lines().filter(line -> line.startsWith("test,")).count());
    }

    @Test
    void losses_and_parameters_come_back_with_the_same_bits() {
        List<String> losses =
                Tables.losses(progress.losses(), progress.frame()).lines().toList();
        assertEquals(5, losses.size());
        assertEquals("step,loss", losses.get(0));
        assertEquals(progress.frame().loss(), Double.parseDouble(losses.get(4).split(",", -1)[1]));
        List<String> parameters = Tables.parameters(run.parameterNames(), progress.frame())
                .lines()
                .toList();
        assertEquals(42, parameters.size());
        String[] last = parameters.get(41).split(",", -1);
        assertEquals("layer3.neuron1.b", last[0]);
        assertEquals(progress.frame().values().get(40), Double.parseDouble(last[1]));
        assertEquals(progress.frame().gradients().get(40), Double.parseDouble(last[2]));
    }
}
