import { fence, needsParentheses, timesSign } from './formula.js';

/**
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {import('./formula.js').Line} Line
 */

/**
 * A formula as plain text: "∂L/∂w1 = −0.4472 × 2.0000". Aligned lines stay aligned in a monospaced face.
 * @param {Formula} formula
 * @returns {string}
 */
export function plainText(formula) {
  switch (formula.is) {
    case 'number':
      return formula.text;
    case 'attribute':
      return `${plainText(formula.of)}.${formula.name}`;
    case 'symbol':
      return formula.name + formula.below;
    case 'sum':
      return join(formula.terms, 'term', ` ${formula.sign} `, formula.sign);
    case 'product':
      return join(formula.factors, 'factor', ` ${timesSign(formula.factors)} `);
    case 'fraction':
      return `${side(formula.over, 0)}/${side(formula.under, 1)}`;
    case 'power':
      return `${fenced(formula.base, 'base', 0)}^${side(formula.exponent, 1)}`;
    case 'negative':
      return `−${fenced(formula.of, 'factor', 1)}`;
    case 'series':
      return `Σ_${plainText(formula.over)} ${fenced(formula.of, 'term', 1)}`;
    case 'fence':
      return `(${plainText(formula.of)})`;
    case 'call':
      return `${formula.name}(${formula.args.map(plainText).join(', ')})`;
    case 'derivative':
      return `∂${plainText(formula.of)}/∂${plainText(formula.by)}`;
    case 'equation':
      return formula.sides.map(plainText).join(' = ');
    case 'lines':
      return lines(formula.lines);
    case 'linked':
    case 'braced':
      return plainText(formula.of);
  }
}

/** @param {Formula[]} parts @param {'term' | 'factor'} place @param {string} between @param {string} [sign] */
function join(parts, place, between, sign) {
  return parts.map((part, i) => fenced(part, place, i, sign)).join(between);
}

/** @param {Formula} part @param {'term' | 'factor' | 'base'} place @param {number} index @param {string} [sign] */
function fenced(part, place, index, sign) {
  return plainText(needsParentheses(part, place, index, sign) ? fence(part) : part);
}

/** One side of a slash or an exponent: on a line, more than one word of it needs parentheses. @param {Formula} part @param {number} index */
function side(part, index) {
  const text = plainText(part);
  const whole = /^[^\s/^]*$/.test(text) && !(index > 0 && text.startsWith('−'));
  return whole ? text : `(${text})`;
}

/** @param {Line[]} all */
function lines(all) {
  const lefts = all.map(({ left }) => (left ? plainText(left) : ''));
  const width = Math.max(...lefts.map((left) => left.length));
  return all.map(({ sign, right }, i) => `${lefts[i].padEnd(width)} ${sign} ${plainText(right)}`).join('\n');
}
