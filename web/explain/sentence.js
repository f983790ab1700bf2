import { h } from '../dom.js';
import { signClass } from '../panels/cells.js';
import { formatSmall } from '../numbers.js';
import { inlineFormula } from './formula-block.js';

/**
 * @typedef {import('./answers.d.ts').Explanation} Explanation
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {import('./surroundings.js').Surroundings} Surroundings
 * @typedef {ReturnType<typeof import('./symbols.js').symbolsFor>} Symbols
 */

/**
 * Text with symbols and numbers in it.
 * @typedef {(string | Node)[]} Sentence
 */

/**
 * Why a gradient is what it is, in words.
 * @param {Explanation} why
 * @param {Surroundings} around
 * @param {Symbols} symbols
 * @returns {Sentence}
 */
export function gradientInWords({ node, gradient }, around, symbols) {
  const { terms, start, overwritten, from } = gradient;
  const own = () => inlineFormula(symbols.of(node));
  const loss = () => inlineFormula(symbols.of(around.root));
  const count = terms.length + (gradient.rest?.count ?? 0);
  if (start === 'root') return ['It is what all gradients here are of: when it rises by 1, it rises by 1.'];
  if (count === 0 && from === 0)
    return ['Nothing that leads to ', loss(), ' uses it, so ', loss(), ' does not move with it.'];
  const carried = from === 0 ? '' : ' Gradients are not set to zero here, so what earlier steps left is added too.';
  if (count === 0) return [carried.trim()];
  if (count > 1) {
    const places = [
      own(),
      ` is used in ${count.toLocaleString('en')} places, and each hands back its part of the gradient. `,
    ];
    if (overwritten)
      return [
        ...places,
        'Here every part overwrites the one before, so only the last is left: a wrong gradient. The parts have to be added up.',
      ];
    return [...places, `The parts add up.${carried}`];
  }
  const [{ consumer, upstream, partial, product }] = terms;
  if (consumer === around.root) return ['As ', own(), ' rises, ', loss(), ...moves(partial), '.', carried];
  const next = () => inlineFormula(symbols.of(consumer));
  if (partial === 0)
    return ['As ', own(), ' rises a little, ', next(), ' stays where it is, so ', loss(), ' does too.', carried];
  if (upstream === 0)
    return [loss(), ' does not move with ', next(), ', so it does not move with ', own(), ' either.', carried];
  return [
    ...['As ', own(), ' rises, ', next(), ...moves(partial), '; as ', next(), ' rises, ', loss(), ...moves(upstream)],
    ...['. Multiplied: as ', own(), ' rises, ', loss(), ...moves(product), '.', carried],
  ];
}

/** "falls 2.0000 times as fast". @param {number} rate @returns {Sentence} */
function moves(rate) {
  if (rate === 0) return [' stays where it is'];
  if (rate === 1) return [' rises just as fast'];
  if (rate === -1) return [' falls just as fast'];
  return [rate < 0 ? ' falls ' : ' rises ', numberIn(Math.abs(rate), rate), ' times as fast'];
}

/** A number inside a sentence. @param {number} x @param {number} [sign] whose colour it has */
export function numberIn(x, sign = x) {
  return h('span', { class: `number ${signClass(formatSmall(sign))}` }, formatSmall(x));
}
