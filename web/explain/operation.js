import { call, constant, difference, fraction, negative, power, product, sum } from './formula.js';

/** @typedef {import('./formula.js').Formula} Formula */

/**
 * An operation, and the number that belongs to it: the 2 of "**2".
 * @typedef {{ symbol: string, number: number | null, first: boolean }} Operation first: the number is the first operand
 */

const NUMBER = String.raw`-?(?:[\d.]+(?:E[-+]?\d+)?|Infinity|NaN)`;
const INFIX = new RegExp(`^(${NUMBER})?(\\*\\*|[-+*/])(${NUMBER})?$`, 'i');
const FUNCTION = new RegExp(`^(\\w+) (${NUMBER})$`, 'i');

/**
 * Reads an operation as a graph writes it: "*", "tanh", "**2", "1-", "max 0".
 * @param {string} op
 * @returns {Operation}
 */
export function readOperation(op) {
  const [, before, infix, after] = INFIX.exec(op) ?? [];
  if (infix) return { symbol: infix, number: numberOf(before ?? after), first: before !== undefined };
  const [, name, number] = FUNCTION.exec(op) ?? [];
  return { symbol: name ?? op, number: numberOf(number), first: false };
}

/** @param {string | undefined} text */
const numberOf = (text) => (text === undefined ? null : Number(text));

/** All operands, with the operation's own number among them. @param {Operation} operation @param {Formula[]} operands */
function withNumber({ number, first }, operands) {
  if (number === null) return operands;
  return first ? [constant(number), ...operands] : [...operands, constant(number)];
}

/**
 * An operation applied to operands.
 * @param {string} op as a graph writes it
 * @param {Formula[]} operands
 * @returns {Formula}
 */
export function operation(op, operands) {
  const { symbol } = readOperation(op);
  const [x, y] = withNumber(readOperation(op), operands);
  switch (symbol) {
    case '+':
      return sum(x, y);
    case '-':
      return difference(x, y);
    case '*':
      return product(x, y);
    case '/':
      return fraction(x, y);
    case '**':
      return power(x, y);
    case 'neg':
      return negative(x);
    default:
      return call(symbol, ...(y ? [x, y] : [x]));
  }
}

/**
 * The derivative of an operation by one of its operands, in symbols; null where it has no formula of its own, as at a
 * corner of relu.
 * @param {string} op as a graph writes it
 * @param {Formula[]} operands
 * @param {number} index by which of them
 * @param {Formula} out the operation's value
 * @returns {Formula | null}
 */
export function localDerivative(op, operands, index, out) {
  const operation = readOperation(op);
  const [x, y] = withNumber(operation, operands);
  const byFirst = index === 0 && !operation.first;
  switch (operation.symbol) {
    case '+':
      return constant(1);
    case '-':
      return constant(byFirst ? 1 : -1);
    case 'neg':
      return constant(-1);
    case '*':
      return byFirst ? y : x;
    case '/':
      return byFirst ? fraction(constant(1), y) : negative(fraction(x, power(y, constant(2))));
    case '**':
      return byFirst ? powerByBase(operation, x, y) : product(out, call('log', x));
    case 'tanh':
      return difference(constant(1), power(out, constant(2)));
    case 'sigmoid':
      return product(out, difference(constant(1), out));
    case 'softplus':
      return call('sigmoid', x);
    case 'exp':
      return out;
    case 'log':
      return fraction(constant(1), x);
    case 'sqrt':
      return fraction(constant(1), product(constant(2), out));
    case 'sin':
      return call('cos', x);
    case 'cos':
      return negative(call('sin', x));
    default:
      return null;
  }
}

/** @param {Operation} operation @param {Formula} base @param {Formula} exponent @returns {Formula} */
function powerByBase({ number }, base, exponent) {
  if (number === 1) return constant(1);
  if (number === 2) return product(exponent, base);
  return product(exponent, power(base, number === null ? difference(exponent, constant(1)) : constant(number - 1)));
}
