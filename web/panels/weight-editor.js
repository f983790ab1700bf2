import { h } from '../dom.js';
import { format, precise } from '../numbers.js';
import { roundLimit } from '../plot/axis.js';
import { readNumber } from '../settings.js';
import { nameInWords } from '../words.js';
import { setText } from './cells.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 */

const NUDGE = 0.1;
/** The slider reaches at least so far either way. */
const REACH = 2;
/** What the engine takes, either way. */
const MAGNITUDE = 1e6;

/**
 * Sets a weight or bias at the shown step: by typing, by a slider, by small nudges.
 * @param {Store} store
 * @param {Actions} actions
 */
export function createWeightEditor(store, actions) {
  let name = '';
  let reach = REACH;
  /** What was asked for and is not shown yet; a second press goes on from there. @type {number | null} */
  let wanted = null;
  let scheduled = false;
  let resume = false;

  const title = h('label', { for: 'weight-value' });
  const field = h('input', {
    id: 'weight-value',
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'weight-problem',
  });
  const set = h('button', { type: 'submit', class: 'button primary' }, 'Set');
  const less = nudger(-NUDGE);
  const more = nudger(NUDGE);
  const range = h('input', { type: 'range', step: 'any' });
  const ends = [h('span', {}), h('span', {}, '0'), h('span', {})];
  const problem = h('p', { id: 'weight-problem', class: 'weight-problem', 'aria-live': 'polite' });
  const back = h('button', { type: 'button', class: 'button', onclick: takeBack }, 'Take back');
  const form = h(
    'form',
    { class: 'weight-editor', novalidate: true },
    h('div', { class: 'weight-head' }, title, back),
    h('div', { class: 'weight-row' }, less, field, more, set),
    range,
    h(
      'div',
      { class: 'weight-foot' },
      h('div', { class: 'weight-ends number', 'aria-hidden': 'true' }, ...ends),
      problem,
    ),
  );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = readNumber(field.value);
    const refusal = refuse(field.value, value);
    complain(refusal);
    if (refusal === '') apply(value);
    else field.focus();
  });
  field.addEventListener('input', () => {
    field.dataset.typed = 'true';
    complain('');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      nudge(event.key === 'ArrowUp' ? NUDGE : -NUDGE);
    } else if (event.key === 'Escape' && field.dataset.typed) {
      event.preventDefault();
      settle();
      show(store.get());
    }
  });
  range.addEventListener('input', () => {
    // Play would spread one movement of the slider over many steps, an edit at each.
    if (store.get().playing) {
      resume = true;
      actions.pause();
    }
    wanted = Number(Number(range.value).toPrecision(3));
    write(wanted);
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      if (wanted !== null) apply(wanted);
    });
  });
  range.addEventListener('change', () => {
    if (resume) actions.play();
    resume = false;
  });

  /** @param {number} by */
  function nudger(by) {
    const text = (by < 0 ? '−' : '+') + Math.abs(by);
    return h(
      'button',
      { type: 'button', class: 'button number', 'aria-label': `${text} to it`, onclick: () => nudge(by) },
      text,
    );
  }

  /** @param {number} by */
  function nudge(by) {
    // Rounded, so that ten nudges of 0.1 are 1.
    const value = Number(((wanted ?? shownValue(store.get())) + by).toPrecision(12));
    const refusal = refuse(String(value), value);
    complain(refusal);
    if (refusal === '') apply(value);
  }

  /** @param {number} value */
  function apply(value) {
    wanted = value;
    delete field.dataset.typed;
    write(value);
    actions.edit({ [name]: value });
  }

  function takeBack() {
    const { recipe, frame } = store.get();
    const index = recipe.edits.findIndex((edit) => edit.step === frame.step && name in edit.set);
    if (index < 0) return;
    settle();
    actions.takeBack(index, name);
    field.focus();
  }

  /** Forgets what was typed or wanted. */
  function settle() {
    wanted = null;
    delete field.dataset.typed;
    complain('');
  }

  /** @param {string} message */
  function complain(message) {
    setText(problem, message);
    if (message) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  /** @param {State} state */
  function shownValue({ frame, parameters }) {
    return frame.values[parameters.indexOf(name)];
  }

  /** @param {number} value */
  function write(value) {
    if (!field.dataset.typed) field.value = precise(value);
    if (!range.matches(':active')) {
      if (Math.abs(value) > reach) reach = roundLimit(Math.abs(value), REACH);
      range.min = String(-reach);
      range.max = String(reach);
      setText(ends[0], precise(-reach));
      setText(ends[2], precise(reach));
      range.value = String(value);
    }
    range.setAttribute('aria-valuetext', format(value));
  }

  /** @param {State} state */
  function show(state) {
    const { frame, recipe, busy } = state;
    if (!busy) wanted = null;
    setText(title, `Set it at step ${frame.step}`);
    if (wanted === null) write(shownValue(state));
    const edited = recipe.edits.some((edit) => edit.step === frame.step && name in edit.set);
    back.classList.toggle('absent', !edited);
    back.disabled = !edited;
  }

  return {
    element: form,
    /** @param {State} state @param {string} parameter */
    show(state, parameter) {
      if (parameter !== name) {
        name = parameter;
        reach = REACH;
        settle();
        range.setAttribute('aria-label', `${nameInWords(name)}, slider`);
      }
      show(state);
    },
  };
}

/**
 * Why a text cannot be a weight, or "".
 * @param {string} text
 * @param {number} value
 */
export function refuse(text, value) {
  if (text.trim() === '') return 'Write a number, such as −0.5.';
  if (Number.isNaN(value)) return `“${text.trim().slice(0, 12)}” is not a number. Try −0.5.`;
  if (Math.abs(value) > MAGNITUDE) return 'A weight or bias stays between −1,000,000 and 1,000,000.';
  return '';
}
