package glassgrad.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
    @Test
    void a_value_used_twice_receives_both_gradients() {
        Value a = new Value(3);
        a.mul(a).backward();
        assertEquals(6, a.gradient);
    }

    @Test
    void a_value_used_twice_stands_twice_among_the_operands() {
        Value a = new Value(3);
        assertEquals(List.of(a, a), a.mul(a).operands());
    }

    @Test
    void gradients_of_leaves_add_up_until_someone_sets_them_to_zero() {
        Value a = new Value(2);
        Value inner = a.mul(3);
        Value root = inner.add(1);
        root.backward();
        root.backward();
        assertEquals(6, a.gradient);
        assertEquals(1, inner.gradient);

        a.gradient = 0;
        root.backward();
        assertEquals(3, a.gradient);
    }

    @Test
    void a_chain_of_a_million_additions_differentiates() {
        Value x = new Value(0.25);
        Value sum = x;
        for (int i = 0; i < 1_000_000; i++) {
            sum = sum.add(x);
        }
        sum.backward();
        assertEquals(0.25 * 1_000_001, sum.data);
        assertEquals(1_000_001, x.gradient);
    }

    @Test
    void the_order_holds_each_value_once_and_operands_before_what_was_made_of_them() {
        RandomGraph graph = new RandomGraph(7);
        List<Value> order = graph.root.order();
        assertSame(graph.root, order.get(order.size() - 1));
        assertEquals(order.size(), order.stream().distinct().count());
        for (Value value : order) {
            for (Value operand : value.operands()) {
                assertTrue(order.indexOf(operand) < order.indexOf(value));
            }
        }
    }

    @Test
    void a_number_may_stand_on_either_side_and_belongs_to_the_operation() {
        Value a = new Value(4);
        for (Value right : List.of(a.add(8), a.sub(8), a.mul(8), a.div(8), a.pow(8), a.max(8), a.min(8))) {
            assertTrue(right.hasConstant() && !right.isConstantFirst());
            assertEquals(8, right.constant());
            assertEquals(List.of(a), right.operands());
        }
        for (Value left : List.of(a.rsub(8), a.rdiv(8), a.rpow(8))) {
            assertTrue(left.hasConstant() && left.isConstantFirst());
            assertEquals(8, left.constant());
        }
        assertEquals(List.of(4.0, 2.0, 4096.0), List.of(a.rsub(8).data, a.rdiv(8).data, a.rpow(8).data));
        assertFalse(a.add(a).hasConstant());
        assertFalse(a.tanh().hasConstant());
    }

    @Test
    void forward_computes_again_from_the_operands() {
        Value a = new Value(2);
        Value root = a.rsub(10);
        a.data = 3;
        assertEquals(8, root.data);
        root.forward();
        assertEquals(7, root.data);
    }

    @Test
    void a_sum_adds_from_left_to_right() {
        Value sum = Value.sum(Value.leaves("x", 1, 2, 3));
        assertEquals("+", String.valueOf(sum.op()));
        assertEquals("x3", sum.operands().get(1).label);
        assertEquals(6, sum.data);
        assertThrows(IndexOutOfBoundsException.class, () -> Value.sum(List.of()));
    }

    @Test
    void a_leaf_has_no_operands_to_differentiate_by() {
        assertThrows(IllegalStateException.class, () -> new Value(1).partial(0));
    }

    @Test
    void of_equal_operands_max_and_min_hand_the_gradient_to_the_first() {
        Value a = new Value(2);
        Value b = new Value(2);
        a.max(b).backward();
        a.min(b).backward();
        assertEquals(2, a.gradient);
        assertEquals(0, b.gradient);
    }

    @Test
    void a_relu_that_is_off_hands_nothing_on_even_of_infinity() {
        assertEquals(0, Op.chain(Double.POSITIVE_INFINITY, 0));
        assertEquals(Double.POSITIVE_INFINITY, Op.chain(Double.POSITIVE_INFINITY, 2));
    }
}
