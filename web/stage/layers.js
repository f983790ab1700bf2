// The picture, layer by layer from below: what is drawn on each, on a canvas or on paper.
import { drawValues } from './draw.js';
import { drawGround } from './draw-edges.js';
import { drawOverlay } from './draw-overlay.js';
import { drawPartials } from './draw-partials.js';

/** @typedef {import('./view.js').Pen} Pen */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./draw-overlay.js').Marks} Marks */

/** @typedef {"ground" | "values" | "overlay"} Layer */

/** @type {Record<Layer, (pen: Pen, view: View, marks: Marks) => void>} */
export const LAYERS = {
  ground: drawGround,
  values(pen, view) {
    drawValues(pen, view);
    drawPartials(pen, view);
  },
  overlay: drawOverlay,
};
