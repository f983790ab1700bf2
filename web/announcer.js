import { formatSmall } from './numbers.js';

/** @typedef {import('./types.d.ts').State} State */
/** @typedef {import('./types.d.ts').Store} Store */

/** The live region speaks at most this often; while the film plays, less. */
export const REST_MS = 1_000;
const REST_PLAYING_MS = 4_000;

/**
 * Speech that does not tire: at most once a while, and then the newest.
 * @param {HTMLElement} region a polite live region
 * @param {() => number} rest milliseconds between one text and the next
 * @returns {(text: string) => void} the newest text counts; earlier ones that were not spoken yet are dropped
 */
export function createSpeaker(region, rest) {
  let next = '';
  let spoken = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function speak() {
    timer = undefined;
    spoken = performance.now();
    region.textContent = next;
  }

  return (text) => {
    next = text;
    timer ??= setTimeout(speak, Math.max(spoken + rest() - performance.now(), 0));
  };
}

/**
 * Tells a screen reader where the run is, and what an action did.
 * @param {HTMLElement} region a polite live region
 * @param {Store} store
 * @param {(state: Readonly<State>) => string} [words] where the run is
 */
export function createAnnouncer(region, store, words = atStep) {
  const say = createSpeaker(region, () => (store.get().playing ? REST_PLAYING_MS : REST_MS));

  store.watch((state, before) => {
    const { step, run } = before.frame;
    if (state.frame.step !== step || state.frame.run !== run) say(words(state));
    if (state.problem && state.problem !== before.problem) say(state.problem.detail);
    if (state.online !== before.online)
      say(state.online ? 'The server answers again.' : 'The server does not answer; trying again.');
  });

  return { say };
}

/** @param {Readonly<State>} state */
function atStep({ frame: { step, loss, stopped } }) {
  return stopped ? stopped.message : `Step ${step}, loss ${formatSmall(loss)}`;
}
