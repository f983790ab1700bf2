import { format } from '../numbers.js';

/** How the operations of the engine are written between people. @type {Record<string, string>} */
const SYMBOLS = { '*': '×', '/': '÷', '-': '−', '+': '+', '**': '^' };

/**
 * A constant belongs to its operation: "**2", "*0.01", "1-".
 * @param {string} op
 * @returns {{ before: string, symbol: string, after: string }}
 */
function split(op) {
  const [, before, symbol, after] = /^([\d.e]*)(\*\*|[-+*/])(.*)$/.exec(op) ?? [null, '', op, ''];
  return { before, symbol, after };
}

/**
 * An operation with the numbers in it: "0.3000 × (−2.0000)", "tanh(0.5000)", "(−0.2000)²".
 * @param {string} op as a graph writes it
 * @param {number[]} operands
 */
export function formula(op, operands) {
  const { before, symbol, after } = split(op);
  const sign = SYMBOLS[symbol];
  const texts = operands.map((operand) => format(operand));
  if (op === 'neg') return `−${inner(operands[0])}`;
  if (!sign) return `${op}(${texts.join(', ')})`;
  const terms = operands.map((operand, i) => (i === 0 && before === '' ? first(operand, symbol) : inner(operand)));
  if (symbol === '**' && after === '2') return `${terms[0]}²`;
  return [before, ...terms, constant(after)].filter((term) => term !== '').join(` ${sign} `);
}

/** A negative number after a sign stands in parentheses. @param {number} x */
function inner(x) {
  const text = format(x);
  return text.startsWith('−') ? `(${text})` : text;
}

/** −2² would be read as −4. @param {number} x @param {string} symbol */
function first(x, symbol) {
  return symbol === '**' ? inner(x) : format(x);
}

/** @param {string} text */
function constant(text) {
  return text.startsWith('-') ? `(−${text.slice(1)})` : text;
}
