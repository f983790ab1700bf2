package glassgrad.explain;

import glassgrad.engine.Op;
import glassgrad.engine.Value;
import java.util.function.DoubleUnaryOperator;

/**
 * How exactly the page shows the numbers of an exercise, and how far off one comes who computes with them. The page writes
 * them in web/practice/digits.js.
 */
final class Shown {
    private static final int SIGNIFICANT = 4;
    private static final double HALF = 0.5;

    private Shown() {}

    /** Half a unit of the last digit that is shown of a number: four decimals, and at least four significant digits. */
    static double error(double number) {
        double size = Math.abs(number);
        if (size == 0 || !Double.isFinite(size)) {
            return 0;
        }
        int exponent = (int) Math.floor(StrictMath.log10(size));
        // From a thousand on, decimals give way to digits before the point; from ten million on there is a power of
        // ten.
        int last = exponent < -1 || exponent > 6 ? exponent - SIGNIFICANT + 1 : Math.max(-SIGNIFICANT, exponent - 6);
        return HALF * StrictMath.pow(10, last);
    }

    /** The same for a value. The slope of a curve that flattens comes from what is missing to 1: that has four digits too. */
    private static double error(Value value) {
        double error = error(value.data);
        boolean flattens = value.op() == Op.TANH || value.op() == Op.SIGMOID;
        return flattens && Math.abs(value.data) < 1 ? Math.min(error, error(1 - Math.abs(value.data))) : error;
    }

    /** Of a value that is computed from its operands. */
    static double errorOfValue(Value value) {
        Op op = value.op();
        if (op == null) {
            return 0;
        }
        Place at = Place.of(value);
        return spread(x -> op.forward(x, at.y), at.x, at.xError) + spread(y -> op.forward(at.x, y), at.y, at.yError);
    }

    /** Of the consumer's gradient times the local derivative. */
    static double errorOfContribution(Use use) {
        Value consumer = use.consumer();
        Op op = consumer.op();
        if (op == null) {
            return 0;
        }
        Place at = Place.of(consumer);
        int i = consumer.isConstantFirst() ? 1 : use.operand();
        double out = consumer.data;
        double ofPartial = spread(x -> op.partial(i, x, at.y, out), at.x, at.xError)
                + spread(y -> op.partial(i, at.x, y, out), at.y, at.yError)
                + spread(z -> op.partial(i, at.x, at.y, z), out, error(consumer));
        double error = Math.abs(use.partial()) * error(consumer.gradient) + Math.abs(consumer.gradient) * ofPartial;
        return Double.isFinite(error) ? error : 0;
    }

    private static double spread(DoubleUnaryOperator function, double at, double error) {
        double number = function.applyAsDouble(at);
        double spread = Math.max(
                Math.abs(function.applyAsDouble(at + error) - number),
                Math.abs(function.applyAsDouble(at - error) - number));
        return Double.isFinite(spread) ? spread : 0;
    }

    /** The operands of an operation as they are shown; a constant has all its digits. */
    private record Place(double x, double xError, double y, double yError) {
        static Place of(Value value) {
            Value first = value.operands().get(0);
            if (value.operands().size() == 2) {
                Value second = value.operands().get(1);
                return new Place(first.data, error(first), second.data, error(second));
            }
            return value.isConstantFirst()
                    ? new Place(value.constant(), 0, first.data, error(first))
                    : new Place(first.data, error(first), value.constant(), 0);
        }
    }
}
