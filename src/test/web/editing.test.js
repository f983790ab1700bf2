import { createActions } from '/web/actions.js';
import { createEditing, whyCovered } from '/web/editing.js';
import { createHistory } from '/web/history.js';
import { createMoments } from '/web/moments.js';
import { createServer } from '/web/server.js';
import { createStore } from '/web/state.js';
import { createStepping } from '/web/stepping.js';
import { createGraphs } from '/web/graphs.js';
import { equal } from './assert.js';
import { notebook } from './recipes.js';

/** @typedef {import('/web/types.d.ts').Recipe} Recipe */

const SAMPLES = { inputs: 1, outputs: 1, samples: [{ x: [0], y: [0] }] };
const BIAS = 'layer1.neuron1.b';

/** A page at step 4 whose only parameter is 0.25 unless an edit says otherwise, and a clock that stands an hour a change. */
function begin() {
  /** @type {Recipe[]} */
  const runs = [notebook];
  let most = 0;
  let underWay = 0;
  let asked = 0;
  /** @param {Recipe} recipe */
  const frame = (recipe) => ({
    ...{
      run: `r${runs.indexOf(recipe)}`,
      step: 4,
      loss: 1,
      trainLoss: 1,
      learningRate: 0,
      gradients: [0],
      outputs: [],
    },
    values: [recipe.edits.find(({ set }) => BIAS in set)?.set[BIAS] ?? 0.25],
  });
  const graphs = createGraphs();
  graphs.learn({ topology: 'none', nodes: [], root: '' });
  const server = createServer(graphs, async (input, init) => {
    asked++;
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, 0));
    underWay--;
    const body = JSON.parse(String(init?.body));
    const [, , , run] = String(input).split('/');
    let recipe = runs[Number(run?.slice(1))];
    if (!recipe) {
      const text = JSON.stringify(body);
      recipe = runs.find((each) => JSON.stringify(each) === text) ?? body;
      if (!runs.includes(recipe)) runs.push(recipe);
    }
    const numbers = { topology: 'none', data: [], gradients: [], partials: [] };
    const graph = body.graph && { step: 4, sample: 0, ...numbers };
    const answer = {
      recipe,
      parameters: [BIAS],
      data: SAMPLES,
      frame: frame(recipe),
      graph,
      from: 0,
      losses: [1, 1, 1, 1],
    };
    return new Response(JSON.stringify({ run: frame(recipe).run, ...answer }));
  });
  /** @type {import('/web/types.d.ts').Store} */
  const store = createStore(
    /** @type {any} */ ({
      ...{
        recipe: notebook,
        run: 'r0',
        parameters: [BIAS],
        data: SAMPLES,
        frame: frame(notebook),
        graph: null,
        losses: [1, 1, 1, 1],
      },
      ...{ reached: 4, sample: 0, open: [], selected: null, playing: false, busy: false, veil: null, problem: null },
      ...{ settings: [], presets: [], limits: { steps: 100 }, canUndo: false, canRedo: false },
    }),
  );
  const history = createHistory(store);
  let hour = 0;
  const moments = createMoments(store, server, (before, cause) => {
    const left = { recipe: before.recipe, step: before.frame.step };
    history.replaced(left, /** @type {any} */ (cause), 3_600_000 * hour++);
  });
  const actions = createActions(
    store,
    moments,
    history,
    createStepping(store, moments, async () => [0]),
  );
  const editing = createEditing(store, actions);
  return { store, moments, actions, editing, most: () => most, asked: () => asked };
}

export default {
  async 'all changes of a drag are one step of undo, however long they take'() {
    const { store, moments, actions, editing } = begin();
    editing.begin(BIAS);
    for (const value of [0.5, 1, 1.5]) {
      editing.change(value);
      await moments.settled();
      equal(store.get().frame.values, [value]);
    }
    editing.end();
    actions.undo();
    await moments.settled();
    equal([store.get().recipe.edits, store.get().canUndo], [[], false]);
  },

  async 'two drags are two steps of undo'() {
    const { store, moments, actions, editing } = begin();
    for (const value of [1, 2]) {
      editing.begin(BIAS);
      editing.change(value);
      editing.end();
      await moments.settled();
    }
    actions.undo();
    await moments.settled();
    equal(store.get().frame.values, [1]);
  },

  async 'one request is under way at a time, and the newest value wins'() {
    const { store, moments, editing, most, asked } = begin();
    editing.begin(BIAS);
    for (let i = 1; i <= 50; i++) editing.change(i / 10);
    equal(editing.valueOf(BIAS), 5, 'what is asked for is told before it is answered:');
    editing.end();
    await moments.settled();
    equal([store.get().frame.values, most()], [[5], 1]);
    equal(asked(), 4, 'the first value and the last, a run and a moment each:');
  },

  async 'the first value leaves no edit behind, nothing to undo, and what could be done again still can'() {
    const { store, moments, actions, editing } = begin();
    actions.edit({ [BIAS]: 3 });
    await moments.settled();
    actions.undo();
    await moments.settled();
    equal([store.get().canUndo, store.get().canRedo], [false, true]);
    editing.begin(BIAS);
    editing.change(0.75);
    await moments.settled();
    equal([store.get().canUndo, store.get().canRedo], [true, false]);
    editing.change(0.25);
    editing.end();
    await moments.settled();
    equal(store.get().recipe.edits, []);
    equal([store.get().canUndo, store.get().canRedo], [false, true]);
    actions.redo();
    await moments.settled();
    equal(store.get().frame.values, [3]);
  },

  async 'the first value is brought back before anything was answered'() {
    const { store, moments, editing } = begin();
    editing.begin(BIAS);
    editing.change(0.75);
    editing.change(0.25);
    editing.end();
    await moments.settled();
    equal([store.get().recipe.edits, store.get().canUndo], [[], false]);
  },

  async 'after the first value came back a drag goes on as one change'() {
    const { store, moments, actions, editing } = begin();
    editing.begin(BIAS);
    for (const value of [1, 0.25, 2, 3]) {
      editing.change(value);
      await moments.settled();
    }
    editing.end();
    actions.undo();
    await moments.settled();
    equal([store.get().frame.values, store.get().canUndo], [[0.25], false]);
  },

  async 'an earlier edit of the same step stays when the first value comes back'() {
    const { store, moments, actions, editing } = begin();
    actions.edit({ [BIAS]: 3 });
    await moments.settled();
    editing.begin(BIAS);
    editing.change(9);
    editing.change(3);
    editing.end();
    await moments.settled();
    equal(store.get().recipe.edits, [{ step: 4, set: { [BIAS]: 3 } }]);
  },

  'play rests while a number is changed, and goes on after'() {
    const { store, editing } = begin();
    store.set({ playing: true });
    editing.begin(BIAS);
    equal(store.get().playing, false);
    editing.end();
    equal(store.get().playing, true);
    editing.begin(BIAS, { rest: false });
    equal(store.get().playing, true, 'where it need not rest:');
  },

  'what is covered cannot be set'() {
    const veil = { gradients: new Set(), explained: null };
    equal(whyCovered({ veil: null }, BIAS), '');
    equal(whyCovered({ veil: { ...veil, data: new Set(['x']) } }, BIAS), '');
    equal(whyCovered({ veil: { ...veil, data: new Set([BIAS]) } }, BIAS).startsWith('It is covered'), true);
    equal(whyCovered({ veil: { ...veil, data: 'all' } }, BIAS).startsWith('It is covered'), true);
  },
};
