import { tickLabel, ticks } from '../plot/axis.js';
import { pixelColours } from './surface.js';

/**
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('./plane.js').Plane} Plane
 * @typedef {ReturnType<typeof import('./surface.js').createSurface>} Surface
 * @typedef {{ palette: string[], ink: string, mute: string, card: string, focus: string, mono: string }} Look
 * @typedef {{ x: number, y: number }} Pixel
 */

const HEIGHT = 0.72;
const EDGE = { left: 38, bottom: 22, top: 6, right: 6 };
const POINT = 4;
const PALE = 0.72;

/**
 * A map on a canvas: the surface, the line in its middle, the samples, the axes; x2 grows upwards.
 * @param {HTMLCanvasElement} canvas
 */
export function createChart(canvas) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const box = { left: EDGE.left, top: EDGE.top, width: 0, height: 0 };
  /** @type {Plane} */
  let plane = { left: 0, right: 1, bottom: 0, top: 1 };
  /** @type {Look} */
  let look;
  let colours = new Uint32Array();

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
    pen.beginPath();
    for (let i = 0; i < segments.length; i += 4) {
      pen.moveTo(box.left + segments[i] * box.width, box.top + segments[i + 1] * box.height);
      pen.lineTo(box.left + segments[i + 2] * box.width, box.top + segments[i + 3] * box.height);
    }
    pen.strokeStyle = look.ink;
    pen.lineWidth = 1.5;
    pen.stroke();
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
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      box.width = width - EDGE.left - EDGE.right;
      box.height = height - EDGE.top - EDGE.bottom;
      pen.setTransform(dense, 0, 0, dense, 0, 0);
    },

    /** @param {Look} next */
    dress(next) {
      look = next;
      colours = pixelColours(look.palette);
    },

    /**
     * @param {Surface} surface
     * @param {{ plane: Plane, samples: Sample[], middle: number, extent: number, chosen: number }} view chosen is -1 for none
     */
    draw(surface, view) {
      plane = view.plane;
      surface.paint(colours, view.middle, view.extent);
      pen.clearRect(0, 0, canvas.width, canvas.height);
      // Paler than the samples, which have the same colours.
      pen.globalAlpha = PALE;
      pen.drawImage(surface.canvas, box.left, box.top, box.width, box.height);
      pen.globalAlpha = 1;
      drawBoundary(surface, view.middle);
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
