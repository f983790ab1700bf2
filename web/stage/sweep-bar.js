// The buttons that begin a sweep, and while one is on, its tools and its caption.
import { createSpeaker, REST_MS } from '../announcer.js';
import { h, icon, iconButton } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { setAttribute, setHidden, setText } from './dom.js';
import { textOf } from './sweep-numbers.js';

/** @typedef {import('./sweep-moves.js').Direction} Direction */
/** @typedef {import('./sweep-numbers.js').Line} Line */
/** @typedef {import('./sweep-words.js').Caption} Caption */

/** Moves a second. */
const SPEEDS = [0.5, 1, 2, 4, 8, 20, 60];
export const FIRST_SPEED = 1;

/**
 * @typedef {object} Handlers
 * @property {(direction: Direction) => void} begin
 * @property {(by: number) => void} step
 * @property {(position: number) => void} seek
 * @property {() => void} toggle
 * @property {(speed: number) => void} speed
 * @property {() => void} end
 */
/** @typedef {{direction: Direction, position: number, length: number, playing: boolean, caption: Caption, stale: boolean}} Telling */

/** @param {Handlers} handlers */
export function createSweepBar(handlers) {
  /** @param {Direction} direction @param {string} title */
  const beginning = (direction, title) =>
    h(
      'button',
      { type: 'button', title, onclick: () => handlers.begin(direction) },
      icon(direction === 'forward' ? 'onward' : 'backward'),
      direction,
    );
  const begin = {
    forward: beginning('forward', 'Watch every number being computed, one after the other (F)'),
    backward: beginning('backward', 'Watch the gradients being handed back, one after the other (B)'),
  };
  const buttons = h(
    'div',
    { class: 'segmented stage-begin', role: 'group', 'aria-label': 'Sweep' },
    begin.forward,
    begin.backward,
  );

  const track = h('input', {
    ...{ type: 'range', min: 0, step: 1, value: 0, class: 'sweep-track', 'aria-label': 'Place in the sweep' },
    oninput: () => handlers.seek(Number(track.value)),
  });
  const play = iconButton('play', 'Play the sweep', handlers.toggle);
  const back = iconButton('back', 'Sweep: one move back', () => handlers.step(-1));
  const step = iconButton('forward', 'Sweep: one move on', () => handlers.step(1));
  const count = h('span', { class: 'sweep-count number' });
  const speed = h(
    'select',
    { 'aria-label': 'Moves a second', title: 'Moves a second', onchange: () => handlers.speed(Number(speed.value)) },
    ...SPEEDS.map((moves) => h('option', { value: moves }, moves === 0.5 ? '½/s' : `${moves}/s`)),
  );
  speed.value = String(FIRST_SPEED);
  const close = iconButton('remove', 'End the sweep (Esc)', () => {
    const inside = card.contains(document.activeElement);
    const from = direction;
    handlers.end();
    if (inside && from) begin[from].focus();
  });
  close.classList.add('quiet');
  const what = h('p', { class: 'sweep-what' });
  const then = h('p', { class: 'sweep-then' });
  const caption = h('div', { class: 'sweep-caption' }, what, then);
  const live = h('div', { class: 'visually-hidden', role: 'status' });
  const card = h(
    'div',
    { class: 'stage-sweep', role: 'group', 'aria-label': 'Sweep', hidden: true },
    h('div', { class: 'sweep-tools' }, back, play, step, track, count, speed, close),
    caption,
  );
  const say = createSpeaker(live, () => REST_MS);
  /** @type {Direction | null} */
  let direction = null;
  let told = '';

  return {
    buttons,
    card,
    live,
    /** Whether there is anything to sweep over. @param {boolean} possible */
    enable(possible) {
      for (const button of Object.values(begin)) setAttribute(button, 'aria-disabled', String(!possible));
    },
    /** @param {Telling | null} telling null: no sweep is on */
    set(telling) {
      direction = telling?.direction ?? null;
      setHidden(card, !telling);
      for (const name of /** @type {Direction[]} */ (['forward', 'backward']))
        setAttribute(begin[name], 'aria-pressed', String(name === direction));
      if (!telling) {
        told = '';
        return;
      }
      const { position, length, playing, stale } = telling;
      setAttribute(card, 'aria-label', `Sweep ${telling.direction}`);
      track.max = String(length);
      track.value = String(position);
      setAttribute(track, 'aria-valuetext', `${position} of ${length}`);
      setText(count, `${position} / ${length}`);
      const name = playing ? 'Pause the sweep' : 'Play the sweep';
      if (play.getAttribute('aria-label') !== name) {
        play.replaceChildren(icon(playing ? 'pause' : 'play'));
        play.setAttribute('aria-label', name);
        play.title = name;
      }
      setAttribute(back, 'aria-disabled', String(position === 0));
      for (const button of [step, play]) setAttribute(button, 'aria-disabled', String(position === length));
      caption.classList.toggle('stale', stale);
      const text = telling.caption.map(textOf).filter(Boolean).join('; ');
      if (stale || text === told) return;
      told = text;
      write(what, telling.caption[0]);
      write(then, telling.caption[1]);
      say(text);
    },
  };
}

/** @param {HTMLElement} element @param {Line} line */
function write(element, line) {
  element.replaceChildren(
    ...line.map((part) =>
      typeof part === 'number'
        ? h('span', { class: part < 0 ? 'number neg' : part > 0 ? 'number pos' : 'number' }, formatSmall(part))
        : part,
    ),
  );
}
