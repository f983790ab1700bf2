import { format, formatSmall } from '../numbers.js';

/**
 * A formula as data. mathml.js, latex.js and plain.js write it.
 *
 * @typedef {{ is: 'number', text: string, tint: boolean }} Numeral text as numbers.js writes it; tint: in its sign's colour
 * @typedef {{ is: 'symbol', name: string, below: string }} Symbol below: what stands under it, as 3 in w₃
 * @typedef {{ is: 'attribute', of: Formula, name: string }} Attribute as w.grad in a program
 * @typedef {{ is: 'sum', terms: Formula[], sign: '+' | '−' }} Sum
 * @typedef {{ is: 'product', factors: Formula[] }} Product
 * @typedef {{ is: 'fraction', over: Formula, under: Formula }} Fraction
 * @typedef {{ is: 'power', base: Formula, exponent: Formula }} Power
 * @typedef {{ is: 'negative', of: Formula }} Negative
 * @typedef {{ is: 'call', name: string, args: Formula[] }} Call
 * @typedef {{ is: 'derivative', of: Formula, by: Formula }} Derivative
 * @typedef {{ is: 'equation', sides: Formula[] }} Equation
 * @typedef {{ is: 'lines', lines: Line[] }} Lines lines that stand under one another, aligned at their signs
 * @typedef {{ is: 'series', over: Formula, of: Formula }} Series a sum over all of something
 * @typedef {{ is: 'fence', of: Formula }} Fence parentheses
 * @typedef {{ is: 'linked', of: Formula, node: string, title: string }} Linked
 * @typedef {{ is: 'braced', of: Formula, text: string }} Braced with words under a brace
 * @typedef {Numeral | Symbol | Attribute | Sum | Product | Fraction | Power | Negative | Call | Derivative | Equation | Lines
 *   | Series | Fence | Linked | Braced} Formula
 * @typedef {{ left: Formula | null, sign: string, right: Formula }} Line
 */

/**
 * A measured number. One that would be rounded to zero and is not is written as a power of ten.
 * @param {number} x
 * @param {(x: number) => string} [write]
 * @returns {Formula}
 */
export const number = (x, write = formatSmall) => ({ is: 'number', text: write(x), tint: true });

/** A number that belongs to the formula, as 2 in x²: all its digits, and no colour. @param {number} x @returns {Formula} */
export const constant = (x) => ({ is: 'number', text: Number.isFinite(x) ? exact(x) : format(x), tint: false });

/** @param {number} x */
const exact = (x) => String(x).replace('e+', 'e').replaceAll('-', '−');

/**
 * A name. Digits at its end stand below: symbol('w3') is w₃.
 * @param {string} name
 * @param {string} [below]
 * @returns {Formula}
 */
export function symbol(name, below) {
  const [, letters, digits] = /^(\D*[^\d_])(\d+)$/.exec(name) ?? [];
  return below === undefined && digits
    ? { is: 'symbol', name: letters, below: digits }
    : { is: 'symbol', name, below: below ?? '' };
}

/** What a program calls a part of something: w.grad. @param {Formula} of @param {string} name @returns {Formula} */
export const attribute = (of, name) => ({ is: 'attribute', of, name });

/** @param {...Formula} terms @returns {Formula} */
export const sum = (...terms) => (terms.length === 1 ? terms[0] : { is: 'sum', terms, sign: '+' });

/** @param {Formula} from @param {Formula} less @returns {Formula} */
export const difference = (from, less) => ({ is: 'sum', terms: [from, less], sign: '−' });

/** @param {...Formula} factors @returns {Formula} */
export const product = (...factors) => (factors.length === 1 ? factors[0] : { is: 'product', factors });

/** @param {Formula} over @param {Formula} under @returns {Formula} */
export const fraction = (over, under) => ({ is: 'fraction', over, under });

/** @param {Formula} base @param {Formula} exponent @returns {Formula} */
export const power = (base, exponent) => ({ is: 'power', base, exponent });

/** @param {Formula} of @returns {Formula} */
export const negative = (of) => ({ is: 'negative', of });

/**
 * A function of something; "sqrt" and "abs" have signs of their own.
 * @param {string} name
 * @param {...Formula} args
 * @returns {Formula}
 */
export const call = (name, ...args) => ({ is: 'call', name, args });

/** ∂of/∂by. @param {Formula} of @param {Formula} by @returns {Formula} */
export const derivative = (of, by) => ({ is: 'derivative', of, by });

/** The sum of something over all of what stands below the sign. @param {Formula} over @param {Formula} of @returns {Formula} */
export const series = (over, of) => ({ is: 'series', over, of });

/** In parentheses, which a brace embraces too. @param {Formula} of @returns {Formula} */
export const fence = (of) => (of.is === 'braced' ? { ...of, of: fence(of.of) } : { is: 'fence', of });

/** a = b = c. @param {...Formula} sides @returns {Formula} */
export const equal = (...sides) => ({ is: 'equation', sides });

/**
 * Lines under one another, aligned at their signs.
 * @param {...[left: Formula | null, sign: string, right: Formula]} lines
 * @returns {Formula}
 */
export const aligned = (...lines) => ({
  is: 'lines',
  lines: lines.map(([left, sign, right]) => ({ left, sign, right })),
});

/**
 * A part that leads to a node when it is pressed.
 * @param {string} node its id
 * @param {string} title what the part is, in words
 * @param {Formula} of
 * @returns {Formula}
 */
export const linked = (node, title, of) => ({ is: 'linked', of, node, title });

/** A part with words under a brace. @param {Formula} of @param {string} text @returns {Formula} */
export const braced = (of, text) => ({ is: 'braced', of, text });

/** The formula itself, under its link and its brace. @param {Formula} formula @returns {Formula} */
function bare(formula) {
  return formula.is === 'linked' || formula.is === 'braced' ? bare(formula.of) : formula;
}

/** Whether it begins with a minus. @param {Formula} formula */
function isNegative(formula) {
  return formula.is === 'negative' || (formula.is === 'number' && formula.text.startsWith('−'));
}

/** Whether a number stands in it as a power of ten, which is a product. @param {Formula} formula */
function isScientific(formula) {
  return formula.is === 'number' && formula.text.includes('e');
}

/**
 * Whether a part needs parentheses where it stands: −2² is not (−2)², nor is a − (b + c) the same as a − b + c.
 * @param {Formula} part
 * @param {'term' | 'factor' | 'base'} place
 * @param {number} index the part's place among its neighbours
 * @param {string} [sign] before it, in a sum
 */
export function needsParentheses(part, place, index, sign = '+') {
  const inner = bare(part);
  if (place === 'term') return index > 0 && (isNegative(inner) || (inner.is === 'sum' && sign === '−'));
  if (place === 'factor') return inner.is === 'sum' || (index > 0 && isNegative(inner));
  return isNegative(inner) || isScientific(inner) || ['sum', 'product', 'fraction', 'power'].includes(inner.is);
}

/** Between factors: × where there are numbers, · where there are symbols alone. @param {Formula[]} factors */
export function timesSign(factors) {
  return factors.some((factor) => containsNumber(factor)) ? '×' : '·';
}

/** @param {Formula} formula @returns {boolean} */
function containsNumber(formula) {
  const inner = bare(formula);
  if (inner.is === 'number') return true;
  if (inner.is === 'sum') return inner.terms.some(containsNumber);
  if (inner.is === 'product') return inner.factors.some(containsNumber);
  if (inner.is === 'fraction') return containsNumber(inner.over) || containsNumber(inner.under);
  if (inner.is === 'power') return containsNumber(inner.base);
  if (inner.is === 'negative') return containsNumber(inner.of);
  return inner.is === 'call' && inner.args.some(containsNumber);
}

/** The digits and the power of ten of a number: "1.23e−5" has both. @param {string} text */
export function scientific(text) {
  const [digits, exponent = ''] = text.split('e');
  return { digits, exponent };
}
