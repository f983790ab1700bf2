import { h } from '../dom.js';
import { setText } from '../panels/cells.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Questions} Questions
 */

/** @type {Record<string, string>} */
const NAMES = { momentum: 'momentum', rmsprop: 'RMSProp', adam: 'Adam', adamw: 'AdamW' };

/**
 * What the next update makes of every parameter, for the table of all of them: asked for only while it is wanted.
 * @param {Store} store
 * @param {Questions} questions
 * @param {{ toggled: (on: boolean) => void, arrived: () => void }} told
 */
export function createNextValues(store, questions, { toggled, arrived }) {
  let on = false;
  /** @type {number[] | null} */
  let values = null;
  /** @type {(() => void) | null} */
  let end = null;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button next-choice',
      'aria-pressed': 'false',
      title: 'Show what the next update makes of each of them',
      onclick: toggle,
    },
    'Next values',
  );
  const note = h('p', { class: 'explain', hidden: true });

  function toggle() {
    on = !on;
    button.setAttribute('aria-pressed', String(on));
    end?.();
    end = on ? questions.follow(({ veil }) => (veil ? null : { what: 'update' }), take) : null;
    values = null;
    note.hidden = !on;
    toggled(on);
    arrived();
  }

  /** @param {import('../types.d.ts').Reply} reply */
  function take({ answer, problem, stale }) {
    /** @type {import('./update-formula.js').Update | null} */
    const update = stale ? null : answer;
    values = update && !update.stopped ? update.parameters.map(({ next, edited }) => edited ?? next) : null;
    setText(note, problem ?? wordsOn(update));
    arrived();
  }

  /** @param {import('./update-formula.js').Update | null} update */
  function wordsOn(update) {
    if (store.get().playing) return 'Pause to see the next values.';
    if (store.get().veil) return 'They would give the gradients away: they come back after the exercise.';
    if (!update) return note.textContent ?? '';
    if (update.stopped) return 'Training stopped here: there is no next update.';
    const edits = update.parameters.some(({ edited }) => (edited ?? null) !== null) ? ', then with your edits' : '';
    const name = NAMES[update.optimizer];
    return name
      ? `Next is what ${name} makes of it at learning rate ${update.rate}${edits}.`
      : `Next is value − ${update.rate} × gradient${edits}.`;
  }

  return {
    choice: button,
    note,
    /** Of one parameter; null while it is not there, or not wanted. @param {number} index */
    of: (index) => values?.[index] ?? null,
    /** Whether the column has its numbers. */
    known: () => values !== null,
  };
}
