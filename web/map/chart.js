import { tickLabel, ticks } from '../plot/axis.js';
import { h } from '../dom.js';
import { CLASSES } from './look.js';

/**
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('./plane.js').Plane} Plane
 * @typedef {{ palette: string[], ink: string, mute: string, card: string, focus: string, mono: string }} Look
 * @typedef {{ x: number, y: number }} Pixel
 *
 * @typedef {object} View
 * @property {Plane} plane
 * @property {Sample[]} samples
 * @property {number} middle
 * @property {number} chosen -1 for none
 * @property {number[] | null} place that is asked about
 * @property {boolean} classes whether each output stands for a class
 */

const HEIGHT = 0.72;
const EDGE = { left: 38, bottom: 22, top: 6, right: 6 };
const POINT = { few: 4, many: 3 };
const MANY = 150;
/** As long as these are the same, samples and axes stay as they are drawn. @type {(keyof View)[]} */
const KEPT = ['samples', 'middle', 'chosen', 'place', 'plane'];

/**
 * A surface, if there is one, a line, the samples, the axes, of which the second grows upwards. They lie over each other, so that of a
 * film only the surface and its line are drawn anew; the browser scales the surface.
 * @param {HTMLElement} host
 * @param {[string, string]} axes their names
 */
export function createChart(host, axes) {
  const slot = h('div', { class: 'map-surface' });
  const layers = [h('canvas'), h('canvas')];
  host.append(slot, ...layers);
  const [line, pen] = layers.map((canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
  const box = { left: EDGE.left, top: EDGE.top, width: 0, height: 0 };
  /** @type {Plane} */
  let plane = { left: 0, right: 1, bottom: 0, top: 1 };
  /** @type {Look} */
  let look;
  /** What the samples and the axes were drawn for; null: not yet at this size and in these colours. @type {View | null} */
  let drawn = null;

  /** @param {ArrayLike<number>} inputs @returns {Pixel} */
  function toPixel(inputs) {
    return {
      x: box.left + ((inputs[0] - plane.left) / (plane.right - plane.left)) * box.width,
      y: box.top + ((plane.top - inputs[1]) / (plane.top - plane.bottom)) * box.height,
    };
  }

  /** @param {ArrayLike<number>} segments four numbers each, in shares of the picture's sides */
  function drawLine(segments) {
    clear(line);
    line.beginPath();
    for (let i = 0; i < segments.length; i += 4) {
      line.moveTo(box.left + segments[i] * box.width, box.top + segments[i + 1] * box.height);
      line.lineTo(box.left + segments[i + 2] * box.width, box.top + segments[i + 3] * box.height);
    }
    line.strokeStyle = look.ink;
    line.lineWidth = 1.5;
    line.stroke();
  }

  /** On which side of the middle a target is, its colour says and its shape. @param {Sample[]} samples @param {number} middle */
  function drawPoints(samples, middle) {
    for (const above of [false, true]) {
      pen.beginPath();
      for (const { x, y } of samples) if (y[0] > middle === above) outline(toPixel(x), above, sizeOf(samples));
      pen.fillStyle = look.palette[above ? look.palette.length - 1 : 0];
      pen.strokeStyle = look.card;
      pen.lineWidth = samples.length > MANY ? 0.8 : 1.5;
      pen.fill();
      pen.stroke();
    }
  }

  /** Its class says the colour of a sample; every other class has another shape. @param {Sample[]} samples */
  function drawClasses(samples) {
    const count = samples[0]?.y.length ?? 0;
    for (let k = 0; k < count; k++) {
      pen.beginPath();
      for (const { x, y } of samples) if (y[k] === 1) outline(toPixel(x), k % 2 === 0, sizeOf(samples));
      pen.fillStyle = CLASSES[k];
      pen.strokeStyle = look.card;
      pen.lineWidth = samples.length > MANY ? 0.8 : 1.5;
      pen.fill();
      pen.stroke();
    }
  }

  /** @param {Sample} sample @param {boolean} round */
  function drawChosen({ x }, round) {
    pen.beginPath();
    outline(toPixel(x), round, POINT.few + 4.5);
    pen.strokeStyle = look.card;
    pen.lineWidth = 4.5;
    pen.stroke();
    pen.strokeStyle = look.focus;
    pen.lineWidth = 2.5;
    pen.stroke();
  }

  /** A cross, open in the middle. @param {number[]} place */
  function drawPlace(place) {
    const { x, y } = toPixel(place);
    pen.beginPath();
    for (const [dx, dy] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ]) {
      pen.moveTo(x + 3 * dx, y + 3 * dy);
      pen.lineTo(x + 8 * dx, y + 8 * dy);
    }
    pen.strokeStyle = look.card;
    pen.lineWidth = 5;
    pen.stroke();
    pen.strokeStyle = look.focus;
    pen.lineWidth = 2.5;
    pen.stroke();
  }

  /** @param {Pixel} place @param {boolean} round @param {number} size */
  function outline({ x, y }, round, size) {
    const reach = size * 1.25;
    pen.moveTo(x + (round ? size : reach), y);
    if (round) return pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.lineTo(x, y + reach);
    pen.lineTo(x - reach, y);
    pen.lineTo(x, y - reach);
    pen.closePath();
  }

  function drawAxes() {
    const below = box.top + box.height + 6;
    pen.fillStyle = look.mute;
    pen.font = `11px ${look.mono}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'top';
    for (const tick of ticks(plane.left, plane.right)) {
      const { x } = toPixel([tick, 0]);
      if (x < box.left + box.width - 28) pen.fillText(tickLabel(tick), x, below);
    }
    pen.textAlign = 'right';
    pen.fillText(axes[0], box.left + box.width, below);
    pen.textBaseline = 'middle';
    for (const tick of ticks(plane.bottom, plane.top)) {
      const { y } = toPixel([0, tick]);
      if (y > box.top + 18) pen.fillText(tickLabel(tick), box.left - 6, y);
    }
    pen.textBaseline = 'top';
    pen.fillText(axes[1], box.left - 6, box.top);
  }

  return {
    /** @param {number} width in pixels of the page */
    resize(width) {
      const height = Math.round(width * HEIGHT);
      const dense = devicePixelRatio || 1;
      for (const { canvas } of [line, pen]) {
        canvas.width = Math.round(width * dense);
        canvas.height = Math.round(height * dense);
      }
      host.style.width = `${width}px`;
      host.style.height = `${height}px`;
      box.width = width - EDGE.left - EDGE.right;
      box.height = height - EDGE.top - EDGE.bottom;
      for (const [side, length] of Object.entries(box)) slot.style.setProperty(side, `${length}px`);
      for (const each of [line, pen]) each.setTransform(dense, 0, 0, dense, 0, 0);
      drawn = null;
    },

    /** @param {Look} next */
    dress(next) {
      look = next;
      drawn = null;
    },

    /**
     * @param {View} view
     * @param {ArrayLike<number>} segments of the line
     * @param {HTMLCanvasElement | null} surface
     */
    draw(view, segments, surface) {
      plane = view.plane;
      if (surface && surface.parentElement !== slot) slot.replaceChildren(surface);
      drawLine(segments);
      const same = drawn && KEPT.every((part) => view[part] === drawn?.[part]);
      if (same) return;
      drawn = view;
      clear(pen);
      if (view.classes) drawClasses(view.samples);
      else drawPoints(view.samples, view.middle);
      const chosen = view.samples[view.chosen];
      if (chosen) drawChosen(chosen, view.classes ? chosen.y.indexOf(1) % 2 === 0 : chosen.y[0] > view.middle);
      if (view.place) drawPlace(view.place);
      drawAxes();
    },

    toPixel,

    /** @param {Pixel} pixel @returns {[number, number]} */
    toInputs({ x, y }) {
      return [
        plane.left + ((x - box.left) / box.width) * (plane.right - plane.left),
        plane.top - ((y - box.top) / box.height) * (plane.top - plane.bottom),
      ];
    },
  };
}

/** @param {CanvasRenderingContext2D} pen */
function clear(pen) {
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
}

/** @param {Sample[]} samples */
const sizeOf = ({ length }) => (length > MANY ? POINT.many : POINT.few);
