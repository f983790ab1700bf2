import { h, icon, iconButton, setAttribute } from '../dom.js';
import { readNumber } from '../settings.js';
import { UNITS } from '../stepping.js';

/** @typedef {import('../types.d.ts').Mount} Mount */

/** Steps a second. */
const SPEEDS = [1, 2, 5, 8, 20, 60, 200, 1000, Infinity];
const NARROW = matchMedia('(max-width: 760px)');

/**
 * Play, pause, a step on and back, back to the start, and the speed.
 * @type {Mount}
 */
export function mountTransport(element, store, actions) {
  const first = iconButton('first', 'Back to the start', actions.reset);
  const back = iconButton('back', 'One step back', () => actions.go(-1));
  const play = h('button', { type: 'button', class: 'button primary play', onclick: actions.togglePlay });
  const forward = iconButton('forward', 'One step forward', () => actions.go(1));
  const speed = h(
    'select',
    { 'aria-label': 'Speed', onchange: () => actions.setSpeed(Number(speed.value)) },
    ...SPEEDS.map((steps) => h('option', { value: steps })),
  );
  element.append(first, back, play, forward, h('label', { class: 'speed' }, h('span', {}, 'speed'), speed));

  function nameSpeeds() {
    for (const option of speed.options) option.label = nameOf(Number(option.value), NARROW.matches);
  }

  function draw() {
    const { playing, frame, limits, speed: steps, unit } = store.get();
    const end = !!frame.stopped || frame.step >= limits.steps;
    const name = playing ? 'Pause' : 'Play';
    if (play.getAttribute('aria-label') !== name) {
      play.replaceChildren(icon(playing ? 'pause' : 'play'));
      play.setAttribute('aria-label', name);
      play.title = `${name} (space)`;
    }
    if (speed.value !== String(steps)) speed.value = String(steps);
    for (const [button, way] of /** @type {const} */ ([
      [back, 'back'],
      [forward, 'forward'],
    ])) {
      const title = `One ${UNITS[unit]} ${way}`;
      if (button.title !== title) {
        button.title = title;
        button.setAttribute('aria-label', title);
      }
    }
    // Not disabled, which would take the focus away from a button that was just pressed.
    for (const button of [first, back]) setAttribute(button, 'aria-disabled', String(frame.step === 0));
    for (const button of [forward, play]) setAttribute(button, 'aria-disabled', String(end));
  }

  draw();
  nameSpeeds();
  NARROW.addEventListener('change', nameSpeeds);
  store.subscribe((state, before) => {
    if (
      state.playing !== before.playing ||
      state.frame !== before.frame ||
      state.speed !== before.speed ||
      state.unit !== before.unit
    )
      draw();
  });
}

/** @param {number} steps @param {boolean} narrow */
function nameOf(steps, narrow) {
  if (steps === Infinity) return narrow ? 'max' : 'as fast as it goes';
  const count = steps.toLocaleString('en');
  return narrow ? `${count}/s` : `${count} step${steps === 1 ? '' : 's'}/s`;
}

/** The step, in a field: typing another number goes there. @type {Mount} */
export function mountJump(element, store, actions) {
  const field = h('input', {
    ...{
      inputmode: 'numeric',
      autocomplete: 'off',
      class: 'jump',
      'aria-label': 'Step; type another to go there',
      title: 'Type a step to go there',
    },
    onfocus: () => field.select(),
    onchange: () => {
      const step = readNumber(field.value);
      if (Number.isFinite(step)) actions.seek(step);
      show();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' || event.key === 'Escape') field.blur();
    },
    onblur: () => show(),
  });
  const show = () => {
    if (document.activeElement !== field) field.value = String(store.get().frame.step);
  };
  element.append(field);
  show();
  store.subscribe((state, before) => {
    if (state.frame.step !== before.frame.step) show();
  });
}
