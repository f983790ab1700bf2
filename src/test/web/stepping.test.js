import { createStepping, nextEpoch, updatesOf } from '/web/stepping.js';
import { equal, ok } from '/tests/assert.js';
import { notebook } from '/tests/recipes.js';

/** A page at a step, whose batches are [0, 2] for even steps and [1, 3] for odd ones. @param {any} state */
function page({ step = 0, sample = 0, unit = 'sample', batchSize = 2, stopped = null }) {
  const recipe = { ...notebook, training: { ...notebook.training, batchSize } };
  const state = {
    ...{ recipe, unit, data: { samples: Array(4) }, limits: { steps: 100 }, frame: { step, stopped }, playing: true },
  };
  let goal = { recipe, step, sample };
  const store = { get: () => state, set: (/** @type {object} */ patch) => void Object.assign(state, patch) };
  const moments = { goal: () => goal, aim: (/** @type {object} */ patch) => void (goal = { ...goal, ...patch }) };
  const batchOf = async (/** @type {unknown} */ _, /** @type {number} */ k) => (k % 2 === 0 ? [0, 2] : [1, 3]);
  const go = createStepping(/** @type {any} */ (store), /** @type {any} */ (moments), batchOf);
  return {
    state,
    /** @param {1 | -1} direction */
    async after(direction) {
      await go(direction);
      return [goal.step, goal.sample];
    },
  };
}

export default {
  async 'by sample it goes through the batch, and after its last one makes the update'() {
    const { after, state } = page({});
    equal(await after(1), [0, 2]);
    equal(state.playing, false);
    equal(await after(1), [1, 1]);
    equal(await after(1), [1, 3]);
    equal(await after(-1), [1, 1]);
    equal(await after(-1), [0, 2]);
  },

  async 'a sample that is not in the batch is left for one that is'() {
    equal(await page({ sample: 3 }).after(1), [0, 0]);
    equal(await page({ sample: /** @type {any} */ ('all') }).after(-1), [0, 2]);
  },

  async 'it ends at the first step, at the last, and where the run stopped'() {
    equal(await page({}).after(-1), [0, 0]);
    equal(await page({ step: 100, sample: 2 }).after(1), [100, 2]);
    equal(await page({ step: 8, sample: 2, stopped: {} }).after(1), [8, 2]);
    equal(await page({ step: 100, unit: 'batch' }).after(1), [100, 0]);
    equal(await page({ step: 99, unit: 'epoch', batchSize: 1 }).after(1), [100, 0]);
  },

  async 'by epoch it goes to where one begins'() {
    equal(await page({ step: 1, unit: 'epoch' }).after(1), [2, 0]);
    equal([nextEpoch(7, 1, 4), nextEpoch(8, 1, 4), nextEpoch(7, -1, 4), nextEpoch(8, -1, 4)], [8, 12, 4, 4]);
  },

  'an epoch has as many updates as there are batches'() {
    const { state } = page({ batchSize: 3 });
    equal(updatesOf(state.recipe, /** @type {any} */ (state.data), 0), 2);
    const edits = [{ step: 5, set: { 'training.batchSize': null } }];
    equal(updatesOf({ ...state.recipe, edits }, /** @type {any} */ (state.data), 5), 1);
    ok(updatesOf({ ...state.recipe, edits }, /** @type {any} */ (state.data), 4) === 2);
  },
};
