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
 *   moments?: Moments | null, velocity?: { before: number, v: number } | null,
 *   square?: { before: number, v: number, step: number } | null }} Row
 * @typedef {{ beta1: number, beta2: number, epsilon: number, weightDecay: number, firstCorrection: number,
 *   secondCorrection: number }} Adam
 * @typedef {{ optimizer: string, rate: number, adam?: Adam | null, momentum?: number | null,
 *   rmsProp?: { beta2: number, epsilon: number } | null, parameters: Row[], stopped?: { message: string } | null }} Update
 *   the answer to "update"
 */

/**
 * What the next update does to one parameter, with the numbers in it.
 * @param {Update} update
 * @param {Row} row
 * @returns {Formula}
 */
export function updateFormula(update, row) {
  const { rate, adam } = update;
  const { value, gradient, next, moments } = row;
  if (update.optimizer === 'momentum') return withMomentum(update, row);
  if (update.optimizer === 'rmsprop') return withRmsProp(update, row);
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
    ...(update.optimizer === 'adam'
      ? [newValue(number(value), rate, number(step))]
      : [
          decayed(equal(product(plain(weightDecay), number(value)), number(decay))),
          newValue(number(value), rate, sum(number(step), number(decay))),
        ]),
    [null, '=', number(next)],
  );
}

/** @typedef {[Formula | null, string, Formula]} Line */

/** @param {Formula} value @param {number} rate @param {Formula} step @returns {Line} */
const newValue = (value, rate, step) => [symbol('new'), '=', difference(value, product(plain(rate), step))];

/** @param {Formula} decay @returns {Line} */
const decayed = (decay) => [symbol('decay'), '=', decay];

/** @param {Update} update @param {Row} row */
function withMomentum({ rate, momentum }, { value, gradient, next, velocity }) {
  const { before, v } = velocity ?? { before: 0, v: gradient };
  return aligned(
    [symbol('v'), '=', sum(product(plain(momentum ?? 0), number(before)), number(gradient))],
    [null, '=', number(v)],
    newValue(number(value), rate, number(v)),
    [null, '=', number(next)],
  );
}

/** @param {Update} update @param {Row} row */
function withRmsProp({ rate, rmsProp }, { value, gradient, next, square }) {
  const { beta2, epsilon } = rmsProp ?? { beta2: 0, epsilon: 0 };
  const { before, v, step } = square ?? { before: 0, v: 0, step: 0 };
  const root = sum(call('sqrt', number(v)), plain(epsilon));
  return aligned(
    [symbol('v'), '=', sum(product(plain(beta2), number(before)), product(rest(beta2), power(number(gradient), constant(2))))], // prettier-ignore
    [null, '=', number(v)],
    [symbol('step'), '=', equal(fraction(number(gradient), root), number(step))],
    newValue(number(value), rate, number(step)),
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
export function updateCode({ optimizer, rate }) {
  return `p.data -= ${plainCode(rate)} * ${STEPS[optimizer] ?? 'p.grad'}`;
}

/** What the learning rate is multiplied with. @type {Record<string, string>} */
const STEPS = { momentum: 'v', rmsprop: 'step', adam: 'step', adamw: '(step + decay)' };

/** As Python writes it. @param {number} x */
const plainCode = (x) => precise(x).replaceAll('−', '-');

/**
 * What the update means, in a sentence.
 * @param {Update} update
 * @param {Row} row
 * @returns {string}
 */
export function updateInWords({ optimizer }, { gradient, derivative, change }) {
  if (!Number.isFinite(gradient)) return 'Its gradient is not a finite number: the update would make it one too.';
  if (optimizer === 'momentum')
    return 'Its velocity v keeps a part of itself and receives the gradient: it rolls on where gradients agree, and they cancel where they do not.';
  if (optimizer === 'rmsprop')
    return 'RMSProp divides the gradient by the size of the latest ones, √v, so that every parameter moves in steps of about the same size.';
  if (optimizer === 'adam' || optimizer === 'adamw') {
    const name = optimizer === 'adam' ? 'Adam' : 'AdamW';
    return `${name} goes against the mean of the latest gradients, m, in steps of about the same size: it divides by their size, √v.`;
  }
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
