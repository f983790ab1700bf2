import { Refused, Unreachable } from './server.js';
import { sharedSteps } from './recipe.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').State} State
 * @typedef {import('./types.d.ts').Recipe} Recipe
 * @typedef {import('./types.d.ts').Graph} Graph
 * @typedef {import('./server.js').Server} Server
 */

/**
 * The moment that is wanted.
 * @typedef {object} Goal
 * @property {Recipe} recipe compared by identity
 * @property {number} step
 * @property {number | 'all'} sample
 * @property {number} keep how far the run is to be computed, for the loss curve, once the step is shown
 * @property {unknown} cause what brought the recipe about; handed to arrived
 */

/** @typedef {ReturnType<typeof createMoments>} Moments */

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5_000;

/**
 * Brings the page to the moment that is wanted. One request is under way at a time, and when it is answered the newest goal
 * counts: goals in between are left out, never queued. Whatever is shown is whole: frame, graph and losses of one moment.
 * @param {Store} store
 * @param {Server} server
 * @param {(before: State, cause: unknown) => void} arrived a recipe has been replaced by another
 */
export function createMoments(store, server, arrived) {
  let goal = shownGoal();
  let working = false;
  let took = { steps: 0, graph: 0 };
  /** @type {(() => void)[]} */
  let waiting = [];

  /** @returns {Goal} */
  function shownGoal() {
    const { recipe, frame, sample } = store.get();
    return { recipe, step: frame.step, sample, keep: 0, cause: undefined };
  }

  /** @param {Goal} reached */
  function isShown({ recipe, step, sample }) {
    const shown = store.get();
    const whole = shown.graph !== null || shown.graphProblem !== null;
    return whole && shown.recipe === recipe && shown.frame.step === step && shown.sample === sample;
  }

  /** @param {Partial<Goal>} patch */
  function aim(patch) {
    const before = goal;
    goal = { ...before, ...patch };
    if (!working) void work();
  }

  async function work() {
    working = true;
    store.set({ busy: true });
    let wait = FIRST_WAIT_MS;
    for (;;) {
      const wanted = goal;
      try {
        if (!isShown(wanted)) await approach(wanted);
        else if (wanted.keep > store.get().reached) await extend(wanted);
        else break;
        wait = FIRST_WAIT_MS;
        if (!store.get().online) store.set({ online: true });
      } catch (error) {
        if (error instanceof Unreachable) {
          store.set({ online: false });
          await pause(wait);
          wait = Math.min(2 * wait, LONGEST_WAIT_MS);
        } else {
          if (goal === wanted) goal = shownGoal();
          store.set({ playing: false, problem: problemOf(error) });
        }
      }
    }
    working = false;
    store.set({ busy: false });
    for (const done of waiting.splice(0)) done();
  }

  /** One answer nearer to the goal: as many steps as the server makes in a request. @param {Goal} wanted */
  async function approach(wanted) {
    const before = store.get();
    const began = before.recipe === wanted.recipe;
    const { run, recipe, parameters, data } = began ? before : await server.run(wanted.recipe);
    const known = { run, recipe };
    const losses = began ? before.losses : before.losses.slice(0, sharedSteps(before.recipe, recipe));

    const asked = performance.now();
    const steps = server.steps(known, losses.length, wanted.step);
    // Where the run has been, the frame's step is known before it comes.
    const early = wanted.step < losses.length ? graphOf(known, wanted.step, wanted.sample) : null;
    early?.catch(() => {});
    const answer = await steps;
    const answered = performance.now();
    const { frame } = answer;
    const same = early !== null && frame.step === wanted.step;
    const { graph, graphProblem } = await (same ? early : graphOf(known, frame.step, wanted.sample));
    took = { steps: answered - asked, graph: performance.now() - answered };

    for (const loss of answer.losses) losses.push(loss);
    const step = frame.step < wanted.step && !frame.stopped ? wanted.step : frame.step;
    if (goal === wanted) goal = { ...wanted, recipe, step };
    else if (goal.recipe === wanted.recipe) goal = { ...goal, recipe };

    store.set({
      ...{ recipe, run, parameters, data, losses, frame, graph, graphProblem },
      reached: losses.length,
      sample: wanted.sample,
      ...(began && before.sample === wanted.sample ? {} : kept(store.get(), parameters, graph)),
      ...(began ? {} : { problem: null }),
    });
    if (!began) arrived(before, wanted.cause);
  }

  /** The losses beyond the shown step, for the curve. @param {Goal} wanted */
  async function extend(wanted) {
    const { run, recipe, losses } = store.get();
    const answer = await server.steps({ run, recipe }, losses.length, wanted.keep);
    for (const loss of answer.losses) losses.push(loss);
    store.set({ reached: losses.length });
    if (goal === wanted && answer.frame.stopped) goal = { ...wanted, keep: 0 };
  }

  /**
   * @param {{ run: string, recipe: Recipe }} known
   * @param {number} step
   * @param {number | 'all'} sample
   * @returns {Promise<{ graph: Graph | null, graphProblem: string | null }>}
   */
  async function graphOf(known, step, sample) {
    try {
      let graph;
      // A server that has to rebuild a long run answers an earlier step first, and gets further each time.
      do graph = await server.graph(known, step, sample);
      while (graph.step < step);
      return { graph, graphProblem: null };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { graph: null, graphProblem: error.problem.detail };
    }
  }

  /** Waits, or less long if the browser says that the network is back. @param {number} milliseconds */
  async function pause(milliseconds) {
    await new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      addEventListener('online', done);
      /** @this {void} */
      function done() {
        clearTimeout(timer);
        removeEventListener('online', done);
        resolve(undefined);
      }
    });
  }

  return {
    aim,
    goal: () => goal,
    idle: () => !working,
    /** How many milliseconds the last answers took. */
    took: () => took,
    /** Resolves when the goal is shown, or was given up. @returns {Promise<void>} */
    settled: () => (working ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve()),
  };
}

/** @param {unknown} error */
function problemOf(error) {
  if (error instanceof Refused) return error.problem;
  reportError(error);
  return { title: 'Something went wrong in this page', detail: 'Reloading brings back this moment.' };
}

/**
 * What was opened and selected, as far as it exists in another network, or in another sample's graph.
 * @param {Readonly<State>} before
 * @param {string[]} parameters
 * @param {Graph | null} graph
 * @returns {Pick<State, 'open' | 'selected'>}
 */
function kept({ open, selected }, parameters, graph) {
  const groups = new Set(parameters.map((name) => name.slice(0, name.lastIndexOf('.'))));
  const ids = new Set([...groups, ...parameters, ...(graph?.nodes.map((node) => node.id) ?? [])]);
  const plain = selected?.replace(/^sample\d+\//, '') ?? '';
  const prefix = graph?.sample === 'all' ? 'sample0/' : '';
  return {
    open: open.every((group) => groups.has(group)) ? open : open.filter((group) => groups.has(group)),
    selected: [selected, plain, prefix + plain].find((id) => id !== null && ids.has(id)) ?? null,
  };
}
