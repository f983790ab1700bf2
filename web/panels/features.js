// What the network sees of two inputs: a picture of each feature, to switch on and off.
import { h } from '../dom.js';
import { lookOf } from '../map/look.js';
import { FEATURES } from '../map/seen.js';
import { pixelColours } from '../map/surface.js';
import { onThemeChange } from '../theme.js';

/** Pixels a side, and how far the pictures go from 0: about as far as the samples. */
const SIDE = 26;
const REACH = 6;

/** The inputs as they are. */
const PLAIN = ['x1', 'x2'];

/**
 * @param {import('../types.d.ts').Setting} setting
 * @param {(value: unknown) => void} change
 * @param {import('../types.d.ts').Store} store
 * @returns {import('./control.js').Field}
 */
export function features({ choices }, change, store) {
  /** @type {string[]} */
  let chosen = PLAIN;
  const buttons = choices.map(({ value, title }) => {
    const canvas = h('canvas', { width: SIDE, height: SIDE, 'aria-hidden': 'true' });
    const button = h(
      'button',
      { type: 'button', class: 'feature', onclick: () => toggle(value) },
      canvas,
      words(title),
    );
    return { value, canvas, button };
  });
  const group = h(
    'div',
    { class: 'features', role: 'group', 'aria-label': 'Features' },
    ...buttons.map(({ button }) => button),
  );

  /** @param {string} value */
  function toggle(value) {
    const next = choices.map((each) => each.value).filter((each) => chosen.includes(each) !== (each === value));
    // A network that sees nothing learns nothing.
    if (next.length === 0) return;
    // Before the server answers: the next press goes on from here.
    press(next);
    change(next);
  }

  /** @param {string[]} now */
  function press(now) {
    chosen = now;
    for (const { value, button } of buttons) {
      const on = chosen.includes(value);
      button.setAttribute('aria-pressed', String(on));
      button.setAttribute('aria-disabled', String(on && chosen.length === 1));
    }
  }

  function paint() {
    const colours = pixelColours(lookOf(group).palette);
    for (const { value, canvas } of buttons) draw(canvas, FEATURES[value], colours);
  }
  onThemeChange(paint);
  new ResizeObserver((_, observer) => {
    observer.disconnect();
    paint();
  }).observe(group);

  return {
    fields: [group],
    show(/** @type {string[] | null} */ value) {
      press(value ?? PLAIN);
      const row = /** @type {HTMLElement | null} */ (group.closest('.setting'));
      if (row && store.get().data.inputs !== 2) row.hidden = true;
    },
  };
}

/**
 * A feature over the plane, as strong as it becomes there.
 * @param {HTMLCanvasElement} canvas
 * @param {(x1: number, x2: number) => number} feature
 * @param {Uint32Array} colours
 */
function draw(canvas, feature, colours) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = pen.createImageData(SIDE, SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  const place = (/** @type {number} */ i) => ((2 * (i + 0.5)) / SIDE - 1) * REACH;
  const values = Float64Array.from(pixels, (_, i) => feature(place(i % SIDE), -place(Math.floor(i / SIDE))));
  const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const half = (colours.length - 1) / 2;
  values.forEach((value, i) => (pixels[i] = colours[Math.round((value / most) * half + half)]));
  pen.putImageData(image, 0, 0);
}

/** "x1^2" as it is written by hand. @param {string} title */
function words(title) {
  const parts = title.split(/(\d|\^2|\*)/).filter(Boolean);
  return h(
    'span',
    { class: 'feature-name' },
    ...parts.map((part) =>
      part === '^2' ? h('sup', {}, '2') : /\d/.test(part) ? h('sub', {}, part) : part === '*' ? '' : part,
    ),
  );
}
