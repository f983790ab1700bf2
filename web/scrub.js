// Numbers that are set where they stand: by typing, by dragging sideways, by the arrow keys.
import { h } from './dom.js';
import { precise } from './numbers.js';
import { readNumber } from './settings.js';

/**
 * One drag of a number.
 * @typedef {object} Scrub
 * @property {number} value  what it is when the drag begins
 * @property {number} most  it stays between -most and most
 * @property {(value: number) => void} change  called at most once an animation frame, with the newest value
 * @property {() => void} [begin]  the press has become a drag
 * @property {(kept: boolean) => void} [end]  the drag is over; not kept: Escape has brought the first value back
 * @property {() => void} [press]  it was pressed and let go without a drag
 */

/** A pointer that moved less sideways has not dragged, in CSS pixels. */
const STILL = 3;
/** An arrow key moves a number by so many units, a page key by ten times as many. */
const UNITS_A_KEY = 10;

/**
 * What a number is moved by for a pixel: 0.01 up to 10, 0.1 up to 100, and so on.
 * @param {number} value
 */
export function unitOf(value) {
  return 10 ** (Math.max(0, Math.floor(Math.log10(Math.abs(value)))) - 2) || 0.01;
}

/**
 * Where a drag has brought a number: to a whole unit, so that it is short to read. No pixel is no change.
 * @param {number} from @param {number} pixels to the right @param {number} factor of the unit @param {number} most
 */
export function dragged(from, pixels, factor, most) {
  if (pixels === 0) return from;
  const unit = unitOf(from) * factor;
  return within(tidy(Math.round(from / unit + pixels) * unit), most);
}

/**
 * Where a key has brought a number; its further digits stay as they are.
 * @param {number} from @param {number} presses up @param {number} factor of the unit @param {number} most
 */
export function nudged(from, presses, factor, most) {
  return within(tidy(from + presses * UNITS_A_KEY * unitOf(from) * factor), most);
}

/** Ten times a tenth is one. @param {number} value */
function tidy(value) {
  return Number(value.toPrecision(12)) + 0;
}

/** @param {number} value @param {number} most */
function within(value, most) {
  return Math.min(most, Math.max(-most, value));
}

/**
 * Ten times as far with Shift, a tenth with Alt.
 * @param {{ shiftKey: boolean, altKey: boolean }} event
 */
export function factorOf({ shiftKey, altKey }) {
  return shiftKey ? 10 : altKey ? 0.1 : 1;
}

/**
 * How a key moves a number that has the focus, or null.
 * @param {KeyboardEvent} event @param {number} value @param {number} most
 */
export function byKey(event, value, most) {
  /** @type {Record<string, number>} */
  const presses = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  if (!(event.key in presses) || event.ctrlKey || event.metaKey) return null;
  return nudged(value, presses[event.key], factorOf(event), most);
}

/**
 * Why a text cannot be a number of at most that size, in a sentence, or "".
 * @param {string} text @param {number} value what the text reads as @param {number} most
 */
export function refuse(text, value, most) {
  if (text.trim() === '') return 'Write a number, such as −0.5.';
  if (Number.isNaN(value)) return `“${text.trim().slice(0, 12)}” is not a number. Try −0.5.`;
  const limit = most.toLocaleString('en');
  if (Math.abs(value) > most) return `It stays between −${limit} and ${limit}.`;
  return '';
}

/**
 * Lets numbers within an element be dragged sideways, with Shift ten times as far, with Alt a tenth; Escape brings the first
 * value back. What can be dragged has the class "scrubs", for its cursor, and so that a finger that moves up or down scrolls.
 * @param {HTMLElement} element
 * @param {(event: PointerEvent) => Scrub | null} start answers what a press may begin; null: nothing
 * @returns {() => boolean} whether something is being dragged
 */
export function listenForScrubs(element, start) {
  /** @type {Scrub | null} */
  let scrub = null;
  let pointer = -1;
  let active = false;
  let ended = false;
  /** Pixels, each weighed by the keys that were held: so that holding one does not make the number jump. */
  let way = 0;
  let origin = 0;
  let lastX = 0;
  let finest = 1;
  let value = 0;
  let scheduled = 0;

  element.addEventListener('pointerdown', (event) => {
    // A second finger: they are about to pinch.
    if (scrub && !active && event.pointerId !== pointer) forget();
    if (scrub || event.button !== 0 || !event.isPrimary) return;
    ended = false;
    scrub = start(event);
    if (!scrub) return;
    // The first movement may already have left the element.
    for (const [type, listener] of following) addEventListener(type, listener, true);
    pointer = event.pointerId;
    active = false;
    value = scrub.value;
    origin = lastX = event.clientX;
    way = 0;
    finest = 1;
    // Else the browser would begin to select text, or put the caret into the field.
    if (event.pointerType !== 'touch') event.preventDefault();
  });

  /** @param {PointerEvent} event */
  function move(event) {
    if (!scrub || event.pointerId !== pointer) return;
    if (event.buttons === 0) {
      // It was let go outside, before there was a drag: what hovers now presses nothing.
      if (!active) scrub = null;
      return;
    }
    if (!active) {
      if (Math.abs(event.clientX - origin) < STILL) return;
      active = true;
      lastX = origin + STILL * Math.sign(event.clientX - origin);
      element.setPointerCapture(pointer);
      document.documentElement.classList.add('scrubbing');
      addEventListener('keydown', cancelByKey, true);
      // The press has not taken the focus from another field: what was typed there counts now.
      const { activeElement } = document;
      if (activeElement instanceof HTMLInputElement && !element.contains(activeElement)) activeElement.blur();
      scrub.begin?.();
    }
    const factor = factorOf(event);
    finest = Math.min(finest, factor);
    way += (event.clientX - lastX) * factor;
    lastX = event.clientX;
    value = dragged(scrub.value, way / finest, finest, scrub.most);
    scheduled ||= requestAnimationFrame(tell);
  }

  function tell() {
    scheduled = 0;
    if (scrub && active) scrub.change(value);
  }

  /** @param {boolean} kept */
  function finish(kept) {
    if (!scrub) return;
    const { change, end, press, value: first } = scrub;
    const dragging = active;
    if (scheduled) cancelAnimationFrame(scheduled);
    const late = scheduled !== 0;
    scheduled = 0;
    forget();
    active = false;
    ended = dragging;
    document.documentElement.classList.remove('scrubbing');
    removeEventListener('keydown', cancelByKey, true);
    if (element.hasPointerCapture(pointer)) element.releasePointerCapture(pointer);
    if (!dragging) {
      if (kept) press?.();
      return;
    }
    if (!kept) change(first);
    else if (late) change(value);
    end?.(kept);
  }

  /** @param {KeyboardEvent} event */
  function cancelByKey(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  }

  function forget() {
    scrub = null;
    for (const [type, listener] of following) removeEventListener(type, listener, true);
  }

  /** @param {PointerEvent} event */
  function release(event) {
    if (event.pointerId !== pointer) return;
    // The browser takes the pointer when a finger scrolls: before a drag nothing has happened, after it what was reached stays.
    if (event.type === 'pointerup' || active) finish(true);
    else forget();
  }

  /** What is heard from a press until it is over. @type {['pointermove' | 'pointerup' | 'pointercancel', (event: PointerEvent) => void][]} */
  const following = [
    ['pointermove', move],
    ['pointerup', release],
    ['pointercancel', release],
  ];
  // A drag ends with a click on what lies under the pointer, which nobody meant.
  element.addEventListener(
    'click',
    (event) => {
      if (!ended || event.detail === 0) return;
      ended = false;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  return () => active;
}

/**
 * A field for one number: typed and sent by Enter or by leaving it, dragged sideways by its grip or while it has no focus,
 * moved by the arrow and page keys. Escape brings back what it was when the focus came, or at the last Enter.
 * @param {object} options
 * @param {string} options.label  the word before the field, which is its grip
 * @param {string} [options.name]  what it is called for those who cannot see where it stands; else its label
 * @param {number} options.most  it stays between -most and most
 * @param {(value: number) => void} options.change  while it is dragged at most once an animation frame
 * @param {() => void} [options.begin]  a drag begins
 * @param {() => void} [options.end]  a drag is over
 * @param {(how: 'enter' | 'escape' | 'blur') => void} [options.done]  the field was left, or may be closed
 */
export function createNumberField({ label, name, most, change, begin, end, done }) {
  let shown = 0;
  /** What was asked for and is not shown yet. @type {number | null} */
  let wanted = null;
  /** What it was when the focus came, or at the last Enter. */
  let first = 0;
  let typed = false;
  const id = `number-${++fields}`;
  const grip = h('label', { for: id, class: 'scrub-grip scrubs' }, label);
  const input = h('input', {
    id,
    type: 'text',
    role: 'spinbutton',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    class: 'scrub-value scrubs',
    'aria-label': name ?? false,
    'aria-describedby': `${id}-problem`,
  });
  const problem = h('p', { id: `${id}-problem`, class: 'scrub-problem', 'aria-live': 'polite' });
  const element = h('div', { class: 'scrub' }, grip, input, problem);

  const scrubbing = listenForScrubs(element, (event) => {
    const onInput = event.target === input;
    // Within a field that has the focus a drag marks text.
    if (!(onInput && document.activeElement !== input) && event.target !== grip) return null;
    const value = wanted ?? shown;
    return { value, most, change: set, begin, end: () => end?.(), press: focus };
  });

  function focus() {
    input.focus();
    input.select();
  }

  /** @param {number} value */
  function set(value) {
    wanted = value;
    typed = false;
    complain('');
    write(value);
    change(value);
  }

  /** @param {number} value */
  function write(value) {
    const text = precise(value);
    if (!typed && input.value !== text) input.value = text;
    input.setAttribute('aria-valuenow', String(value));
    input.setAttribute('aria-valuetext', text);
  }

  /** @param {string} message */
  function complain(message) {
    if (problem.textContent !== message) problem.textContent = message;
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }

  /** What was typed takes effect, if it is a number. @returns {boolean} whether it is, or nothing was typed */
  function take() {
    if (!typed) return true;
    const value = readNumber(input.value);
    const refusal = refuse(input.value, value, most);
    complain(refusal);
    if (refusal === '') set(value);
    return refusal === '';
  }

  /** Forgets what was typed. */
  function forget() {
    typed = false;
    complain('');
    write(wanted ?? shown);
  }

  input.addEventListener('focus', () => void (first = wanted ?? shown));
  input.addEventListener('input', () => {
    typed = true;
    complain('');
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const moved = byKey(event, typed ? readNumber(input.value) : (wanted ?? shown), most);
    if (moved !== null) {
      if (!Number.isNaN(moved)) set(moved);
      else take();
    } else if (event.key === 'Enter') {
      if (take()) {
        first = wanted ?? shown;
        done?.('enter');
      }
      input.select();
    } else if (event.key === 'Escape') {
      forget();
      if (first !== (wanted ?? shown)) set(first);
      done?.('escape');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('blur', () => {
    if (!take()) forget();
    done?.('blur');
  });

  return {
    element,
    input,
    grip,
    focus,
    scrubbing,
    /**
     * @param {number} value what it is now
     * @param {boolean} [settled] whether an answer to what was asked for last would be in it; else that stays in the field
     */
    show(value, settled = true) {
      shown = value;
      if (settled && !scrubbing()) wanted = null;
      if (wanted === null) write(value);
    },
    /** For another number than before: forgets what was typed or asked for. @param {number} value */
    reset(value) {
      typed = false;
      wanted = null;
      shown = first = value;
      complain('');
      write(value);
    },
  };
}

let fields = 0;
