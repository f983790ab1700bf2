package glassgrad.engine;

/**
 * Loops over the lanes of rows.
 *
 * <p>The commonest operations have loops of their own, which, unlike calls through the table of operations, become vector
 * instructions. Their arithmetic is the table's, to the bit. A loop becomes vectors only if it is short and every array in it
 * is used from index 0 on; at most five arrays, on JDK 17.
 */
final class Lanes {
    /** From so many lanes on, a row is worth a loop of vector instructions; with fewer, four lanes at a time are faster. */
    static final int LONG = 8;

    private Lanes() {}

    /** The value of an operation; {@code out} may be an operand. */
    static void forward(Op op, double[] x, double[] y, double[] out, int n) {
        if (op == Op.ADD) {
            add(x, y, out, n);
        } else if (op == Op.SUB) {
            sub(x, y, out, n);
        } else if (op == Op.MUL) {
            mul(x, y, out, n);
        } else if (op == Op.SQUARE) {
            mul(x, x, out, n);
        } else if (op == Op.RELU) {
            relu(x, out, n);
        } else {
            for (int lane = 0; lane < n; lane++) {
                out[lane] = op.forward(x[lane], y[lane]);
            }
        }
    }

    /** Adds to an operand's gradient what an operation hands on to it; see {@link Op#chain}. */
    static void chain(Op op, int i, double[] x, double[] y, double[] out, double[] upstream, double[] gradient, int n) {
        if (op == Op.ADD || (op == Op.SUB && i == 0)) {
            add(gradient, upstream, gradient, n);
        } else if (op == Op.SUB) {
            sub(gradient, upstream, gradient, n);
        } else if (op == Op.MUL) {
            chainProduct(upstream, i == 0 ? y : x, gradient, n);
        } else if (op == Op.SQUARE) {
            chainSquare(upstream, x, gradient, n);
        } else {
            for (int lane = 0; lane < n; lane++) {
                double partial = op.partial(i, x[lane], y[lane], out[lane]);
                gradient[lane] += Op.chain(upstream[lane], partial);
            }
        }
    }

    private static void add(double[] x, double[] y, double[] out, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = x[lane] + y[lane];
        }
    }

    private static void sub(double[] x, double[] y, double[] out, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = x[lane] - y[lane];
        }
    }

    private static void mul(double[] x, double[] y, double[] out, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = x[lane] * y[lane];
        }
    }

    private static void chainProduct(double[] upstream, double[] partials, double[] gradient, int n) {
        for (int lane = 0; lane < n; lane++) {
            double partial = partials[lane];
            gradient[lane] += partial == 0 ? 0 : upstream[lane] * partial;
        }
    }

    private static void relu(double[] x, double[] out, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = x[lane] < 0 ? 0 : x[lane];
        }
    }

    private static void chainSquare(double[] upstream, double[] x, double[] gradient, int n) {
        for (int lane = 0; lane < n; lane++) {
            gradient[lane] += upstream[lane] * (2 * x[lane]);
        }
    }

    /** Sets, rather than adds to, the gradient of an activation's operand, which nothing else uses. */
    static void activationGradient(Op op, double[] x, double[] out, double[] upstream, double[] gradient, int n) {
        if (op == Op.TANH) {
            for (int lane = 0; lane < n; lane++) {
                gradient[lane] = upstream[lane] * (1 - out[lane] * out[lane]);
            }
        } else if (op == Op.SIGMOID) {
            for (int lane = 0; lane < n; lane++) {
                gradient[lane] = upstream[lane] * (out[lane] * (1 - out[lane]));
            }
        } else if (op == Op.RELU) {
            for (int lane = 0; lane < n; lane++) {
                gradient[lane] = x[lane] > 0 ? upstream[lane] : 0;
            }
        } else {
            for (int lane = 0; lane < n; lane++) {
                gradient[lane] = Op.chain(upstream[lane], op.partial(0, x[lane], 0, out[lane]));
            }
        }
    }

    /** {@code out = start + w[at]*x[0] + w[at+1]*x[1] + ...}, added in this order. */
    static void weightedSum(double[] out, double start, double[] w, int at, double[][] x, int n) {
        if (x.length >= 4) {
            begin(out, start, w[at], x[0], w[at + 1], x[1], w[at + 2], x[2], w[at + 3], x[3], n);
            addProducts(out, w, at, x, 4, n);
        } else if (x.length >= 2) {
            begin(out, start, w[at], x[0], w[at + 1], x[1], n);
            addProducts(out, w, at, x, 2, n);
        } else {
            begin(out, start, w[at], x[0], n);
        }
    }

    /** {@code out += w[at+i]*x[i] + w[at+i+1]*x[i+1] + ...}, added in this order. */
    static void addProducts(double[] out, double[] w, int at, double[][] x, int from, int n) {
        int i = from;
        for (; i + 4 <= x.length; i += 4) {
            addProducts(
                    out, w[at + i], x[i], w[at + i + 1], x[i + 1], w[at + i + 2], x[i + 2], w[at + i + 3], x[i + 3], n);
        }
        for (; i + 2 <= x.length; i += 2) {
            addProducts(out, w[at + i], x[i], w[at + i + 1], x[i + 1], n);
        }
        for (; i < x.length; i++) {
            addProduct(out, w[at + i], x[i], n);
        }
    }

    private static void begin(double[] out, double start, double a, double[] x, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = start + a * x[lane];
        }
    }

    private static void begin(double[] out, double start, double a, double[] x, double b, double[] y, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = (start + a * x[lane]) + b * y[lane];
        }
    }

    private static void begin(
            double[] out,
            double start,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] z,
            double d,
            double[] w,
            int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = (((start + a * x[lane]) + b * y[lane]) + c * z[lane]) + d * w[lane];
        }
    }

    /** {@code out += a*x}. */
    static void addProduct(double[] out, double a, double[] x, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] += a * x[lane];
        }
    }

    private static void addProducts(double[] out, double a, double[] x, double b, double[] y, int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = (out[lane] + a * x[lane]) + b * y[lane];
        }
    }

    /** {@code out += a*x + b*y + c*z + d*w}, added in this order. */
    static void addProducts(
            double[] out,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] z,
            double d,
            double[] w,
            int n) {
        for (int lane = 0; lane < n; lane++) {
            out[lane] = (((out[lane] + a * x[lane]) + b * y[lane]) + c * z[lane]) + d * w[lane];
        }
    }

    /** {@code sum + x[0]*y[0] + x[1]*y[1] + ...}, added in this order. */
    static double dot(double sum, double[] x, double[] y, int n) {
        double result = sum;
        for (int lane = 0; lane < n; lane++) {
            result += x[lane] * y[lane];
        }
        return result;
    }

    /** Makes the health of every lane NaN in which a number is not finite; it is 0 as long as all are. */
    static void watch(double[] row, double[] health, int n) {
        for (int lane = 0; lane < n; lane++) {
            health[lane] += row[lane] * 0;
        }
    }
}
