import { h } from '../dom.js';
import { createEditing, MAGNITUDE } from '../editing.js';
import { format, precise } from '../numbers.js';
import { roundLimit } from '../plot/axis.js';
import { createNumberField } from '../scrub.js';
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

/**
 * Sets a weight or bias at the shown step: in a field, by a slider, by small nudges.
 * @param {Store} store
 * @param {Actions} actions
 */
export function createWeightEditor(store, actions) {
  let name = '';
  let reach = REACH;
  /** Where the slider has been moved to. */
  let slid = 0;
  let scheduled = false;

  const editing = createEditing(store, actions);
  const field = createNumberField({
    ...{ label: '', name: 'Value', most: MAGNITUDE },
    change(value) {
      // What is done in the field until it is left, or Enter is pressed, is one change.
      if (!editing.open) editing.begin(name, { rest: false });
      editing.change(value);
    },
    begin: () => editing.begin(name),
    end: editing.end,
    done: editing.end,
  });
  const less = nudger(-NUDGE);
  const more = nudger(NUDGE);
  const range = h('input', { type: 'range', step: 'any' });
  const ends = [h('span', {}), h('span', {}, '0'), h('span', {})];
  const back = h('button', { type: 'button', class: 'button', onclick: takeBack }, 'Take back');
  const element = h(
    'div',
    { class: 'weight-editor' },
    field.element,
    back,
    less,
    more,
    range,
    h('div', { class: 'weight-ends number', 'aria-hidden': 'true' }, ...ends),
  );

  range.addEventListener('input', () => {
    slid = Number(Number(range.value).toPrecision(3));
    range.setAttribute('aria-valuetext', format(slid));
    // Keys move it by single steps, which are one change if they follow each other soon.
    if (!range.matches(':active')) return editing.setTo(name, slid);
    if (!editing.open) editing.begin(name);
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(slide);
  });
  range.addEventListener('change', () => {
    slide();
    editing.end();
  });

  function slide() {
    if (scheduled) editing.change(slid);
    scheduled = false;
  }

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
    const value = Number((editing.valueOf(name) + by).toPrecision(12));
    if (Math.abs(value) <= MAGNITUDE) editing.setTo(name, value);
  }

  function takeBack() {
    const { recipe, frame } = store.get();
    const index = recipe.edits.findIndex((edit) => edit.step === frame.step && name in edit.set);
    if (index < 0) return;
    actions.takeBack(index, name);
    field.input.focus();
  }

  /** @param {number} value */
  function writeSlider(value) {
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
  function show({ frame, recipe }) {
    setText(field.grip, `Set it at step ${frame.step}`);
    const value = editing.valueOf(name);
    field.show(value);
    writeSlider(value);
    const edited = recipe.edits.some((edit) => edit.step === frame.step && name in edit.set);
    back.classList.toggle('absent', !edited);
    back.disabled = !edited;
  }

  return {
    element,
    /** @param {State} state @param {string} parameter */
    show(state, parameter) {
      if (parameter !== name) {
        editing.end();
        name = parameter;
        reach = REACH;
        field.reset(editing.valueOf(name));
        field.input.setAttribute('aria-label', `Value of ${nameInWords(name)}`);
        range.setAttribute('aria-label', `${nameInWords(name)}, slider`);
      }
      show(state);
    },
  };
}
