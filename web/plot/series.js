/**
 * The losses of a run in the form in which they are drawn. They are appended to, never copied: a run may have a hundred
 * thousand of them, and the curve is drawn anew every frame while it plays.
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

  const series = {
    /** @type {number[]} */
    steps: [],
    /** null where there is a gap. @type {(number | null)[]} */
    linear: [],
    /** As linear, without what is not above 0. @type {(number | null)[]} */
    log: [],
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
        changed = true;
      }
      const length = series.steps.length;
      const tailLoss = tail?.loss;
      cut(counted);
      for (; counted < losses.length; counted++) {
        add(counted, losses[counted]);
        include(settled, counted, losses[counted]);
      }
      if (frame.step === counted) tail = { step: frame.step, loss: frame.loss };
      else if (tail && tail.step !== counted) tail = null;
      series.extremes = settled;
      if (tail) {
        add(tail.step, tail.loss);
        series.extremes = { ...settled };
        include(series.extremes, tail.step, tail.loss);
      }
      if (changed || series.steps.length !== length || !Object.is(tail?.loss, tailLoss)) series.version++;
    },

    /** The loss of a step, undefined if it was not reached. @param {number} step */
    at(step) {
      return step < counted ? source?.[step] : tail?.step === step ? tail.loss : undefined;
    },
  };

  /** @param {number} length */
  function cut(length) {
    series.steps.length = series.linear.length = series.log.length = length;
  }

  /** @param {number} step @param {number} loss */
  function add(step, loss) {
    series.steps.push(step);
    series.linear.push(Number.isFinite(loss) ? loss : null);
    series.log.push(Number.isFinite(loss) && loss > 0 ? loss : null);
  }

  return series;
}
