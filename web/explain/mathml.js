import { signClass } from '../panels/cells.js';
import { fence, needsParentheses, scientific, timesSign } from './formula.js';

/**
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {import('./formula.js').Line} Line
 */

const NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/**
 * An element of MathML.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Element | string)} children
 */
function m(tag, attributes, ...children) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== '') element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} sign */
const operator = (sign) => m('mo', {}, sign);

/**
 * A formula as a <math> element.
 * @param {Formula} formula
 * @param {boolean} [block] a line of its own, with fractions in full size
 */
export function mathml(formula, block = false) {
  return m('math', block ? { display: 'block' } : {}, write(formula));
}

/**
 * @param {Formula} formula
 * @returns {Element}
 */
function write(formula) {
  switch (formula.is) {
    case 'number':
      return numeral(formula.text, formula.tint ? signClass(formula.text) : '');
    case 'attribute':
      return m('mrow', {}, write(formula.of), m('mtext', {}, `.${formula.name}`));
    case 'symbol':
      return formula.below ? m('msub', {}, name(formula.name), name(formula.below)) : name(formula.name);
    case 'sum':
      return row(formula.terms, 'term', formula.sign, formula.sign);
    case 'product':
      return row(formula.factors, 'factor', timesSign(formula.factors));
    case 'fraction':
      return m('mfrac', {}, write(formula.over), write(formula.under));
    case 'power':
      return m('msup', {}, fenced(formula.base, 'base', 0), write(formula.exponent));
    case 'negative':
      return m('mrow', {}, m('mo', { form: 'prefix' }, '−'), fenced(formula.of, 'factor', 1));
    case 'series':
      return m('mrow', {}, m('munder', {}, operator('∑'), write(formula.over)), fenced(formula.of, 'term', 1));
    case 'fence':
      return parentheses(write(formula.of));
    case 'call':
      return call(formula.name, formula.args);
    case 'derivative':
      return m('mfrac', {}, partial(formula.of), partial(formula.by));
    case 'equation':
      return m('mrow', {}, ...separated(formula.sides.map(write), '='));
    case 'lines':
      return table(formula.lines);
    case 'linked':
      return m('mrow', { class: 'to-node', 'data-node': formula.node, 'data-title': formula.title }, write(formula.of));
    case 'braced':
      return m(
        'munder',
        {},
        m('munder', {}, write(formula.of), m('mo', { stretchy: 'true' }, '⏟')),
        m('mtext', { class: 'under' }, formula.text),
      );
  }
}

/** @param {Element[]} parts @param {string} sign */
function separated(parts, sign) {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [operator(sign), part]));
}

/** @param {Formula[]} parts @param {'term' | 'factor'} place @param {string} between @param {string} [sign] */
function row(parts, place, between, sign) {
  return m('mrow', {}, ...separated(parts.map((part, i) => fenced(part, place, i, sign)), between)); // prettier-ignore
}

/** @param {Formula} part @param {'term' | 'factor' | 'base'} place @param {number} index @param {string} [sign] */
function fenced(part, place, index, sign) {
  return write(needsParentheses(part, place, index, sign) ? fence(part) : part);
}

/** @param {...Element} inner */
function parentheses(...inner) {
  return m('mrow', {}, m('mo', { form: 'prefix' }, '('), ...inner, m('mo', { form: 'postfix' }, ')'));
}

/** @param {string} text @param {string} tint a class */
function numeral(text, tint) {
  const { digits, exponent } = scientific(text);
  if (!exponent) return m('mn', { class: tint }, digits);
  const ten = m('msup', {}, m('mn', {}, '10'), m('mn', {}, exponent));
  return m('mrow', { class: tint }, m('mn', {}, digits), operator('×'), ten);
}

/** @param {string} text */
function name(text) {
  if (text === 'ŷ') return m('mover', { accent: 'true' }, m('mi', {}, 'y'), m('mo', { stretchy: 'false' }, '^'));
  return m(/^\d+$/.test(text) ? 'mn' : 'mi', {}, text);
}

/** @param {Formula} of */
function partial(of) {
  // Without a form of its own the sign would stand apart from its letter.
  return m('mrow', {}, m('mo', { class: 'partial', lspace: '0', rspace: '0' }, '∂'), write(of));
}

/** @param {string} functionName @param {Formula[]} args */
function call(functionName, args) {
  const written = separated(args.map(write), ',');
  if (functionName === 'sqrt') return m('msqrt', {}, ...written);
  if (functionName === 'abs') return m('mrow', {}, bar('prefix'), ...written, bar('postfix'));
  // An invisible "function of", which is read aloud.
  return m('mrow', {}, m('mi', {}, functionName), operator('\u2061'), parentheses(...written));
}

/** @param {'prefix' | 'postfix'} form */
function bar(form) {
  return m('mo', { form, stretchy: 'true' }, '|');
}

/** @param {Line[]} lines */
function table(lines) {
  const cell = (/** @type {string} */ side, /** @type {(Element | string)[]} */ ...inner) =>
    m('mtd', { class: side }, ...inner);
  return m(
    'mtable',
    { class: 'aligned', displaystyle: 'true' },
    ...lines.map(({ left, sign, right }) =>
      m(
        'mtr',
        {},
        cell('left', ...(left ? [write(left)] : [])),
        cell('sign', operator(sign)),
        cell('right', write(right)),
      ),
    ),
  );
}
