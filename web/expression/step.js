import { h, icon } from '../dom.js';
import { precise } from '../numbers.js';
import { setText } from '../panels/cells.js';
import { readNumber } from '../settings.js';
import { chosenLeaves } from './actions.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/** @type {(keyof BoardState)[]} */
const DRAWN = ['shown', 'leaves', 'rate', 'stepped', 'canUndo', 'canRedo', 'practice'];

/**
 * A step along the gradient, as the lecture takes it by hand.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 */
export function mountStep(element, store, actions) {
  const { maxRate } = store.get().defaults;
  let shown = '';
  const rate = h('input', {
    ...{ id: 'step-rate', inputmode: 'decimal', autocomplete: 'off', 'aria-label': 'Size of a step' },
    'aria-describedby': 'step-problem',
    onchange: () => take(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      rate.value = shown;
      complain('');
    },
  });
  const problem = h('p', { id: 'step-problem', class: 'error', role: 'alert', hidden: true });
  const moved = h('span', { class: 'step-moved' });
  const line = h('p', { class: 'step-line number' }, moved, ' += ', rate, ' × gradient');
  const press = h('button', { type: 'button', class: 'button primary', onclick: actions.takeStep }, 'Take a step');
  const undo = h(
    'button',
    { type: 'button', class: 'button', title: 'Undo the last change of a number (Ctrl + Z)', onclick: actions.undo },
    icon('undo'),
    'Undo',
  );
  const redo = h(
    'button',
    { type: 'button', class: 'button icon', title: 'Redo', 'aria-label': 'Redo', onclick: actions.redo },
    icon('redo'),
  );
  const said = h('p', { class: 'step-said', role: 'status' });
  element.append(line, problem, h('div', { class: 'step-buttons' }, press, undo, redo), said);

  function take() {
    const value = readNumber(rate.value);
    const fits = Math.abs(value) <= maxRate;
    const limit = maxRate.toLocaleString('en');
    complain(fits ? '' : `The size of a step is a number from −${limit} to ${limit}.`);
    if (fits) actions.setRate(value);
  }

  /** @param {string} why */
  function complain(why) {
    setText(problem, why);
    problem.hidden = why === '';
    rate.setAttribute('aria-invalid', String(why !== ''));
  }

  /** @param {Readonly<BoardState>} state */
  function draw(state) {
    const leaves = chosenLeaves(state);
    const text = precise(state.rate);
    if (text !== shown) rate.value = text;
    shown = text;
    setText(moved, leaves.length > 4 ? `${leaves.length} inputs` : leaves.join(', ') || 'nothing');
    // A step would tell the gradients that are to be found.
    press.setAttribute('aria-disabled', String(leaves.length === 0 || state.practice !== null));
    undo.setAttribute('aria-disabled', String(!state.canUndo));
    redo.setAttribute('aria-disabled', String(!state.canRedo));
    const { stepped } = state;
    const result = state.shown?.sheet.statements.at(-1)?.name || 'The result';
    setText(said, stepped ? `${result} went from ${precise(stepped.before)} to ${precise(stepped.after)}.` : '');
  }

  draw(store.get());
  store.subscribe((state, before) => {
    if (DRAWN.some((key) => state[key] !== before[key])) draw(state);
  });
}
