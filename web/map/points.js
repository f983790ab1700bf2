/**
 * Samples as values: every function answers new ones and changes nothing.
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('./plane.js').Plane} Plane
 */

/** So many different targets are classes that one can choose from; more are a scale. */
const MOST_CLASSES = 10;

/**
 * The targets that a sample can have, one of each class: those that the samples have, from the lowest on, or one class after the
 * other where each has an output of its own; [] if they are too many to be classes.
 * @param {readonly Sample[]} samples
 * @returns {number[][]}
 */
export function targetsOf(samples) {
  const outputs = samples[0].y.length;
  if (outputs > 1) return samples[0].y.map((_, k) => samples[0].y.map((_, j) => Number(j === k)));
  const targets = new Set();
  for (const { y } of samples) {
    targets.add(y[0]);
    if (targets.size > MOST_CLASSES) return [];
  }
  return [...targets].sort((a, b) => a - b).map((target) => [target]);
}

/**
 * What a network decides: a target of those that there are.
 * @param {number[][]} targets as of targetsOf
 * @param {readonly number[]} outputs
 * @param {number} middle on the sides of which two targets lie
 */
export function decided(targets, outputs, middle) {
  if (outputs.length > 1) return targets[outputs.indexOf(Math.max(...outputs))];
  if (targets.length === 2) return targets[outputs[0] > middle ? 1 : 0];
  const off = targets.map(([target]) => Math.abs(target - outputs[0]));
  return targets[off.indexOf(Math.min(...off))];
}

/**
 * What would be right at a place, as far as one can guess: the target of the nearest sample, of those that the network does not
 * give there.
 * @param {readonly Sample[]} samples
 * @param {readonly number[]} x
 * @param {number[] | null} given
 */
export function rightAt(samples, x, given) {
  const others = samples.filter(({ y }) => y.join() !== given?.join());
  const distance = (/** @type {Sample} */ sample) => Math.hypot(...sample.x.map((value, i) => value - x[i]));
  const nearest = (others.length > 0 ? others : samples).reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return nearest.y;
}

/**
 * @param {readonly Sample[]} samples
 * @param {Sample} sample
 * @param {number} most so many samples there can be
 * @returns {readonly Sample[]} the same ones if there can be no more
 */
export function withPoint(samples, sample, most) {
  return samples.length < most ? [...samples, sample] : samples;
}

/**
 * @param {readonly Sample[]} samples
 * @param {number} index
 * @returns {readonly Sample[]} the same ones if it is the last: a run needs something to learn from
 */
export function withoutPoint(samples, index) {
  return samples.length > 1 && index >= 0 ? samples.toSpliced(index, 1) : samples;
}

/**
 * @param {readonly Sample[]} samples
 * @param {number} index
 * @param {number[]} x
 * @returns {readonly Sample[]}
 */
export function movedPoint(samples, index, x) {
  return samples.with(index, { ...samples[index], x });
}

/**
 * A place within a plane, in as few digits as tell pixels apart: it is written into addresses.
 * @param {Plane} plane
 * @param {readonly number[]} place
 * @returns {number[]}
 */
export function placeOn({ left, right, bottom, top }, [x1, x2]) {
  return [rounded(x1, left, right), rounded(x2, bottom, top)];
}

/** @param {number} value @param {number} low @param {number} high */
function rounded(value, low, high) {
  const digits = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(high - low))));
  return Number(Math.min(high, Math.max(low, value)).toFixed(digits)) + 0;
}

/**
 * The nearest sample, or -1 if none is near enough.
 * @param {readonly Sample[]} samples
 * @param {(inputs: readonly number[]) => { x: number, y: number }} toPixel
 * @param {{ x: number, y: number }} pixel
 * @param {number} near pixels
 */
export function nearestTo(samples, toPixel, pixel, near) {
  let best = -1;
  let nearest = near;
  samples.forEach(({ x }, i) => {
    const place = toPixel(x);
    const distance = Math.hypot(place.x - pixel.x, place.y - pixel.y);
    if (distance < nearest) [best, nearest] = [i, distance];
  });
  return best;
}
