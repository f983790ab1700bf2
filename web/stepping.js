import { inForce } from './recipe.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').State} State
 * @typedef {import('./moments.js').Moments} Moments
 *
 * What one step on is: an update, which is by a batch; all the updates of an epoch; or the next sample of the batch, and after
 * its last the update.
 * @typedef {import('./types.d.ts').Unit} Unit
 */

/** @type {Record<Unit, string>} */
export const UNITS = { batch: 'step', epoch: 'epoch', sample: 'sample' };

/**
 * @param {Store} store
 * @param {Moments} moments
 * @param {(state: Readonly<State>, step: number) => Promise<number[]>} batchOf the samples of the batch that the update of a step uses, in order
 */
export function createStepping(store, moments, batchOf) {
  /** @param {1 | -1} direction */
  async function bySample(direction) {
    const state = store.get();
    const { step, sample } = moments.goal();
    const batch = await batchOf(state, step);
    const now = typeof sample === 'number' ? batch.indexOf(sample) : -1;
    const next = now < 0 ? (direction > 0 ? 0 : batch.length - 1) : now + direction;
    if (next >= 0 && next < batch.length) return moments.aim({ sample: batch[next] });
    const other = step + direction;
    if (other < 0 || other > state.limits.steps || (state.frame.stopped && direction > 0)) return;
    const beside = await batchOf(state, other);
    // Someone may have gone elsewhere meanwhile.
    if (moments.goal().recipe === state.recipe && moments.goal().step === step)
      moments.aim({ step: other, sample: direction > 0 ? beside[0] : beside[beside.length - 1] });
  }

  /** One step on or back, of the unit that was chosen. @param {1 | -1} direction */
  return async function go(direction) {
    store.set({ playing: false });
    const { unit, limits, frame, recipe, data } = store.get();
    const { step } = moments.goal();
    if (unit === 'sample') return bySample(direction);
    const to = unit === 'epoch' ? nextEpoch(step, direction, updatesOf(recipe, data, step)) : step + direction;
    const last = frame.stopped ? frame.step : limits.steps;
    moments.aim({ step: Math.min(Math.max(to, 0), last) });
  };
}

/** Of an epoch. @param {State['recipe']} recipe @param {State['data']} data @param {number} step */
export function updatesOf(recipe, data, step) {
  const size = /** @type {number | null} */ (inForce(recipe, 'training.batchSize', step) ?? null);
  return size === null ? 1 : Math.ceil(data.samples.length / size);
}

/** Where the next epoch begins, or the one before. @param {number} step @param {1 | -1} direction @param {number} updates of an epoch */
export function nextEpoch(step, direction, updates) {
  return direction > 0 ? (Math.floor(step / updates) + 1) * updates : (Math.ceil(step / updates) - 1) * updates;
}
