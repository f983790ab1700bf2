import { createEditing, MAGNITUDE, whyCovered } from './editing.js';
import { h } from './dom.js';
import { createNumberField } from './scrub.js';
import { nameInWords } from './words.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').Actions} Actions
 * @typedef {ReturnType<typeof createInPlace>} InPlace
 */

/** What the style has around the field, above and below together, in pixels. */
const FRAME = 8;

/** Whether a key opens what has the focus to be edited: F2, and Enter on what is selected. @param {KeyboardEvent} event @param {boolean} selected */
export function asksToEdit({ key, altKey, ctrlKey, metaKey, shiftKey }, selected) {
  return (key === 'F2' || (key === 'Enter' && selected)) && !(altKey || ctrlKey || metaKey || shiftKey);
}

/**
 * Says why a number cannot be set, in the banner over the picture and to those who listen; until something else is selected.
 * @param {Store} store @param {string} detail
 */
export function sayWhyFixed(store, detail) {
  const problem = { title: 'It cannot be set', detail, calm: true };
  store.set({ problem });
  const { selected } = store.get();
  const stop = store.watch((state) => {
    if (state.problem === problem && state.selected === selected) return;
    stop();
    if (state.problem === problem) store.set({ problem: null });
  });
}

/**
 * A small field over a parameter's number, for as long as it is edited: Enter keeps, Escape brings back the first value, leaving
 * it keeps. All that is done in it is one change. It stands where its owner puts it.
 * @param {Store} store @param {Actions} actions
 * @param {object} owner
 * @param {() => void} owner.place  it has been opened, or has another size
 * @param {(parameter: string, left: boolean) => void} [owner.closed]  left: the focus has gone elsewhere, and stays there
 */
export function createInPlace(store, actions, { place, closed }) {
  const editing = createEditing(store, actions);
  let name = '';
  let step = 0;
  /** @type {Element | null} */
  let opener = null;

  const field = createNumberField({
    ...{ label: '', name: 'Value', most: MAGNITUDE },
    change: editing.change,
    done: (how) => close(how === 'blur'),
  });
  const element = h('div', { class: 'in-place', hidden: true }, field.element);
  // A press beside the text must not take the focus from it.
  element.addEventListener('mousedown', (event) => event.target !== field.input && event.preventDefault());
  // What lies beneath is not meant.
  for (const type of ['click', 'dblclick', 'pointerdown']) element.addEventListener(type, (e) => e.stopPropagation());
  new ResizeObserver(() => name && place()).observe(element);

  /** @param {boolean} left */
  function close(left) {
    if (!name) return;
    const parameter = name;
    name = '';
    editing.end();
    const back = opener;
    opener = null;
    // Before the field is hidden, which would take the focus away.
    if (!left && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    element.hidden = true;
    closed?.(parameter, left);
  }

  store.subscribe(({ frame, parameters, busy }) => {
    if (!name) return;
    const i = parameters.indexOf(name);
    // It belongs to the moment in which it was opened.
    if (i < 0 || frame.step !== step) close(true);
    else field.show(frame.values[i], !busy);
  });

  return {
    element,
    /** How high it is but for what it complains of: its text, and its frame around it. */
    line: () => field.input.offsetHeight + FRAME,
    /** What is edited, or "". */
    get name() {
      return name;
    },
    /** @param {string} parameter @param {string} grip the word before the field */
    open(parameter, grip) {
      if (name === parameter) return field.focus();
      close(true);
      const why = whyCovered(store.get(), parameter);
      if (why) return sayWhyFixed(store, why);
      opener = document.activeElement;
      name = parameter;
      step = store.get().frame.step;
      editing.begin(parameter);
      field.grip.textContent = grip;
      field.input.setAttribute('aria-label', `Value of ${nameInWords(parameter)}`);
      field.reset(editing.valueOf(parameter));
      element.hidden = false;
      place();
      field.focus();
    },
    /** What was reached is kept. */
    leave() {
      if (name) field.input.blur();
    },
  };
}
