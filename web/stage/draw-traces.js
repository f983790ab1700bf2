// Paths to the loss, over the picture: the stronger, the wider.
import { trace } from './draw-edges.js';
import { look, radius } from './view.js';

/** @typedef {import('./view.js').Pen} Pen */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./traces.js').DrawnTrace} DrawnTrace */

const [THINNEST, THICKEST] = [1.5, 5];
const FAINTEST = 0.35;

/** @param {Pen} ctx @param {View} view @param {DrawnTrace[]} traces */
export function drawTraces(ctx, view, traces) {
  if (traces.length === 0) return;
  const { scene, theme, camera } = view;
  look(ctx, view);
  ctx.strokeStyle = theme.selected;
  ctx.lineJoin = 'round';
  // The strong ones on top.
  for (const { edges, boxes, strength } of [...traces].sort((a, b) => a.strength - b.strength)) {
    ctx.globalAlpha = FAINTEST + (1 - FAINTEST) * strength;
    ctx.lineWidth = (THINNEST + (THICKEST - THINNEST) * strength) / Math.min(1, camera.scale);
    ctx.beginPath();
    for (const e of edges) trace(ctx, scene, e, camera.scale);
    ctx.stroke();
    ctx.lineWidth = 2 / camera.scale;
    ctx.beginPath();
    for (const b of boxes) {
      const d = 1.5 / camera.scale;
      ctx.roundRect(scene.x[b] - d, scene.y[b] - d, scene.w[b] + 2 * d, scene.h[b] + 2 * d, radius(scene, b) + d);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
