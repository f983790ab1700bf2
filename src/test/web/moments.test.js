import { NONE } from '/web/lesson.js';
import { createGraphs } from '/web/graphs.js';
import { createHistory } from '/web/history.js';
import { createActions } from '/web/actions.js';
import { createMoments } from '/web/moments.js';
import { createServer } from '/web/server.js';
import { createPlayer } from '/web/player.js';
import { createStore } from '/web/state.js';
import { createStepping } from '/web/stepping.js';
import { equal, ok } from './assert.js';
import { notebook } from './recipes.js';

/** @typedef {import('../../../web/types.d.ts').Recipe} Recipe */

const SAMPLES = { inputs: 3, outputs: 1, samples: Array(4).fill({ x: [0, 0, 0], y: [1] }) };

/** The loss of a run as a function of its recipe, in place of training: which run, which step, which edits. @param {Recipe} recipe @param {number} step */
function lossOf(recipe, step) {
  const edits = recipe.edits.filter((edit) => edit.step <= step).length;
  return recipe.network.seed + step / 1000 + edits * 100;
}

/**
 * The HTTP interface over runs whose numbers can be computed in the head.
 * @param {{ most?: number, stopAt?: number, down?: number }} [options] steps a request, the step at which runs stop, and how
 *     many requests fail first
 */
function network({ most: each = 10_000, stopAt = Infinity, down = 0 } = {}) {
  /** @type {Map<string, Recipe>} */
  const runs = new Map();
  /** @type {string[]} */
  const asked = [];
  let failing = down;
  let underWay = 0;
  let most = 0;
  /** @type {((value: unknown) => void)[]} */
  const waiting = [];

  /** @param {string} run @param {number} step */
  function frame(run, step) {
    const recipe = /** @type {Recipe} */ (runs.get(run));
    const stopped = step >= stopAt ? { step: stopAt, operation: 'exp', node: 'loss', message: 'Stopped.' } : null;
    return {
      run,
      step,
      loss: lossOf(recipe, step),
      values: [0],
      gradients: [0],
      outputs: [[0]],
      learningRate: 0,
      trainLoss: 0,
      stopped,
    };
  }

  /** @param {string} path @param {any} body */
  function answer(path, body) {
    if (path === '/api/runs') {
      if (body.network.seed === 13)
        return { status: 400, body: { title: 'invalid', detail: 'No.', field: 'network.seed' } };
      const run = `r${[...runs.values()].findIndex((each) => JSON.stringify(each) === JSON.stringify(body)) + 1 || runs.size + 1}`;
      runs.set(run, body);
      const parameters = ['layer1.neuron1.b'];
      return { status: 200, body: { run, recipe: body, parameters, data: SAMPLES, frame: frame(run, 0) } };
    }
    const [, , , run] = path.split(/[/?]/);
    const recipe = runs.get(run);
    if (!recipe) return { status: 404, body: { title: 'unknown run', detail: 'Post it.' } };
    if (body) {
      const reached = Math.min(body.to, body.from + each, stopAt);
      const losses = Array.from({ length: Math.max(0, reached - body.from) }, (_, i) => lossOf(recipe, body.from + i));
      const numbers = { topology: 'none', data: [], gradients: [], partials: [] };
      const graph = body.graph && { step: reached, sample: body.graph.sample, ...numbers };
      return { status: 200, body: { from: body.from, losses, frame: frame(run, reached), graph } };
    }
    throw new Error(`${path} is not asked for`);
  }

  const graphs = createGraphs();
  graphs.learn({ topology: 'none', nodes: [], root: '' });
  const server = createServer(graphs, async (input, init) => {
    asked.push(String(input));
    most = Math.max(most, ++underWay);
    for (const resolve of waiting.splice(0)) resolve(null);
    // An answer takes a turn, so that goals can change while it is under way.
    await new Promise((resolve) => setTimeout(resolve, 0));
    underWay--;
    if (failing-- > 0) throw new TypeError('Failed to fetch');
    const { status, body } = answer(String(input), init?.body ? JSON.parse(String(init.body)) : undefined);
    return new Response(JSON.stringify(body), { status });
  });
  runs.set('r1', notebook);
  return {
    ...{ server, asked, frame },
    forget: () => runs.clear(),
    /** Resolves when a request has been sent and is not answered yet. */
    nextRequest: () => new Promise((resolve) => waiting.push(resolve)),
    /** How many requests were ever under way at once. */
    mostUnderWay: () => most,
  };
}

/** A page at step 0. @param {Parameters<typeof network>[0]} [options] */
function begin(options) {
  const net = network(options);
  const editable = { field: 'training.learningRate', editable: true };
  /** @type {import('../../../web/types.d.ts').Store} */
  const store = createStore(
    /** @type {any} */ ({
      ...{
        recipe: notebook,
        run: 'r1',
        parameters: [],
        data: SAMPLES,
        frame: net.frame('r1', 0),
        graph: null,
        losses: [],
        reached: 0,
      },
      ...{
        sample: 0,
        open: [],
        selected: null,
        playing: false,
        online: true,
        problem: null,
        limits: { steps: 1_000_000 },
      },
      settings: [editable],
      lesson: NONE,
      presets: [],
      datasets: [],
    }),
  );
  const history = createHistory(store);
  const moments = createMoments(store, net.server, (before, cause) => {
    history.replaced({ recipe: before.recipe, step: before.frame.step }, /** @type {any} */ (cause), 0);
  });
  return {
    ...net,
    store,
    moments,
    actions: createActions(
      store,
      moments,
      history,
      createStepping(store, moments, async () => [0]),
    ),
  };
}

/** A page that plays. @param {number} speed */
function playing(speed) {
  const page = begin();
  createPlayer(page.store, page.moments);
  page.actions.setSpeed(speed);
  page.actions.play();
  return page;
}

/** @param {import('../../../web/types.d.ts').Store} store @param {number} step */
function reached(store, step) {
  return new Promise((resolve) => {
    const stop = store.watch(({ frame }) => {
      if (frame.step < step) return;
      stop();
      resolve(null);
    });
  });
}

export default {
  async 'a step asks only for the losses that are not there yet'() {
    const { actions, moments, store } = begin();
    actions.seek(3);
    await moments.settled();
    actions.step(2);
    await moments.settled();
    const { frame, losses, reached } = store.get();
    equal([frame.step, reached], [5, 5]);
    equal(
      losses,
      [0, 1, 2, 3, 4].map((step) => lossOf(notebook, step)),
    );
  },
  async 'going back keeps what was reached'() {
    const { actions, moments, store } = begin();
    actions.seek(9);
    await moments.settled();
    actions.seek(2);
    await moments.settled();
    equal([store.get().frame.step, store.get().reached, store.get().losses.length], [2, 9, 9]);
  },
  async 'five quick presses are five steps'() {
    const { actions, moments, store } = begin();
    for (let i = 0; i < 5; i++) actions.step(1);
    await moments.settled();
    equal(store.get().frame.step, 5);
  },
  async 'of many goals in a hurry only the newest is worked for'() {
    const { actions, moments, store, asked } = begin();
    for (let step = 1; step <= 500; step++) actions.seek(step);
    await moments.settled();
    equal(store.get().frame.step, 500);
    ok(asked.length <= 4, `${asked.length} requests`);
  },
  async 'frame and graph are always of the same step'() {
    const { actions, moments, store } = begin({ most: 7 });
    const seen = new Set();
    store.watch(({ frame, graph }) => {
      if (graph) equal(graph.step, frame.step);
      seen.add(frame.step);
    });
    actions.seek(30);
    await moments.settled();
    equal(store.get().frame.step, 30);
    ok(seen.has(7) && seen.has(28), 'what was reached on the way is shown');
  },
  async 'a run that stops ends the way there'() {
    const { actions, moments, store } = begin({ stopAt: 12 });
    actions.seek(100);
    await moments.settled();
    equal([store.get().frame.step, store.get().reached], [12, 12]);
    actions.step(5);
    await moments.settled();
    equal(store.get().frame.step, 12);
    actions.step(-10);
    await moments.settled();
    equal(store.get().frame.step, 2);
  },
  async 'an edit keeps the losses before it and has the ones after it computed again'() {
    const { actions, moments, store } = begin();
    actions.seek(10);
    await moments.settled();
    actions.seek(4);
    await moments.settled();
    actions.edit({ 'layer1.neuron1.b': 5 });
    await moments.settled();
    const { frame, losses, reached, recipe } = store.get();
    equal(recipe.edits, [{ step: 4, set: { 'layer1.neuron1.b': 5 } }]);
    equal([frame.step, reached], [4, 10]);
    equal(
      losses.map((loss) => loss >= 1437),
      [...Array(4).fill(false), ...Array(6).fill(true)],
    );
  },
  async 'an edit taken back leaves the run as if it had never been made'() {
    const { actions, moments, store } = begin();
    actions.seek(10);
    await moments.settled();
    const before = [...store.get().losses];
    actions.edit({ 'layer1.neuron1.b': 5 });
    actions.takeBack(0);
    await moments.settled();
    equal(store.get().recipe, notebook);
    equal(store.get().losses, before);
  },
  async 'an editable setting changed at step 0 changes the recipe, and later makes an edit'() {
    const { actions, moments, store } = begin();
    actions.change('training.learningRate', 0.5);
    await moments.settled();
    equal([store.get().recipe.training.learningRate, store.get().recipe.edits], [0.5, []]);
    actions.seek(8);
    await moments.settled();
    actions.change('training.learningRate', 0.1);
    await moments.settled();
    const { recipe, frame } = store.get();
    equal(
      [recipe.training.learningRate, recipe.edits, frame.step],
      [0.5, [{ step: 8, set: { 'training.learningRate': 0.1 } }], 8],
    );
  },
  async 'new weights are the next seed, from step 0, without edits; undo brings everything back'() {
    const { actions, moments, store } = begin();
    actions.seek(6);
    actions.edit({ 'layer1.neuron1.b': 5 });
    await moments.settled();
    actions.newWeights();
    await moments.settled();
    equal(
      [store.get().recipe.network.seed, store.get().recipe.edits, store.get().frame.step, store.get().reached],
      [1338, [], 0, 0],
    );
    actions.undo();
    await moments.settled();
    equal([store.get().recipe.network.seed, store.get().recipe.edits.length, store.get().frame.step], [1337, 1, 6]);
    actions.redo();
    await moments.settled();
    equal(store.get().recipe.network.seed, 1338);
  },
  async 'a refused recipe leaves the page as it was and says why'() {
    const { actions, moments, store } = begin();
    actions.seek(3);
    await moments.settled();
    actions.changeRecipe({ network: { seed: 13 } });
    await moments.settled();
    const { recipe, frame, problem } = store.get();
    equal([recipe.network.seed, frame.step, problem?.field], [1337, 3, 'network.seed']);
    actions.step(1);
    await moments.settled();
    equal(store.get().frame.step, 4);
  },
  async 'a server that lost its runs gets the recipe again'() {
    const { actions, moments, store, forget } = begin();
    actions.seek(3);
    await moments.settled();
    forget();
    actions.seek(5);
    await moments.settled();
    equal([store.get().frame.step, store.get().losses.length, store.get().problem], [5, 5, null]);
  },
  async 'a server that does not answer is waited for'() {
    const { actions, moments, store } = begin({ down: 1 });
    /** @type {boolean[]} */
    const online = [];
    store.watch((state, before) => {
      if (state.online !== before.online) online.push(state.online);
      // As the browser does when the network is back; otherwise the next try comes after a while.
      if (!state.online) queueMicrotask(() => dispatchEvent(new Event('online')));
    });
    actions.seek(2);
    await moments.settled();
    equal(online, [false, true]);
    equal(store.get().frame.step, 2);
  },
  async 'after a pause no further step appears, neither in the picture nor in the curve'() {
    const { actions, moments, store, nextRequest } = playing(Infinity);
    await reached(store, 100);
    await nextRequest();
    actions.pause();
    const { step } = store.get().frame;
    /** @type {number[]} */
    const later = [];
    store.watch(({ frame, reached }) => later.push(frame.step, reached));
    await moments.settled();
    equal(
      later.filter((each) => each !== step),
      [],
    );
    actions.step(1);
    await moments.settled();
    equal([store.get().frame.step, store.get().losses.length], [step + 1, step + 1]);
  },
  async 'an edit made while it plays belongs to the step that was shown'() {
    const { actions, moments, store, nextRequest } = playing(Infinity);
    await reached(store, 100);
    await nextRequest();
    const { step } = store.get().frame;
    actions.edit({ 'layer1.neuron1.b': 5 });
    await new Promise((resolve) => {
      store.watch((state, before) => state.recipe !== before.recipe && resolve(state));
    });
    equal([store.get().recipe.edits[0].step, store.get().frame.step], [step, step]);
    actions.pause();
    await moments.settled();
  },
  async 'play has one request under way, and none waits for another'() {
    const { actions, moments, store, mostUnderWay } = playing(Infinity);
    await reached(store, 1000);
    actions.pause();
    await moments.settled();
    equal(mostUnderWay(), 1);
  },
  async 'every loss of a run that played is there, in its place'() {
    const { actions, moments, store } = playing(Infinity);
    const { losses } = store.get();
    await reached(store, 1000);
    actions.pause();
    await moments.settled();
    ok(store.get().losses === losses, 'the array grows in place');
    equal(losses.length, store.get().frame.step);
    losses.forEach((loss, step) => equal(loss, lossOf(notebook, step)));
  },
};
