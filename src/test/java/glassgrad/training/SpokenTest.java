package glassgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private static final Value X = new Value(3);

    @Test
    void every_operation_is_called_by_words() {
        for (Op op : Op.all()) {
            String doing = Spoken.doing(op.arity() == 2 ? Value.of(op, X, X) : Value.of(op, X));
            assertTrue(doing.matches("[A-Za-z][A-Za-z ]{3,}"), doing);
        }
    }

    @Test
    void a_power_of_two_is_squaring_and_two_to_a_power_is_not() {
        assertEquals("squaring", Spoken.doing(Value.of(Op.POW, X, 2)));
        assertEquals("raising to a power", Spoken.doing(Value.of(Op.POW, X, 3)));
        assertEquals("raising to a power", Spoken.doing(Value.of(Op.POW, 2, X)));
    }

    @Test
    void places_are_said_as_on_the_page() {
        assertEquals("weight 3 of neuron 1 in layer 2", Spoken.place("layer2.neuron1.w3"));
        assertEquals("the bias of neuron 12 in layer 1", Spoken.place("layer1.neuron12.b"));
        assertEquals("neuron 4 of layer 2", Spoken.place("layer2.neuron4"));
        assertEquals("the loss", Spoken.place("loss"));
        assertEquals("x1", Spoken.place("x1"));
    }
}
