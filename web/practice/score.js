import { h } from '../dom.js';
import { setText } from '../panels/cells.js';
import { scoreOf } from './series.js';

/**
 * @typedef {import('./series.js').Exercise} Exercise
 * @typedef {import('./series.js').Outcome} Outcome
 */

const OTHERS = 'Again with other numbers';
const SAME = 'The same once more';

/**
 * What came out of a series, and the way on.
 * @param {{ go(place: number): void, again(): void }} ways to an exercise, from 0; to another series
 */
export function scoreCard({ go, again }) {
  const score = h('p', { class: 'practice-score', tabindex: -1 });
  const words = h('p', {});
  const missed = h('ul', { class: 'practice-missed' });
  const more = h('button', { type: 'button', class: 'button primary', onclick: again }, OTHERS);
  const element = h('div', { class: 'practice-end', hidden: true }, score, words, missed, more);
  return {
    element,
    focus: () => score.focus(),
    /** @param {boolean} only whether the graph has no other exercises */
    rename: (only) => setText(more, only ? SAME : OTHERS),
    /** @param {Exercise[]} exercises @param {Outcome[]} outcomes @param {(id: string) => string} name */
    show(exercises, outcomes, name) {
      const { solved, atOnce, missed: places } = scoreOf(outcomes);
      score.replaceChildren(h('b', { class: 'number' }, String(solved)), ` of ${exercises.length} solved`);
      words.textContent = inWords(solved, atOnce, exercises.length);
      missed.replaceChildren(
        ...places.map((place) => {
          const { quantity, node } = exercises[place];
          const text = `${place + 1}: the ${quantity === 'data' ? 'value' : 'gradient'} of ${name(node)}`;
          return h('li', {}, h('button', { type: 'button', class: 'choose', onclick: () => go(place) }, text));
        }),
      );
    },
  };
}

/** @param {number} solved @param {number} atOnce at the first try @param {number} all */
export function inWords(solved, atOnce, all) {
  if (solved === 0) return 'Every number was looked up. These were:';
  const first = atOnce === solved ? 'all at the first try' : `${atOnce || 'none'} at the first try`;
  const praise = solved === all ? (atOnce === all ? 'Without a mistake, ' : 'All of them, ') : '';
  const end = solved === all ? '.' : '. Not solved:';
  return `${praise}${first}${end}`.replace(/^./, (letter) => letter.toUpperCase());
}
