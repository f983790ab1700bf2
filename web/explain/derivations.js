import {
  aligned,
  attribute,
  braced,
  constant,
  derivative,
  equal,
  fence,
  linked,
  number,
  product,
  series,
  sum,
  symbol,
} from './formula.js';
import { localDerivative, operation } from './operation.js';
import { symbolsFor } from './symbols.js';

/**
 * @typedef {import('./answers.d.ts').Explanation} Explanation
 * @typedef {import('./answers.d.ts').Term} Term
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {import('./symbols.js').Named} Named
 * @typedef {import('./surroundings.js').Surroundings} Surroundings
 * @typedef {ReturnType<typeof symbolsFor>} Symbols
 * @typedef {Parameters<typeof aligned>[number]} Line
 * @typedef {{ formula: Formula, symbols: Symbols }} Derivation
 */

/** With so many uses, each stands in symbols too; with more, a sign of summation stands for them all. */
const IN_SYMBOLS = 2;

/**
 * How a value was computed: in symbols, with the numbers, and the result. Null for what was not computed.
 * @param {Explanation} why
 * @param {Surroundings} around
 * @returns {Derivation | null}
 */
export function valueDerivation({ node, label, value }, around) {
  if (value.operands.length === 0) return null;
  const operands = value.operands.map(({ id, label: name }) => around.node(id) ?? { id, op: '', label: name });
  const symbols = symbolsFor(around.names, [{ id: node, op: value.op, label }, ...operands]);
  const inSymbols = value.operands.map(({ id }) => symbols.of(id));
  const inNumbers = value.operands.map(({ id, data }) => linked(id, around.words(id), number(data)));
  return {
    formula: aligned(
      [symbols.of(node), '=', operation(value.op, inSymbols)],
      [null, '=', operation(value.op, inNumbers)],
      [null, '=', number(value.data)],
    ),
    symbols,
  };
}

/**
 * How a gradient came together: the chain rule in symbols, with the numbers, and the result.
 * @param {Explanation} why
 * @param {Surroundings} around
 * @returns {Derivation}
 */
export function gradientDerivation(why, around) {
  const { gradient } = why;
  const { terms, start } = gradient;
  const symbols = symbolsFor(around.names, involved(why, around));
  const own = symbols.of(why.node);
  const slope = derivative(symbols.of(around.root), own);
  // With more in it, or less, than this pass gives, it is no derivative: only what the program keeps.
  const isSlope = start !== 'carried' && !gradient.overwritten;
  const held = isSlope ? slope : attribute(own, 'grad');
  if (terms.length === 0) {
    const whole = start === 'root' ? constant(gradient.gradient) : number(gradient.gradient);
    return { formula: equal(held, whole), symbols };
  }
  const inSymbols = gradient.overwritten
    ? []
    : inFew(why)
      ? symbolic(why, around, symbols)
      : general(why, around, symbols);
  const inNumbers = numeric(gradient, around);
  const lines = [...inSymbols, ...inNumbers, /** @type {Line} */ ([null, '=', number(gradient.gradient)])];
  if (!isSlope) inNumbers[0][0] = held;
  if (isSlope || inSymbols.length > 0) lines[0][0] = slope;
  return { formula: aligned(...lines), symbols };
}

/**
 * Every use with its numbers, and what else the gradient holds.
 * @param {Explanation['gradient']} gradient @param {Surroundings} around
 * @returns {Line[]}
 */
function numeric({ terms, rest, from, overwritten }, around) {
  const withProduct = (/** @type {Term} */ term, /** @type {boolean} */ behind) =>
    equal(factors(term, around, behind), number(term.product));
  if (overwritten) return terms.map((term) => [null, '←', withProduct(term, false)]);
  /** @type {Line[]} */
  const lines = [[null, '=', terms.length > 1 ? withProduct(terms[0], false) : factors(terms[0], around)]];
  for (const term of terms.slice(1)) lines.push([null, '+', withProduct(term, true)]);
  if (rest) lines.push([null, '+', braced(added(rest.sum), `the other ${rest.count.toLocaleString('en')} together`)]);
  if (from !== 0) lines.push([null, '+', braced(added(from), 'from earlier steps')]);
  return lines;
}

/** @param {Explanation} why */
function inFew({ gradient }) {
  return gradient.terms.length <= IN_SYMBOLS && !gradient.rest;
}

/** The nodes whose symbols stand in the formula of a gradient. @param {Explanation} why @param {Surroundings} around @returns {Named[]} */
function involved(why, around) {
  const { node, label, value, gradient } = why;
  const root = around.node(around.root) ?? { id: around.root, op: '', label: 'loss' };
  const consumers = inFew(why) ? gradient.terms : [];
  return [
    root,
    { id: node, op: value.op, label },
    ...consumers.map(({ consumer, label: name, op }) => ({ id: consumer, op, label: name })),
    ...consumers.flatMap(({ consumer }) => around.operands(consumer)),
  ];
}

/**
 * The chain rule as it is written for one use or two: first with the local derivatives, then with what they are.
 * @param {Explanation} why @param {Surroundings} around @param {Symbols} symbols
 * @returns {Line[]}
 */
function symbolic({ node, gradient }, around, symbols) {
  const { terms } = gradient;
  const loss = symbols.of(around.root);
  const locals = terms.map(({ consumer, op, operand }) => {
    const operands = around.operands(consumer).map(({ id }) => symbols.of(id));
    return operands.length ? localDerivative(op, operands, operand, symbols.of(consumer)) : null;
  });
  // An operation that uses a value twice is one factor: the sum of its derivatives by both operands.
  const consumers = [...new Set(terms.map(({ consumer }) => consumer))];
  const rule = consumers.map((consumer) => derivative(symbols.of(consumer), symbols.of(node)));
  // What the loss itself is made of has no derivative above it to be multiplied with.
  const under = (/** @type {Formula[]} */ factors) =>
    sum(
      ...factors.map((factor, i) =>
        consumers[i] === around.root ? factor : product(derivative(loss, symbols.of(consumers[i])), factor),
      ),
    );
  const known = locals.every((local) => local !== null) ? /** @type {Formula[]} */ (locals) : null;
  /** @type {Line[]} */
  const lines = [];
  if (!consumers.includes(around.root)) lines.push([null, '=', under(rule)]);
  if (known)
    lines.push([
      null,
      '=',
      under(consumers.map((consumer) => sum(...known.filter((_, i) => terms[i].consumer === consumer)))),
    ]);
  return lines;
}

/** The chain rule for any number of uses. @param {Explanation} why @param {Surroundings} around @param {Symbols} symbols @returns {Line[]} */
function general({ node }, around, symbols) {
  const own = symbols.of(node);
  const use = symbol(own.is === 'symbol' && own.name === 'u' ? 'v' : 'u');
  return [[null, '=', series(use, product(derivative(symbols.of(around.root), use), derivative(use, own)))]];
}

/**
 * Upstream times local derivative, each a way to where it comes from.
 * @param {Term} term @param {Surroundings} around @param {boolean} [behind] whether a sign stands before it
 */
function factors({ consumer, op, operand, upstream, partial }, around, behind = false) {
  const above = linked(consumer, `${around.words(consumer)}, whose gradient this is`, number(upstream));
  // The local derivative of a product is its other factor.
  const other = op === '*' ? around.operands(consumer)[1 - operand] : undefined;
  const local = other ? linked(other.id, around.words(other.id), number(partial)) : number(partial);
  return product(behind && upstream < 0 ? fence(above) : above, local);
}

/** A number behind a sign. @param {number} x */
const added = (x) => (x < 0 ? fence(number(x)) : number(x));
