package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;

/**
 * One place in which a value is used.
 *
 * @param consumer what was made of it
 * @param operand which of the consumer's operands it is, from 0; x in x*x has two uses
 */
record Use(Value consumer, int operand) {
    double partial() {
        return consumer.partial(operand);
    }

    /** What backward hands to the value by this use: the consumer's gradient times the local derivative. */
    double contribution() {
        return Op.chain(consumer.gradient, partial());
    }
}
