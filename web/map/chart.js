import { tickLabel, ticks } from '../plot/axis.js';
import { h } from '../dom.js';
import { pixelColours } from './surface.js';

/**
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('./plane.js').Plane} Plane
 * @typedef {ReturnType<typeof import('./surface.js').createSurface>} Surface
 * @typedef {{ palette: string[], ink: string, mute: string, card: string, focus: string, mono: string }} Look
 * @typedef {{ x: number, y: number }} Pixel
 * @typedef {{ plane: Plane, samples: Sample[], middle: number, extent: number, chosen: number }} View chosen is -1 for none
 */

const HEIGHT = 0.72;
const EDGE = { left: 38, bottom: 22, top: 6, right: 6 };
const POINT = 4;

/**
 * A map: the surface, the line in its middle, the samples, the axes; x2 grows upwards. They lie over each other, so that of a
 * film only the surface and its line are drawn anew; the browser scales the surface.
 * @param {HTMLElement} host
 */
export function createChart(host) {
  const slot = h('div', { class: 'map-surface' });
  const layers = [h('canvas'), h('canvas')];
  host.append(slot, ...layers);
  const [line, pen] = layers.map((canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
  const box = { left: EDGE.left, top: EDGE.top, width: 0, height: 0 };
  /** @type {Plane} */
  let plane = { left: 0, right: 1, bottom: 0, top: 1 };
  /** @type {Look} */
  let look;
  let colours = new Uint32Array();
  /** What the samples and the axes were drawn for; null: not yet at this size and in these colours. @type {View | null} */
  let drawn = null;

  /** @param {ArrayLike<number>} inputs @returns {Pixel} */
  function toPixel(inputs) {
    return {
      x: box.left + ((inputs[0] - plane.left) / (plane.right - plane.left)) * box.width,
      y: box.top + ((plane.top - inputs[1]) / (plane.top - plane.bottom)) * box.height,
    };
  }

  /** @param {Surface} surface @param {number} middle */
  function drawBoundary(surface, middle) {
    const segments = surface.boundary(middle);
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
      for (const { x, y } of samples) if (y[0] > middle === above) outline(toPixel(x), above, POINT);
      pen.fillStyle = look.palette[above ? look.palette.length - 1 : 0];
      pen.strokeStyle = look.card;
      pen.lineWidth = 1.5;
      pen.fill();
      pen.stroke();
    }
  }

  /** @param {Sample} sample @param {number} middle */
  function drawChosen({ x, y }, middle) {
    pen.beginPath();
    outline(toPixel(x), y[0] > middle, POINT + 4.5);
    pen.strokeStyle = look.card;
    pen.lineWidth = 4.5;
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
    pen.fillText('x1', box.left + box.width, below);
    pen.textBaseline = 'middle';
    for (const tick of ticks(plane.bottom, plane.top)) {
      const { y } = toPixel([0, tick]);
      if (y > box.top + 18) pen.fillText(tickLabel(tick), box.left - 6, y);
    }
    pen.textBaseline = 'top';
    pen.fillText('x2', box.left - 6, box.top);
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
      colours = pixelColours(look.palette);
      drawn = null;
    },

    /** @param {Surface} surface @param {View} view */
    draw(surface, view) {
      plane = view.plane;
      surface.paint(colours, view.middle, view.extent);
      if (surface.canvas.parentElement !== slot) slot.replaceChildren(surface.canvas);
      drawBoundary(surface, view.middle);
      const { samples, middle, chosen: number } = view;
      const same = drawn && samples === drawn.samples && middle === drawn.middle && number === drawn.chosen;
      if (same && plane === drawn?.plane) return;
      drawn = view;
      clear(pen);
      drawPoints(view.samples, view.middle);
      const chosen = view.samples[view.chosen];
      if (chosen) drawChosen(chosen, view.middle);
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
