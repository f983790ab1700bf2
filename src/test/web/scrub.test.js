import { createNumberField, dragged, listenForScrubs, nudged, refuse, unitOf } from '/web/scrub.js';
import { readNumber } from '/web/settings.js';
import { equal, ok } from '/tests/assert.js';

const MOST = 1e6;

/** @param {string} text */
const refusal = (text) => refuse(text, readNumber(text), MOST);

/** @param {HTMLElement} target @param {string} type @param {number} x @param {PointerEventInit} [keys] */
function point(target, type, x, keys = {}) {
  const init = {
    bubbles: true,
    cancelable: true,
    isPrimary: true,
    pointerId: 1,
    button: 0,
    buttons: 1,
    clientX: x,
    ...keys,
  };
  target.dispatchEvent(new PointerEvent(type, init));
}

/** @param {HTMLElement} target @param {string} key @param {KeyboardEventInit} [keys] */
function press(target, key, keys = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys }));
}

const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));

/** An element that can be dragged. A made-up pointer cannot be captured. @param {number} value */
function draggable(value) {
  const element = document.createElement('div');
  element.setPointerCapture = () => {};
  document.body.append(element);
  /** @type {(number | string)[]} */
  const seen = [];
  listenForScrubs(element, () => ({
    value,
    most: MOST,
    change: (x) => void seen.push(x),
    begin: () => void seen.push('begin'),
    end: (kept) => void seen.push(kept ? 'kept' : 'brought back'),
    press: () => void seen.push('pressed'),
  }));
  return { element, seen };
}

/** @param {number} value */
function field(value) {
  /** @type {number[]} */
  const changes = [];
  /** @type {string[]} */
  const left = [];
  const made = createNumberField({
    label: 'a',
    most: MOST,
    change: (x) => void changes.push(x),
    done: (how) => void left.push(how),
  });
  document.body.append(made.element);
  made.reset(value);
  return { ...made, changes, left };
}

export default {
  async 'a press that was let go outside is over: what hovers moves nothing'() {
    const { element, seen } = draggable(2);
    point(element, 'pointerdown', 100);
    point(element, 'pointermove', 120, { buttons: 0 });
    point(element, 'pointermove', 140, { buttons: 0 });
    await frame();
    equal(seen, []);
  },
  'a pixel moves a number by a hundredth of its size, and never by less than 0.01'() {
    equal([0, 0.0003, -0.8, 9.99, 10, -250, 1e6].map(unitOf), [0.01, 0.01, 0.01, 0.01, 0.1, 1, 10_000]);
  },

  'a drag ends on whole units, and without a movement nothing changes'() {
    equal(dragged(0.8371, 0, 1, MOST), 0.8371);
    equal(dragged(0.8371, 3, 1, MOST), 0.87);
    equal(dragged(0.8371, 3, 0.1, MOST), 0.84);
    equal(dragged(-0.01, 1, 1, MOST), 0);
    equal(dragged(25, -10, 1, MOST), 24);
    equal(dragged(999_999, 100, 1, MOST), 1e6);
  },

  'ten presses of a key are one, and further digits stay'() {
    let value = 0;
    for (let i = 0; i < 10; i++) value = nudged(value, 1, 1, MOST);
    equal(value, 1);
    equal(nudged(0.8371, -1, 1, MOST), 0.7371);
    equal(nudged(0.8371, 1, 10, MOST), 1.8371);
    equal(nudged(0.8371, 1, 0.1, MOST), 0.8471);
  },

  'numbers as people type them are taken'() {
    equal(['5', ' −0.5 ', '2,25', '1e3', '-1000000'].map(refusal), ['', '', '', '', '']);
  },

  'what is not a number is named, and one is shown'() {
    ok(refusal('five').includes('“five” is not a number'));
    ok(refusal('  ').startsWith('Write a number'));
    ok(refusal('1 2').includes('not a number'));
  },

  'a number beyond the limit is told the limit'() {
    ok(refusal('1e7').includes('1,000,000'));
    ok(refusal('-Infinity').includes('1,000,000'));
  },

  async 'a drag tells the newest value once a frame, and the last one when it ends'() {
    const { element, seen } = draggable(1);
    point(element, 'pointerdown', 100);
    point(element, 'pointermove', 103);
    point(element, 'pointermove', 108);
    point(element, 'pointermove', 113);
    await frame();
    equal(seen, ['begin', 1.1]);
    point(element, 'pointermove', 123);
    point(element, 'pointerup', 123);
    equal(seen, ['begin', 1.1, 1.2, 'kept']);
  },

  async 'Escape during a drag brings the first value back'() {
    const { element, seen } = draggable(0.8371);
    point(element, 'pointerdown', 100);
    point(element, 'pointermove', 160);
    await frame();
    press(document.body, 'Escape');
    point(element, 'pointermove', 200);
    point(element, 'pointerup', 200);
    equal(seen, ['begin', 1.41, 0.8371, 'brought back']);
  },

  async 'holding Alt slows a drag down without a jump'() {
    const { element, seen } = draggable(1);
    point(element, 'pointerdown', 0);
    point(element, 'pointermove', 53);
    await frame();
    point(element, 'pointermove', 73, { altKey: true });
    await frame();
    point(element, 'pointerup', 73);
    equal(seen, ['begin', 1.5, 1.52, 'kept']);
  },

  'a press that does not move is no drag'() {
    const { element, seen } = draggable(1);
    point(element, 'pointerdown', 100);
    point(element, 'pointermove', 101);
    point(element, 'pointerup', 101);
    equal(seen, ['pressed']);
  },

  'what is typed counts when Enter is pressed, and not before'() {
    const { input, changes, left } = field(2);
    input.focus();
    input.value = '−3,5';
    input.dispatchEvent(new Event('input'));
    equal(changes, []);
    press(input, 'Enter');
    equal([changes, left, input.value], [[-3.5], ['enter'], '−3.5']);
  },

  'what is no number is refused and stays to be corrected'() {
    const { input, element, changes, left } = field(2);
    input.focus();
    input.value = 'two';
    input.dispatchEvent(new Event('input'));
    press(input, 'Enter');
    equal([changes, left, input.value, input.getAttribute('aria-invalid')], [[], [], 'two', 'true']);
    ok(element.textContent?.includes('is not a number'));
  },

  'the arrow keys move it, with Shift further, and Escape brings back what it was'() {
    const { input, changes, left } = field(0.5);
    input.focus();
    press(input, 'ArrowUp');
    press(input, 'ArrowUp', { shiftKey: true });
    press(input, 'PageDown');
    press(input, 'ArrowDown', { altKey: true });
    equal(changes, [0.6, 1.6, 0.6, 0.59]);
    press(input, 'Escape');
    equal([changes.at(-1), left, input.value], [0.5, ['escape'], '0.5']);
  },

  'what was asked for stays in the field until the answer is there'() {
    const { input, show } = field(1);
    input.focus();
    press(input, 'ArrowUp');
    show(1, false);
    equal(input.value, '1.1');
    show(1.1, true);
    show(7, true);
    equal([input.value, input.getAttribute('aria-valuenow')], ['7', '7']);
  },

  'after Enter, Escape brings back what Enter has kept'() {
    const { input, changes } = field(2);
    input.focus();
    press(input, 'ArrowUp');
    press(input, 'Enter');
    press(input, 'ArrowUp');
    press(input, 'Escape');
    equal(changes, [2.1, 2.2, 2.1]);
  },

  'a second finger makes of a press no drag'() {
    const { element, seen } = draggable(1);
    point(element, 'pointerdown', 100);
    point(element, 'pointerdown', 200, { pointerId: 2, isPrimary: false });
    point(element, 'pointermove', 160);
    point(element, 'pointerup', 160);
    equal(seen, []);
  },

  'a drag elsewhere takes what was typed into a field'() {
    const typed = field(2);
    const { element } = draggable(1);
    typed.input.focus();
    typed.input.value = '7';
    typed.input.dispatchEvent(new Event('input'));
    point(element, 'pointerdown', 100);
    point(element, 'pointermove', 160);
    equal(typed.changes, [7]);
    point(element, 'pointerup', 160);
  },
};
