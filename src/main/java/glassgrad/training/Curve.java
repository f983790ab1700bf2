package glassgrad.training;

import glassgrad.engine.Program;
import glassgrad.engine.Tape;
import glassgrad.engine.Value;
import glassgrad.expression.Expression;
import glassgrad.expression.ExpressionMistake;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A person's own function of one number x, in the language of expressions: "x * cos(x) / 6". */
final class Curve implements DoubleUnaryOperator {
    private static final String X = "x";
    private static final double[] NO_PARAMETERS = new double[0];

    private final Tape tape;

    /** Compiles a formula; one that cannot be understood is refused in the name of its setting. */
    Curve(String formula) {
        Value root;
        Value x;
        try {
            Expression expression = Expression.of(formula, Map.of(X, 1.0));
            root = expression.root();
            x = expression.inputs().getOrDefault(X, new Value(0, X));
        } catch (ExpressionMistake mistake) {
            String where = mistake.line() == 1 ? "Column %d: ".formatted(mistake.column()) : "";
            throw new InvalidInput(Settings.FORMULA.field(), where + mistake.getMessage());
        }
        // A formula may do without x; a program's inputs belong to its graph.
        tape = Program.compile(root.add(x.mul(0)), List.of(x), List.of()).tape(1);
    }

    /** The value at x; refused where it is no number that a target can be. */
    @Override
    public double applyAsDouble(double x) {
        tape.setInputs(0, new double[] {x});
        tape.forward(NO_PARAMETERS);
        double y = tape.root(0);
        if (!(Math.abs(y) <= Limits.MAGNITUDE)) {
            throw new InvalidInput(
                    Settings.FORMULA.field(),
                    "At x = %.4g it is %s; between -6 and 6 it must lie between -%3$,.0f and %3$,.0f."
                            .formatted(x, Double.isNaN(y) ? "no number" : "too large", Limits.MAGNITUDE));
        }
        return y;
    }
}
