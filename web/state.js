/** @typedef {import('./types.d.ts').State} State */
/** @typedef {import('./types.d.ts').Moment} Moment */

/**
 * The one state of the page.
 * @template {State} S
 * @param {S} initial
 * @returns {import('./types.d.ts').Store<S>}
 */
export function createStore(initial) {
  let state = initial;
  let drawn = initial;
  let scheduled = false;
  /** @type {Set<(state: S, before: S) => void>} */
  const drawers = new Set();
  /** @type {Set<(state: S, before: S) => void>} */
  const watchers = new Set();

  // All drawers run in the same frame, so that no two panels ever show numbers of different moments.
  function draw() {
    scheduled = false;
    const before = drawn;
    drawn = state;
    for (const drawer of drawers) safely(drawer, drawn, before);
  }

  return {
    get: () => state,
    set(patch) {
      const before = state;
      if (Object.entries(patch).every(([key, value]) => Object.is(before[/** @type {keyof S} */ (key)], value))) return;
      state = { ...before, ...patch };
      if (!scheduled) {
        scheduled = true;
        requestAnimationFrame(draw);
      }
      for (const watcher of watchers) safely(watcher, state, before);
    },
    subscribe(drawer) {
      drawers.add(drawer);
      return () => void drawers.delete(drawer);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

/**
 * A panel that fails must not take the others with it.
 * @template S
 * @param {(state: S, before: S) => void} callback
 * @param {S} state
 * @param {S} before
 */
export function safely(callback, state, before) {
  try {
    callback(state, before);
  } catch (error) {
    reportError(error);
  }
}

/**
 * The state with which a page begins.
 * @param {Moment} moment
 * @param {import('./types.d.ts').Graph | null} graph
 * @returns {State}
 */
export function initialState(moment, graph) {
  const { recipe, run, parameters, data, frame, losses, sample, view, settings, presets, datasets, limits } = moment;
  return {
    recipe,
    run,
    parameters,
    data,
    frame,
    graph,
    graphProblem: null,
    losses,
    reached: frame.step,
    sample,
    ...view,
    practice: view.practice ?? null,
    until: view.until ? said(view.until) : null,
    unit: 'batch',
    veil: null,
    playing: false,
    speed: 8,
    busy: false,
    online: true,
    problem: moment.problem ?? null,
    canUndo: false,
    canRedo: false,
    settings,
    presets,
    datasets,
    limits,
  };
}

/** Only what is said: the server is not told what is not. @param {import('./types.d.ts').Until} until */
function said(until) {
  return Object.fromEntries(Object.entries(until).filter(([, value]) => value !== null));
}
