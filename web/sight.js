import { safely } from './state.js';

/**
 * @template {import('./types.d.ts').State} S
 * @typedef {import('./types.d.ts').Store<S>} Store
 */

/** What is out of sight follows a run at this pace: it may be read aloud. */
const PACE_MS = 1000;

/**
 * The store as a panel uses it that nobody may be looking at. A panel on a tab that is not shown draws nothing, and asks
 * nothing, until it is; one that is scrolled out of sight draws seldom while a run plays. What was left out is made up for
 * when the panel is shown, in the same frame, and when the run rests. A panel that hides itself must be told when to come back.
 * @template {import('./types.d.ts').State} S
 * @param {Store<S>} store
 * @param {HTMLElement} panel
 * @param {number} [pace] milliseconds
 * @returns {Store<S>}
 */
export function storeInSight(store, panel, pace = PACE_MS) {
  let shown = false;
  let inSight = true;
  let now = store.get();
  /** @type {Set<(anyway: boolean) => void>} */
  const waiting = new Set();

  let paced = -Infinity;
  /** Whether its time has come where it is out of sight. All that is drawn of it is drawn together. */
  let turn = false;

  const due = () => panel.hidden || (shown && (inSight || !now.playing || turn));

  store.subscribe(() => {
    const time = performance.now();
    turn = time >= paced + pace;
    if (turn) paced = time;
  });

  /** @param {boolean} anyway */
  function makeUp(anyway) {
    for (const drawLate of waiting) drawLate(anyway);
  }

  new ResizeObserver(() => {
    const before = shown;
    shown = panel.getClientRects().length > 0;
    if (shown && !before) makeUp(true);
  }).observe(panel);
  // The edge of a panel comes into sight first; its numbers are there a frame later, before they are.
  new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1].isIntersecting;
    if (inSight && shown) makeUp(false);
  }).observe(panel);

  return {
    ...store,
    seen: () => shown && !panel.hidden,
    subscribe(drawer) {
      /** With what the first drawing that was left out would have begun. @type {Readonly<S> | null} */
      let missed = null;
      /** @param {boolean} anyway */
      const drawLate = (anyway) => {
        const before = missed ?? (anyway ? now : null);
        missed = null;
        if (before) safely(drawer, now, before);
      };
      waiting.add(drawLate);
      const unsubscribe = store.subscribe((state, before) => {
        now = state;
        if (!due()) {
          missed ??= before;
          return;
        }
        const from = missed ?? before;
        missed = null;
        drawer(state, from);
      });
      return () => {
        waiting.delete(drawLate);
        unsubscribe();
      };
    },
  };
}
