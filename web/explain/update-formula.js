import { precise } from '../numbers.js';
import {
  aligned,
  call,
  constant,
  difference,
  equal,
  fraction,
  number,
  power,
  product,
  sum,
  symbol,
} from './formula.js';

/**
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {{ mBefore: number, vBefore: number, m: number, v: number, mHat: number, vHat: number, step: number,
 *   decay: number }} Moments
 * @typedef {{ name: string, value: number, gradient: number, derivative?: number | null,
 *   change: number, next: number, edited?: number | null,
 *   moments?: Moments | null }} Row
 * @typedef {{ beta1: number, beta2: number, epsilon: number, weightDecay: number, firstCorrection: number,
 *   secondCorrection: number }} Adam
 * @typedef {{ rate: number, adam?: Adam | null, parameters: Row[], stopped?: { message: string } | null }} Update
 *   the answer to "update"
 */

/**
 * What the next update does to one parameter, with the numbers in it.
 * @param {Update} update
 * @param {Row} row
 * @returns {Formula}
 */
export function updateFormula({ rate, adam }, { value, gradient, next, moments }) {
  if (!adam || !moments) return equal(difference(number(value), product(plain(rate), number(gradient))), number(next));
  const { beta1, beta2, epsilon, weightDecay, firstCorrection, secondCorrection } = adam;
  const { mBefore, vBefore, m, v, mHat, vHat, step, decay } = moments;
  return aligned(
    [symbol('m'), '=', sum(product(plain(beta1), number(mBefore)), product(rest(beta1), number(gradient)))],
    [null, '=', number(m)],
    [symbol('v'), '=', sum(product(plain(beta2), number(vBefore)), product(rest(beta2), power(number(gradient), constant(2))))], // prettier-ignore
    [null, '=', number(v)],
    [symbol('m̂'), '=', equal(fraction(number(m), short(firstCorrection)), number(mHat))],
    [symbol('v̂'), '=', equal(fraction(number(v), short(secondCorrection)), number(vHat))],
    [symbol('step'), '=', equal(fraction(number(mHat), sum(call('sqrt', number(vHat)), plain(epsilon))), number(step))],
    [symbol('decay'), '=', equal(product(plain(weightDecay), number(value)), number(decay))],
    [symbol('new'), '=', difference(number(value), product(plain(rate), sum(number(step), number(decay))))],
    [null, '=', number(next)],
  );
}

/** A setting, or what follows from settings: with its digits, and without a colour. @param {number} x @returns {Formula} */
const plain = (x) => ({ is: 'number', text: precise(x), tint: false });

/** @param {number} x @returns {Formula} */
const short = (x) => plain(Number(x.toPrecision(6)));

/** @param {number} beta @returns {Formula} */
const rest = (beta) => difference(constant(1), plain(beta));

/**
 * The update as the notebook writes it.
 * @param {Update} update
 */
export function updateCode({ rate, adam }) {
  return adam ? `p.data -= ${plainCode(rate)} * (step + decay)` : `p.data -= ${plainCode(rate)} * p.grad`;
}

/** As Python writes it. @param {number} x */
const plainCode = (x) => precise(x).replaceAll('−', '-');

/**
 * What the update means, in a sentence.
 * @param {Update} update
 * @param {Row} row
 * @returns {string}
 */
export function updateInWords({ adam }, { gradient, derivative, change }) {
  if (!Number.isFinite(gradient)) return 'Its gradient is not a finite number: the update would make it one too.';
  if (adam)
    return 'AdamW goes against the mean of the latest gradients, m, in steps of about the same size: it divides by their size, √v.';
  if (gradient === 0) return 'Its gradient is 0: the update leaves it where it is.';
  const way = gradient < 0 ? 'up' : 'down';
  const tiny = change === 0 ? ' But the step is too small to change any digit of it.' : '';
  return `Value minus learning rate times gradient. ${reason(gradient, derivative ?? gradient, way)}${tiny}`;
}

/** Where gradients are not set to zero, what earlier steps left can be larger than the slope. @param {number} gradient @param {number} slope @param {string} way */
function reason(gradient, slope, way) {
  const loss = slope === 0 ? 'does not change' : slope < 0 ? 'falls' : 'rises';
  if (Math.sign(slope) === Math.sign(gradient)) return `The loss ${loss} as it grows, so it goes ${way}.`;
  const turned = slope === 0 ? 'only because of' : 'because of';
  return `The loss ${loss} as it grows, and yet it goes ${way}, ${turned} what earlier steps left in its gradient.`;
}
