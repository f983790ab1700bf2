import { h } from '../dom.js';
import { setText } from '../panels/cells.js';

/** @typedef {import('../types.d.ts').Reply} Reply */

/**
 * A place for what the server answers. Numbers of another moment are not shown; they keep their place, so that nothing moves
 * when the next ones come, and a sentence says why they are not there.
 * @param {string} pause what to do while a run plays
 * @param {...HTMLElement} content
 */
export function answerBox(pause, ...content) {
  const inner = h('div', { class: 'answer' }, ...content);
  const quiet = h('p', { class: 'answer-quiet explain', role: 'status' });
  return {
    element: h('div', { class: 'answer-box' }, inner, quiet),
    /**
     * @param {Reply} reply
     * @param {boolean} playing
     * @returns {boolean} whether its answer may be drawn
     */
    set({ answer, problem, stale }, playing) {
      const shown = answer !== null && !stale && problem === null;
      inner.classList.toggle('stale', !shown);
      setText(quiet, problem ?? (stale && playing ? pause : ''));
      return shown;
    },
  };
}
