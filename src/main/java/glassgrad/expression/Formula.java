package glassgrad.expression;

import glassgrad.engine.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one formula, such as {@code 3*x**2 - 4*x + 5}, with Python's precedence: an operation waits on a stack until what
 * follows binds no tighter (Dijkstra's shunting yard). Nothing recurses, so that nothing overflows.
 */
final class Formula {
    private static final int OPEN = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;

    private record Infix(Op op, int binding) {}

    private static final Map<String, Infix> INFIX = Map.of(
            "+", new Infix(Op.ADD, SUM),
            "-", new Infix(Op.SUB, SUM),
            "*", new Infix(Op.MUL, PRODUCT),
            "/", new Infix(Op.DIV, PRODUCT),
            "**", new Infix(Op.POW, POWER));

    /** An operation, a function or a parenthesis (it has no operation) that waits for what stands to its right. */
    private static final class Waiting {
        final Token token;
        final @Nullable Op op;
        final int binding;
        int arguments = 1;

        Waiting(Token token, @Nullable Op op, int binding) {
            this.token = token;
            this.op = op;
            this.binding = binding;
        }
    }

    private final Tokens tokens;
    private final Names names;
    private final Budget budget;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Waiting> open = new ArrayDeque<>();
    private final Deque<Operand> operands = new ArrayDeque<>();
    private Token previous;

    Formula(Tokens tokens, Names names, Budget budget) {
        this.tokens = tokens;
        this.names = names;
        this.budget = budget;
        this.previous = tokens.peek();
    }

    /** Reads up to the end of the statement. */
    Operand read() {
        do {
            readValue();
        } while (readOperator());
        applyWaiting(SUM);
        if (!open.isEmpty()) {
            throw unclosed();
        }
        return operands.pop();
    }

    /** Reads signs, functions and opening parentheses, then the number or the name that they are for. */
    private void readValue() {
        while (true) {
            Token token = readToken();
            if (token.is(Token.Kind.NUMBER)) {
                operands.push(Operand.of(number(token)));
                return;
            } else if (token.is(Token.Kind.NAME) && !tokens.peek().is("(")) {
                operands.push(Operand.of(names.named(token)));
                return;
            } else if (token.is(Token.Kind.NAME)) {
                Op function = Functions.named(token, names);
                readToken();
                open(new Waiting(token, function, OPEN));
            } else if (token.is("(")) {
                open(new Waiting(token, null, OPEN));
            } else if (token.is("-")) {
                waiting.push(new Waiting(token, Op.NEG, SIGN));
            } else if (!token.is("+")) {
                throw noValue(token);
            }
        }
    }

    /** Reads closing parentheses, then an operation or a comma; false if the statement ends instead. */
    private boolean readOperator() {
        while (peekToken().is(")")) {
            close(readToken());
        }
        Token before = previous;
        Token token = peekToken();
        if (token.endsStatement()) {
            return false;
        }
        readToken();
        Infix infix = INFIX.get(token.text());
        if (infix != null) {
            applyWaiting(infix.binding == POWER ? POWER + 1 : infix.binding);
            waiting.push(new Waiting(token, infix.op, infix.binding));
        } else if (token.is(",") && isInCall()) {
            applyWaiting(SUM);
            open.element().arguments++;
        } else {
            throw noOperator(before, token);
        }
        return true;
    }

    private void open(Waiting parenthesis) {
        waiting.push(parenthesis);
        open.push(parenthesis);
        budget.checkNesting(open.size(), parenthesis.token);
    }

    private void close(Token token) {
        if (open.isEmpty()) {
            throw token.mistake("This \")\" closes nothing: there is no \"(\" before it.");
        }
        applyWaiting(SUM);
        waiting.pop();
        Waiting opened = open.pop();
        if (opened.op == null) {
            return;
        }
        if (opened.arguments != opened.op.arity()) {
            throw wrongCount(opened.token, opened.op, opened.arguments);
        }
        apply(opened.token, opened.op);
    }

    /** Applies what waits and binds at least so tightly. */
    private void applyWaiting(int binding) {
        while (!waiting.isEmpty() && waiting.element().binding >= binding) {
            Waiting operation = waiting.pop();
            if (operation.op != null) {
                apply(operation.token, operation.op);
            }
        }
    }

    private void apply(Token token, Op op) {
        Operand last = operands.pop();
        Operand result = op.arity() == 1 ? Operand.apply(op, last) : Operand.apply(op, operands.pop(), last);
        if (!result.isNumber()) {
            budget.spendOperation(token);
        }
        operands.push(result);
    }

    private boolean isInCall() {
        return !open.isEmpty() && open.element().op != null;
    }

    /** As in Python, a line may end inside parentheses. */
    private Token peekToken() {
        while (!open.isEmpty() && tokens.peek().is(Token.Kind.LINE_END)) {
            tokens.read();
        }
        return tokens.peek();
    }

    private Token readToken() {
        previous = peekToken();
        return tokens.read();
    }

    private static double number(Token token) {
        double number = Double.parseDouble(token.text());
        if (Double.isInfinite(number)) {
            throw token.mistake("This number is too large: the largest is about 1.8e308.");
        }
        return number;
    }

    private ExpressionMistake noValue(Token found) {
        if (found.endsStatement() && !open.isEmpty()) {
            return unclosed();
        }
        Waiting inner = open.peek();
        if (found.is(")") && inner != null && inner.op != null && inner == waiting.peek() && inner.arguments == 1) {
            return wrongCount(inner.token, inner.op, 0);
        }
        return found.mistake(
                "A value is missing here: expected a number, a name or \"(\", but found %s.".formatted(found.found()));
    }

    private ExpressionMistake noOperator(Token before, Token found) {
        if (!open.isEmpty() && (found.is("=") || found.line() > before.line())) {
            return unclosed();
        }
        if (found.is("=")) {
            return found.mistake("Only a single name may stand to the left of \"=\", as in c = a + b.");
        }
        if (found.is(",")) {
            return found.mistake("A comma stands only between the two values of max or min."
                    + " In a decimal number, write a point: 3.5.");
        }
        return found.mistake("Expected one of + - * / ** between %s and %s. To multiply, write *."
                .formatted(before.found(), found.found()));
    }

    private ExpressionMistake unclosed() {
        Waiting inner = open.element();
        String which = inner.op == null ? "that opens here" : "after " + inner.token.found();
        return inner.token.mistake("The parenthesis %s is never closed: a \")\" is missing.".formatted(which));
    }

    private static ExpressionMistake wrongCount(Token name, Op function, int count) {
        String takes = function.arity() == 1 ? "one value, as in %s(x)" : "two values, as in %s(x, y)";
        String here = count == 0 ? "is none" : count == 1 ? "is one" : "are " + count;
        return name.mistake("%s takes %s, but here %s.".formatted(function, takes.formatted(function), here));
    }
}
