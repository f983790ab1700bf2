import { constant } from '/web/explain/formula.js';
import { localDerivative, operation, readOperation } from '/web/explain/operation.js';
import { plainText } from '/web/explain/plain.js';
import { close, equal } from '/tests/assert.js';

/** @typedef {import('../../../../web/explain/formula.js').Formula} Formula */

/** @type {Record<string, (x: number, y: number) => number>} */
const FUNCTIONS = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  tanh: Math.tanh,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  max: Math.max,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  softplus: (x) => Math.log(1 + Math.exp(x)),
};

/** What a formula of constants comes to, as one reads it. @param {Formula} formula @returns {number} */
function evaluate(formula) {
  switch (formula.is) {
    case 'number':
      return Number(formula.text.replaceAll('−', '-'));
    case 'sum': {
      const [first, ...others] = formula.terms.map(evaluate);
      return others.reduce((sum, term) => sum + (formula.sign === '−' ? -term : term), first);
    }
    case 'product':
      return formula.factors.map(evaluate).reduce((a, b) => a * b);
    case 'fraction':
      return evaluate(formula.over) / evaluate(formula.under);
    case 'power':
      return evaluate(formula.base) ** evaluate(formula.exponent);
    case 'negative':
      return -evaluate(formula.of);
    case 'call':
      return FUNCTIONS[formula.name](evaluate(formula.args[0]), evaluate(formula.args[1] ?? formula.args[0]));
    default:
      throw new Error(`no value of ${formula.is}`);
  }
}

/** @param {string} op @param {number[]} operands */
const value = (op, operands) => evaluate(operation(op, operands.map(constant)));

const INFIX = ['+', '-', '*', '/', '**', '+1', '*0.5', '1-', '2/', '**2', '**3', '**-1', '-2', '3**', '*-1E-7'];
const UNARY = ['neg', 'tanh', 'sigmoid', 'softplus', 'exp', 'log', 'sqrt', 'sin', 'cos'];

export default {
  'an operation is read with the number that belongs to it, on the side where it stands'() {
    equal(readOperation('**2'), { symbol: '**', number: 2, first: false });
    equal(readOperation('1-'), { symbol: '-', number: 1, first: true });
    equal(readOperation('*-1E-7'), { symbol: '*', number: -1e-7, first: false });
    equal(readOperation('max 0'), { symbol: 'max', number: 0, first: false });
    equal(readOperation('tanh'), { symbol: 'tanh', number: null, first: false });
  },

  'an operation is written as in a book'() {
    const [a, b] = [constant(2), constant(-3)];
    equal(plainText(operation('*', [a, b])), '2 × (−3)');
    equal(plainText(operation('1-', [b])), '1 − (−3)');
    equal(plainText(operation('**2', [b])), '(−3)^2');
    equal(plainText(operation('neg', [b])), '−(−3)');
    equal(plainText(operation('tanh', [b])), 'tanh(−3)');
    equal(plainText(operation('max 0', [b])), 'max(−3, 0)');
  },

  'the derivative in symbols is how fast the operation changes'() {
    const [x, y] = [0.7, 1.3];
    let compared = 0;
    for (const op of [...INFIX, ...UNARY]) {
      const operands = /\d/.test(op) || UNARY.includes(op) ? [x] : [x, y];
      operands.forEach((operand, i) => {
        const moved = (/** @type {number} */ by) => operands.map((each, k) => (k === i ? operand + by : each));
        const quotient = (value(op, moved(1e-5)) - value(op, moved(-1e-5))) / 2e-5;
        const local = localDerivative(op, operands.map(constant), i, constant(value(op, operands)));
        if (!local) throw new Error(`${op} has no derivative in symbols`);
        close(evaluate(local), quotient, 1e-8, `${op} by operand ${i}`);
        compared++;
      });
    }
    equal(compared, INFIX.length + UNARY.length + 5);
  },

  'at a corner there is no one formula'() {
    for (const op of ['relu', 'leaky_relu', 'abs', 'max', 'min'])
      equal(localDerivative(op, [constant(1), constant(2)], 0, constant(1)), null);
  },
};
