import { createSeries } from '../plot/series.js';

/**
 * @typedef {import('../types.d.ts').Variant} Variant
 * @typedef {import('../types.d.ts').Axis} Axis
 * @typedef {{ last: number, min: number, max: number }} Frame what all curves beside each other have in common
 */

/** The losses of variants in the form in which they are drawn; each is read once. */
export function createCurves() {
  /** @type {Map<number, ReturnType<typeof createSeries>>} */
  let known = new Map();

  /** @param {readonly Variant[]} variants */
  function update(variants) {
    known = new Map(variants.map(({ id }) => [id, known.get(id) ?? createSeries()]));
    for (const { id, losses, frame } of variants) {
      if (frame) known.get(id)?.update(losses, frame);
    }
  }

  return {
    update,

    /** Steps and losses; gaps are left out. @param {number} id @param {Axis} axis @returns {[number, number][]} */
    points(id, axis) {
      const series = known.get(id);
      if (!series) return [];
      const [steps, losses] = series.points(axis === 'log' ? 'log' : 'linear');
      return steps.flatMap((step, i) => {
        const loss = losses[i];
        return loss === null ? [] : [/** @type {[number, number]} */ ([step, loss])];
      });
    },

    /** From the smallest to the largest loss of all, and to the last step. @param {Axis} axis @returns {Frame} */
    frame(axis) {
      const frame = { last: 1, min: axis === 'log' ? Infinity : 0, max: -Infinity };
      for (const { last, extremes } of known.values()) {
        frame.last = Math.max(frame.last, last);
        frame.min = Math.min(frame.min, axis === 'log' ? extremes.minPositive : extremes.min);
        frame.max = Math.max(frame.max, extremes.max);
      }
      return frame;
    },
  };
}

/**
 * A curve as the path of an SVG, in a box of 100 by 100.
 * @param {[number, number][]} points
 * @param {Frame} frame
 * @param {Axis} axis
 */
export function pathOf(points, { last, min, max }, axis) {
  const height = (/** @type {number} */ loss) => (axis === 'log' ? Math.log10(loss) : loss);
  const [low, high] = [height(min), height(max)];
  const span = high - low || 1;
  return points
    .map(([step, loss], i) => {
      const x = (100 * step) / last;
      const y = 100 - (100 * (height(loss) - low)) / span;
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
    })
    .join('');
}
