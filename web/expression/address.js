import { compact } from '../compact.js';
import { choiceIn, queryOf } from './query.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./types.d.ts').Choice} Choice
 */

/** Browsers refuse more than about three changes of the address a second. */
const REST_MS = 400;
/** Servers and browsers refuse longer ones. What does not fit is kept in the browser's history alone. */
const MOST_CHARACTERS = 40_000;

/**
 * Keeps the address bar at what is chosen, so that reloading, the browser's back and forward, and whoever gets the address
 * find it again.
 * @param {BoardStore} store
 * @param {(choice: Choice) => void} goTo
 */
export function createBoardAddress(store, goTo) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let turning = false;

  function write() {
    clearTimeout(timer);
    timer = undefined;
    const choice = choiceIn(store.get());
    const query = queryOf(choice, store.get().defaults);
    const address = location.pathname + (query.length > MOST_CHARACTERS ? '' : query) + location.hash;
    if (turning) history.pushState(choice, '', address);
    else history.replaceState(choice, '', address);
    turning = false;
    if (query.length <= MOST_CHARACTERS) void shorten(query, address);
  }

  /** A long address is right at once, and short a moment later. @param {string} query @param {string} address it has */
  async function shorten(query, address) {
    const short = await compact(query);
    const present = location.pathname + location.search + location.hash;
    if (short !== query && present === new URL(address, location.href).href.slice(location.origin.length))
      history.replaceState(history.state, '', location.pathname + short + location.hash);
  }

  const flush = () => void (timer !== undefined && write());

  store.watch((state, before) => {
    const now = choiceIn(state);
    const then = choiceIn(before);
    const keys = /** @type {(keyof Choice)[]} */ (Object.keys(now));
    if (keys.every((key) => now[key] === then[key])) return;
    if (turning) write();
    else timer ??= setTimeout(write, REST_MS);
  });
  addEventListener('popstate', (event) => {
    if (event.state) goTo(event.state);
    else location.reload();
    // Nothing that was chosen on the page that is left may be written into this one.
    clearTimeout(timer);
    timer = undefined;
  });
  addEventListener('pagehide', flush);

  return {
    flush,
    /** The next change begins a new entry of the browser's history. */
    turn() {
      flush();
      turning = true;
    },
    /** Whether an address can hold what is chosen. */
    fits: () => queryOf(store.get(), store.get().defaults).length <= MOST_CHARACTERS,
  };
}
