import { Refused, Unreachable } from './server.js';
import { sharedSteps } from './recipe.js';
import { stoppedInWords } from './stops.js';
import { fitting } from './subject.js';

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
 * @property {import('./types.d.ts').Subject} sample
 * @property {number} keep how far the run is to be computed, for the loss curve, once the step is shown
 * @property {unknown} cause what brought the recipe about; handed to arrived
 * @property {boolean} live whether play asked for it: its answer is shown only if nobody has wanted anything else meanwhile
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
  let took = 0;
  /** @type {(() => void)[]} */
  let waiting = [];

  /** @returns {Goal} */
  function shownGoal() {
    const { recipe, frame, sample } = store.get();
    return { recipe, step: frame.step, sample, keep: 0, cause: undefined, live: false };
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
    goal = { ...before, ...('step' in patch ? { live: false } : {}), ...patch };
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
    const sample = fitting(wanted.sample, data);
    const until = wanted.live && before.until ? { since: before.frame.step, ...before.until } : undefined;
    const answer = await server.moment(known, losses.length, wanted.step, sample, until);
    const { frame, graph, graphProblem, met } = answer;
    took = performance.now() - asked;
    if (wanted.live && goal !== wanted) return;

    for (const loss of answer.losses) losses.push(loss);
    const step = frame.step < wanted.step && !frame.stopped && !met ? wanted.step : frame.step;
    if (goal === wanted) goal = { ...wanted, recipe, step, sample };
    else if (goal.recipe === wanted.recipe) goal = { ...goal, recipe };

    store.set({
      ...{ recipe, run, parameters, data, losses, frame, graph, graphProblem },
      reached: losses.length,
      sample,
      ...(began && before.sample === sample ? {} : kept(store.get(), parameters, graph)),
      ...(began ? {} : { problem: null }),
      ...(met
        ? {
            playing: false,
            problem: { title: 'Stopped', detail: stoppedInWords(met, frame, before.until ?? {}), calm: true },
          }
        : {}),
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
    /** Where an action starts from: the newest goal, or what is shown if play is on its way from there. */
    goal: () => (goal.live ? { ...goal, step: store.get().frame.step } : goal),
    /** Drops the step that play has under way: what is shown stays. */
    hold: () => goal.live && aim({ step: store.get().frame.step }),
    idle: () => !working,
    /** How many milliseconds the last answer took. */
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
 * @returns {Pick<State, 'open' | 'selected' | 'beside'>}
 */
function kept({ open, selected, beside }, parameters, graph) {
  const groups = new Set([...parameters.map((name) => name.slice(0, name.lastIndexOf('.'))), 'loss']);
  const ids = new Set([...groups, ...parameters, ...(graph?.topology.nodes.map((node) => node.id) ?? [])]);
  const plain = selected?.replace(/^sample\d+\//, '') ?? '';
  const prefix = graph?.sample === 'all' ? 'sample0/' : '';
  return {
    open: open.every((group) => groups.has(group)) ? open : open.filter((group) => groups.has(group)),
    selected: [selected, plain, prefix + plain].find((id) => id !== null && ids.has(id)) ?? null,
    beside: beside !== null && parameters.includes(beside) ? beside : null,
  };
}
