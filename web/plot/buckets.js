/**
 * The losses of a run, a bucket for every so many steps, so that a curve of any length is drawn from a few thousand points: of
 * each bucket its smallest and its largest loss, which are all that a pixel can show.
 */

/** From so many buckets on two become one; a curve is never drawn from less than half as many, which is more than it has pixels. */
const MOST_BUCKETS = 2048;

/** A number for each bucket, and the step that has it: the first, if several do; -1 if none does. @param {number} most */
function column(most) {
  return { loss: new Float64Array(most), step: new Int32Array(most).fill(-1) };
}

/** @typedef {ReturnType<typeof column>} Column */
/** @typedef {(loss: number, than: number) => boolean} Better */

/** @type {Better} */
const smaller = (loss, than) => loss < than;
/** @type {Better} */
const larger = (loss, than) => loss > than;
/** @type {Better} */
const neither = () => false;

/** @param {Column} column @param {number} i @param {number} step @param {number} loss @param {Better} better */
function take(column, i, step, loss, better) {
  if (column.step[i] >= 0 && !better(loss, column.loss[i])) return;
  column.loss[i] = loss;
  column.step[i] = step;
}

/** Two and two become one. @param {Column} column @param {number} count @param {Better} better */
function halve(column, count, better) {
  const { loss, step } = column;
  for (let i = 0; i < count; i += 2) {
    const [first, second] = [i >> 1, i + 1];
    loss[first] = loss[i];
    step[first] = step[i];
    if (second < count && step[second] >= 0) take(column, first, step[second], loss[second], better);
  }
  step.fill(-1, (count + 1) >> 1);
}

export function createBuckets(most = MOST_BUCKETS) {
  const low = column(most);
  const high = column(most);
  /** The smallest above 0, for a logarithmic axis. */
  const positive = column(most);
  /** The first that is not finite. */
  const missing = column(most);
  let count = 0;
  let size = 1;

  function merge() {
    halve(low, count, smaller);
    halve(high, count, larger);
    halve(positive, count, smaller);
    halve(missing, count, neither);
    count = (count + 1) >> 1;
    size *= 2;
  }

  return {
    /** The loss of the step after the last. @param {number} step @param {number} loss */
    add(step, loss) {
      if (step === most * size) merge();
      const i = Math.floor(step / size);
      count = i + 1;
      if (!Number.isFinite(loss)) {
        take(missing, i, step, loss, neither);
        return;
      }
      take(low, i, step, loss, smaller);
      take(high, i, step, loss, larger);
      if (loss > 0) take(positive, i, step, loss, smaller);
    },

    clear() {
      for (const each of [low, high, positive, missing]) each.step.fill(-1);
      count = 0;
      size = 1;
    },

    /**
     * What is drawn, from left to right; null is a gap.
     * @param {import('../types.d.ts').Axis} axis a logarithmic one has no place for what is not above 0
     * @returns {[number[], (number | null)[]]} steps, and their losses
     */
    points(axis) {
      /** @type {number[]} */
      const steps = [];
      /** @type {(number | null)[]} */
      const losses = [];
      const bottom = axis === 'log' ? positive : low;
      for (let i = 0; i < count; i++) {
        const [a, b] = [bottom.step[i], high.step[i]];
        if (a < 0) {
          steps.push(i * size);
          losses.push(null);
          continue;
        }
        steps.push(Math.min(a, b));
        losses.push(a < b ? bottom.loss[i] : high.loss[i]);
        if (a !== b) {
          steps.push(Math.max(a, b));
          losses.push(a < b ? high.loss[i] : bottom.loss[i]);
        }
        if (missing.step[i] > Math.max(a, b)) {
          steps.push(missing.step[i]);
          losses.push(null);
        }
      }
      return [steps, losses];
    },
  };
}
