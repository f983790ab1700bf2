import { createBuckets } from './buckets.js';

/**
 * The losses of a run in the form in which they are drawn. They are read once, never copied: a run may have a million of
 * them, and the curve is drawn anew every frame while it plays.
 */

/**
 * @typedef {object} Extremes over the finite losses
 * @property {number} min Infinity if there is none
 * @property {number} minStep
 * @property {number} minPositive Infinity if there is none
 * @property {number} max -Infinity if there is none
 * @property {number} finite how many losses are
 * @property {number} notPositive how many of them cannot stand on a logarithmic axis
 * @property {number} firstMissing the first step whose loss is not finite, -1 if there is none
 */

/** @returns {Extremes} */
function nothing() {
  return {
    min: Infinity,
    minStep: -1,
    minPositive: Infinity,
    max: -Infinity,
    finite: 0,
    notPositive: 0,
    firstMissing: -1,
  };
}

/** @param {Extremes} extremes @param {number} step @param {number} loss */
function include(extremes, step, loss) {
  if (!Number.isFinite(loss)) {
    if (extremes.firstMissing < 0) extremes.firstMissing = step;
    return;
  }
  extremes.finite++;
  if (loss < extremes.min) {
    extremes.min = loss;
    extremes.minStep = step;
  }
  if (loss > extremes.max) extremes.max = loss;
  if (loss > 0) extremes.minPositive = Math.min(extremes.minPositive, loss);
  else extremes.notPositive++;
}

export function createSeries() {
  /** @type {number[] | null} */
  let source = null;
  let counted = 0;
  /** The loss of the furthest step, which is not among the losses yet. @type {{ step: number, loss: number } | null} */
  let tail = null;
  let settled = nothing();

  const buckets = createBuckets();

  const series = {
    /** The furthest step there is a loss of, -1 if there is none. */
    last: -1,
    extremes: settled,
    /** Another number whenever there is something else to draw. */
    version: 0,

    /**
     * @param {number[]} losses may have grown since the last call; another array is another run
     * @param {{ step: number, loss: number }} frame
     */
    update(losses, frame) {
      let changed = counted !== losses.length;
      if (losses !== source || losses.length < counted) {
        source = losses;
        counted = 0;
        tail = null;
        settled = nothing();
        buckets.clear();
        changed = true;
      }
      const { last } = series;
      const tailLoss = tail?.loss;
      for (; counted < losses.length; counted++) {
        buckets.add(counted, losses[counted]);
        include(settled, counted, losses[counted]);
      }
      if (frame.step === counted) tail = { step: frame.step, loss: frame.loss };
      else if (tail && tail.step !== counted) tail = null;
      series.extremes = settled;
      series.last = tail ? tail.step : counted - 1;
      if (tail) {
        series.extremes = { ...settled };
        include(series.extremes, tail.step, tail.loss);
      }
      if (changed || series.last !== last || !Object.is(tail?.loss, tailLoss)) series.version++;
    },

    /**
     * The curve: steps, and their losses, null where there is a gap.
     * @param {import('../types.d.ts').Axis} axis
     */
    points(axis) {
      const [steps, losses] = buckets.points(axis);
      if (tail) {
        const visible = Number.isFinite(tail.loss) && (axis === 'linear' || tail.loss > 0);
        steps.push(tail.step);
        losses.push(visible ? tail.loss : null);
      }
      return [steps, losses];
    },

    /** The loss of a step, undefined if it was not reached. @param {number} step */
    at(step) {
      return step < counted ? source?.[step] : tail?.step === step ? tail.loss : undefined;
    },
  };

  return series;
}
