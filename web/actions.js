import { isLocked, lockedInWords } from './lesson.js';
import { same, merge, valueOf, withDataset, withEdit, withSettingAt, withValue, withoutEdit } from './recipe.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').State} State
 * @typedef {import('./types.d.ts').Actions} Actions
 * @typedef {import('./types.d.ts').Recipe} Recipe
 * @typedef {import('./types.d.ts').EditValue} EditValue
 * @typedef {import('./moments.js').Moments} Moments
 * @typedef {import('./history.js').Cause} Cause
 * @typedef {ReturnType<typeof import('./history.js').createHistory<{ recipe: Recipe, step: number }>>} History
 */

/** How the network looks at its samples, whichever they are. @param {Recipe['data']} data @returns {Recipe['data']} */
function looked({ standardise = false, features = null }) {
  return { ...(standardise ? { standardise } : {}), ...(features ? { features } : {}) };
}

/**
 * What a person can do, in terms of the moment that is wanted. An action starts from the goal, not from what is shown, so that
 * five quick presses are five steps.
 * @param {Store} store
 * @param {Moments} moments
 * @param {History} history
 * @param {(direction: 1 | -1) => unknown} go one step of the chosen unit
 * @returns {Actions}
 */
export function createActions(store, moments, history, go) {
  const pause = () => store.set({ playing: false });
  /** What is one change however long it takes, and what was there before it. @type {{ label: string, before: Recipe } | null} */
  let gesture = null;
  let gestures = 0;

  function play() {
    const { frame, limits } = store.get();
    if (frame.stopped || frame.step >= limits.steps) return;
    moments.aim({ keep: 0 });
    const { problem } = store.get();
    store.set({ playing: true, problem: problem?.calm ? null : problem });
  }

  /** @param {number} step */
  function seek(step) {
    pause();
    const { limits, frame } = store.get();
    const last = frame.stopped && moments.goal().recipe === store.get().recipe ? frame.step : limits.steps;
    moments.aim({ step: Math.min(Math.max(Math.round(step), 0), last) });
  }

  /**
   * @param {Recipe} recipe
   * @param {number} step
   * @param {number} keep
   * @param {string | Cause} cause changes of one label in quick succession, as when a slider is dragged, are one change
   */
  function adopt(recipe, step, keep, cause) {
    if (same(recipe, moments.goal().recipe)) return;
    moments.aim({ recipe, step, keep, cause: typeof cause === 'string' ? { kind: 'change', label: cause } : cause });
  }

  /** @param {Recipe} recipe */
  function fresh(recipe) {
    pause();
    adopt(recipe, 0, 0, '');
  }

  /** @param {(recipe: Recipe, step: number) => Recipe} cut answers the recipe with a change at a step @param {string | Cause} cause */
  function atThisStep(cut, cause) {
    const { recipe, step, keep } = moments.goal();
    const { playing, reached } = store.get();
    // What was reached is computed again, so that the whole curve shows what the change did; play gets there by itself.
    adopt(cut(recipe, step), step, playing ? 0 : Math.max(reached, keep), cause);
  }

  /** @param {string} field @param {unknown} value */
  function change(field, value) {
    const { recipe, step } = moments.goal();
    const { settings, datasets, lesson } = store.get();
    const setting = settings.find((each) => each.field === field);
    if (setting && isLocked(lesson, setting)) {
      store.set({ problem: { title: 'Fixed', detail: lockedInWords(setting), calm: true } });
      return;
    }
    const editable = settings.some((setting) => setting.field === field && setting.editable);
    if (!editable) {
      const facts = field === 'data.name' ? datasets.find(({ name }) => name === value) : undefined;
      const changed = facts ? withDataset(recipe, facts) : withValue(recipe, field, value);
      // An edit of a weight means nothing in another network.
      fresh(field.startsWith('training.') ? changed : { ...changed, edits: [] });
    } else if (step > 0) {
      atThisStep((before) => withSettingAt(before, step, field, /** @type {EditValue} */ (value)), `${step}:${field}`);
    } else {
      const plain = recipe.edits.findIndex((edit) => edit.step === 0 && field in edit.set);
      const base = plain < 0 ? recipe : withoutEdit(recipe, plain, field);
      atThisStep(() => withValue(base, field, value), `0:${field}`);
    }
  }

  /** @param {'undo' | 'redo'} kind */
  function travel(kind) {
    const to = history.peek(kind);
    if (!to) return;
    pause();
    moments.aim({ ...to, keep: Math.max(store.get().reached, to.step), cause: { kind } });
  }

  return {
    step: (n) => seek(moments.goal().step + n),
    go: (direction) => void go(direction),
    seek,
    play,
    pause,
    togglePlay: () => (store.get().playing ? pause() : play()),
    reset: () => seek(0),
    setSpeed: (speed) => store.set({ speed }),
    changeRecipe(patch) {
      const recipe = merge(moments.goal().recipe, patch);
      fresh(patch.edits || !(patch.network || patch.data) ? recipe : { ...recipe, edits: [] });
    },
    change,
    newWeights: () => change('network.seed', Number(valueOf(moments.goal().recipe, 'network.seed')) + 1),
    startAgain() {
      if (moments.goal().recipe.edits.length === 0) seek(0);
      else fresh({ ...moments.goal().recipe, edits: [] });
    },
    openPreset(name) {
      const preset = store.get().presets.find((each) => each.name === name);
      if (preset) fresh(preset.recipe);
    },
    openRecipe(recipe, step) {
      pause();
      adopt(recipe, step, step, '');
    },
    edit(set) {
      const { step } = moments.goal();
      /** @type {string | Cause} */
      const cause = gesture
        ? { kind: 'change', label: gesture.label, whole: true }
        : `${step}:${Object.keys(set).join()}`;
      atThisStep((recipe) => withEdit(recipe, step, set), cause);
    },
    beginGesture: () => void (gesture = { label: `gesture:${++gestures}`, before: moments.goal().recipe }),
    bringBack() {
      if (!gesture) return;
      const { before, label } = gesture;
      atThisStep(() => before, { kind: 'back', label });
    },
    endGesture: () => void (gesture = null),
    setPoints(points) {
      const { recipe, step, sample } = moments.goal();
      moments.aim({
        recipe: { ...recipe, data: { ...looked(recipe.data), points: [...points] } },
        ...{ step, keep: 0 },
        sample: typeof sample === 'number' ? Math.min(sample, points.length - 1) : sample,
        cause: gesture ? { kind: 'change', label: gesture.label, whole: true } : { kind: 'change', label: '' },
      });
    },
    takeBack: (index, name) => atThisStep((recipe) => withoutEdit(recipe, index, name), ''),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    setSample: (sample) => moments.aim({ sample }),
    setDepth: (depth) => store.set({ depth }),
    toggleOpen(group) {
      const { open } = store.get();
      store.set({ open: open.includes(group) ? open.filter((each) => each !== group) : [...open, group] });
    },
    select: (selected) => store.set({ selected }),
    compare: (beside) => store.set({ beside }),
    setEdges: (edges) => store.set({ edges }),
    setAxis: (axis) => store.set({ axis }),
    dismissProblem: () => store.set({ problem: null }),
  };
}
