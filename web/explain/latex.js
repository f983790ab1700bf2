import { fence, needsParentheses, scientific, timesSign } from './formula.js';

/**
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {import('./formula.js').Line} Line
 */

/** Signs that LaTeX spells. @type {Record<string, string>} */
const SIGNS = { '×': '\\times', '·': '\\cdot', '−': '-', '←': '\\leftarrow' };

/** @type {Record<string, string>} */
const LETTERS = { σ: '\\sigma', ξ: '\\xi', ŷ: '\\hat{y}' };

/** Functions that LaTeX knows by name. */
const KNOWN = ['tanh', 'exp', 'log', 'sin', 'cos', 'max', 'min'];

/** What LaTeX would take for a command, in text. @type {Record<string, string>} */
const ESCAPED = { '\\': '\\textbackslash{}', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}' };

/**
 * A formula as LaTeX, for math mode. Lines become an `aligned` of amsmath.
 * @param {Formula} formula
 * @returns {string}
 */
export function latex(formula) {
  switch (formula.is) {
    case 'number':
      return numeral(formula.text);
    case 'attribute':
      return `${latex(formula.of)}\\texttt{.${escape(formula.name)}}`;
    case 'symbol':
      return name(formula.name) + (formula.below && `_{${name(formula.below)}}`);
    case 'sum':
      return join(formula.terms, 'term', formula.sign === '−' ? ' - ' : ' + ', formula.sign);
    case 'product':
      return join(formula.factors, 'factor', ` ${SIGNS[timesSign(formula.factors)]} `);
    case 'fraction':
      return `\\frac{${latex(formula.over)}}{${latex(formula.under)}}`;
    case 'power':
      return `${fenced(formula.base, 'base', 0)}^{${latex(formula.exponent)}}`;
    case 'negative':
      return `-${fenced(formula.of, 'factor', 1)}`;
    case 'series':
      return `\\sum_{${latex(formula.over)}} ${fenced(formula.of, 'term', 1)}`;
    case 'fence':
      return `\\left(${latex(formula.of)}\\right)`;
    case 'call':
      return call(formula.name, formula.args.map(latex).join(', '));
    case 'derivative':
      return `\\frac{\\partial ${latex(formula.of)}}{\\partial ${latex(formula.by)}}`;
    case 'equation':
      return formula.sides.map(latex).join(' = ');
    case 'lines':
      return lines(formula.lines);
    case 'linked':
      return latex(formula.of);
    case 'braced':
      return `\\underbrace{${latex(formula.of)}}_{\\text{${escape(formula.text)}}}`;
  }
}

/** @param {Formula[]} parts @param {'term' | 'factor'} place @param {string} between @param {string} [sign] */
function join(parts, place, between, sign) {
  return parts.map((part, i) => fenced(part, place, i, sign)).join(between);
}

/** @param {Formula} part @param {'term' | 'factor' | 'base'} place @param {number} index @param {string} [sign] */
function fenced(part, place, index, sign) {
  return latex(needsParentheses(part, place, index, sign) ? fence(part) : part);
}

/** @param {string} text */
function numeral(text) {
  if (text === 'NaN') return '\\mathrm{NaN}';
  const { digits, exponent } = scientific(text.replaceAll('−', '-').replace('∞', '\\infty'));
  return exponent ? `${digits} \\times 10^{${exponent}}` : digits;
}

/** One letter is set in italics, more are set upright: side by side they would be a product. @param {string} text */
function name(text) {
  const [, letters, primes] = /** @type {RegExpExecArray} */ (/^(.*?)(′*)$/.exec(text));
  const written = LETTERS[letters] ?? (/^([a-zA-Z]|\d+)$/.test(letters) ? letters : `\\mathrm{${escape(letters)}}`);
  return written + primes.replaceAll('′', "'");
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[\\^~#$%&_{}]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`);
}

/** @param {string} functionName @param {string} args */
function call(functionName, args) {
  if (functionName === 'sqrt') return `\\sqrt{${args}}`;
  if (functionName === 'abs') return `\\left|${args}\\right|`;
  const written = KNOWN.includes(functionName) ? `\\${functionName}` : `\\operatorname{${escape(functionName)}}`;
  return `${written}\\left(${args}\\right)`;
}

/** @param {Line[]} all */
function lines(all) {
  const rows = all.map(
    ({ left, sign, right }) => `${left ? `${latex(left)} ` : ''}&${SIGNS[sign] ?? sign} ${latex(right)}`,
  );
  return `\\begin{aligned}\n  ${rows.join(' \\\\\n  ')}\n\\end{aligned}`;
}
