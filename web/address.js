import { compact } from './compact.js';
import { same, valueOf } from './recipe.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').State} State
 * @typedef {import('./types.d.ts').Recipe} Recipe
 * @typedef {import('./types.d.ts').Setting} Setting
 * @typedef {import('./types.d.ts').Edit} Edit
 * @typedef {Pick<State, 'recipe' | 'sample' | 'depth' | 'open' | 'selected' | 'beside' | 'edges' | 'axis' | 'practice' | 'until' | 'lesson'> & { step: number }} Place
 */

/** What an address without a word says about the view. */
const VIEW = {
  ...{ step: 0, sample: 0, depth: 'neurons', open: '', selected: '', beside: '', edges: 'weight', axis: 'linear' },
  ...{ practice: '', until: '', task: '', hide: '', lock: '', present: '' },
};

/** In the page of somebody else it has an address of its own. */
const HOME = location.pathname === '/embed' ? '/embed' : '/';

/** Browsers refuse more than about three changes of the address a second, if they go on for long; a few at once are no matter. */
const REST_MS = 400;
const AT_ONCE = 30;

/**
 * A moment as the query of an address: readable, and without what is as in the settings' defaults.
 * @param {Place} place
 * @param {Setting[]} settings
 * @returns {string} "" or "?rate=0.1&step=12"
 */
export function queryOf(place, settings) {
  /** @type {[string, string][]} */
  const words = [];
  const { points } = place.recipe.data;
  for (const setting of settings) {
    const value = valueOf(place.recipe, setting.field);
    if (setting.field === 'data.name' && points) {
      words.push(['points', points.map(({ x, y }) => `${x.join()}:${y.join()}`).join(';')]);
    } else if (setting.type === 'layers') {
      // The output layer follows from the data.
      const hidden = /** @type {number[]} */ (value).slice(0, -1);
      if (!same(hidden, /** @type {number[]} */ (setting.default).slice(0, -1)))
        words.push([setting.key, hidden.join()]);
    } else if (value !== undefined && !same(value, setting.default)) {
      words.push([setting.key, word(value)]);
    }
  }
  const edits = place.recipe.edits.flatMap(({ step, set }) =>
    Object.entries(set).map(([name, value]) => `${step}:${name}=${word(value)}`),
  );
  if (edits.length > 0) words.push(['edits', edits.join(';')]);

  const { step, sample, depth, open, selected, beside, edges, axis, practice, until, lesson } = place;
  const view = {
    ...{ step, sample, depth, open: open.join(), selected: selected ?? '', beside: beside ?? '', edges, axis },
    practice: practice ? exercise(practice) : '',
    until: until ? stops(until) : '',
    task: lesson.task,
    hide: lesson.hide.join(),
    lock: lesson.lock.join(),
    present: lesson.present ? 'on' : '',
  };
  for (const [key, value] of Object.entries(view)) {
    if (value !== VIEW[/** @type {keyof typeof VIEW} */ (key)]) words.push([key, String(value)]);
  }
  return words.length === 0 ? '' : '?' + words.map(([key, text]) => `${key}=${encode(text)}`).join('&');
}

/** "7", "7:4" or "gradient:7:4" @param {import('./types.d.ts').Practice} practice */
export function exercise({ asked, seed, number }) {
  return (asked === 'both' ? '' : `${asked}:`) + seed + (number === 1 ? '' : `:${number}`);
}

/** "step:100,loss:0.01" @param {import('./types.d.ts').Until} until */
function stops({ step, loss, accuracy, patience }) {
  const said = Object.entries({ step, loss, accuracy, patience });
  return said.flatMap(([name, value]) => ((value ?? null) === null ? [] : [`${name}:${value}`])).join();
}

/** @param {unknown} value @returns {string} */
function word(value) {
  if (value === null || value === undefined) return 'all';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map(plainly).join();
  if (typeof value === 'object') return Object.values(value).join(':');
  return String(value);
}

/** A part of a list in letters and digits: "x1^2" is "x1sq", "sin x1" is "sinx1". @param {unknown} part */
function plainly(part) {
  return String(part).replace('^2', 'sq').replace(/[ *]/g, '');
}

/** As few escapes as an address allows, so that it can be read. @param {string} text */
export function encode(text) {
  return encodeURIComponent(text).replace(/%(?:2C|3A|3B|3D|2F)/g, decodeURIComponent);
}

/**
 * Keeps the address bar at the moment that is shown: a new entry of the browser's history for a new recipe, and otherwise the
 * present entry brought up to date. The browser's back and forward bring moments back.
 * @param {Store} store
 * @param {(place: Place) => void} goTo
 */
export function createAddress(store, goTo) {
  let written = -Infinity;
  let allowance = AT_ONCE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {'push' | 'replace'} how */
  function write(how) {
    clearTimeout(timer);
    timer = undefined;
    const now = performance.now();
    allowance = Math.min(AT_ONCE, allowance + (now - written) / REST_MS) - 1;
    written = now;
    const place = placeOf(store.get());
    const query = queryOf(place, store.get().settings);
    const address = HOME + query + location.hash;
    if (how === 'push') history.pushState(place, '', address);
    else history.replaceState(place, '', address);
    void shorten(query, written);
  }

  /** A long address is right at once, and short a moment later. @param {string} query @param {number} when it was written */
  async function shorten(query, when) {
    const short = await compact(query);
    if (short !== query && written === when) history.replaceState(history.state, '', HOME + short + location.hash);
  }

  /** At once while there is an allowance, but not for every frame of a film that plays; and in any case soon. */
  function writeSoon() {
    const rest = written + REST_MS - performance.now();
    if (rest <= 0 || (!store.get().playing && allowance >= 1)) write('replace');
    else timer ??= setTimeout(() => write('replace'), rest);
  }

  const flush = () => void (timer !== undefined && write('replace'));

  store.watch((state, before) => {
    if (before.playing && !state.playing) flush();
    // A new recipe is announced by recipeReplaced, which knows whether it is a new entry.
    if (state.recipe !== before.recipe) return;
    if (same(placeOf({ ...state, recipe: before.recipe }), placeOf(before))) return;
    writeSoon();
  });
  addEventListener('popstate', (event) => {
    if (event.state) goTo(event.state);
  });
  addEventListener('pagehide', flush);
  // A short link stays in the bar until something else is shown.
  if (location.pathname.startsWith('/s/')) history.replaceState(placeOf(store.get()), '', location.href);
  else write('replace');

  return {
    flush,
    /** The address of what is shown, from the question mark on; "" for the notebook's first moment. */
    query: () => queryOf(placeOf(store.get()), store.get().settings),
    /** @param {'new' | 'continued' | 'travelled'} how */
    recipeReplaced(how) {
      if (how === 'new') write('push');
      else writeSoon();
    },
  };
}

/** @param {State} state @returns {Place} */
function placeOf({ recipe, frame, sample, depth, open, selected, beside, edges, axis, practice, until, lesson }) {
  return { recipe, step: frame.step, sample, depth, open, selected, beside, edges, axis, practice, until, lesson };
}
