// What the reader points at: rings for hover, selection and focus, and the lines that lead to and from it.
import { format } from '../numbers.js';
import { clear, look, radius } from './draw.js';
import { edgeWidth, edgeBucket, trace } from './draw-edges.js';
import { onCurve } from './hit.js';

/** @typedef {import('./draw.js').View} View */

/**
 * Boxes and edges by their position in the scene, -1 for none.
 * @typedef {{hoverBox: number, hoverEdge: number, selectedBox: number, selectedEdge: number, focusBox: number}} Marks
 */

/** More lines than this are not labelled, however much room there is. */
const MOST_LABELS = 24;

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Marks} marks */
export function drawOverlay(ctx, view, marks) {
  clear(ctx);
  look(ctx, view);
  const { scene, theme } = view;
  const around = marks.hoverBox >= 0 ? marks.hoverBox : marks.focusBox;
  if (around >= 0) neighbours(ctx, view, around);
  if (marks.selectedEdge >= 0) highlight(ctx, view, marks.selectedEdge, theme.selected);
  if (marks.hoverEdge >= 0) highlight(ctx, view, marks.hoverEdge, theme.ink);
  if (marks.selectedBox >= 0) ring(ctx, view, marks.selectedBox, theme.selected, 2.5, 1.5);
  if (marks.hoverBox >= 0) ring(ctx, view, marks.hoverBox, theme.ink, 1.5, 0.5);
  if (marks.focusBox >= 0) ring(ctx, view, marks.focusBox, theme.accent, 3, 4);
  for (const e of new Set([marks.selectedEdge, marks.hoverEdge])) if (e >= 0) label(ctx, view, e, 0.5);
  if (around >= 0) {
    const edges = incident(view, around).filter((e) => scene.parameter[e] >= 0);
    if (edges.length <= MOST_LABELS) for (const e of edges) label(ctx, view, e, scene.target[e] === around ? 0.2 : 0.8);
  }
}

/** @param {View} view @param {number} b */
function incident({ scene }, b) {
  const edges = [];
  for (let e = 0; e < scene.edges; e++) if (scene.source[e] === b || scene.target[e] === b) edges.push(e);
  return edges;
}

/** Operands and consumers stand out, with the lines to them. @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} b */
function neighbours(ctx, view, b) {
  const { scene, theme } = view;
  for (const e of incident(view, b)) {
    highlight(ctx, view, e, scene.parameter[e] >= 0 ? theme.edge[edgeBucket(view, e)] : theme.ink);
    const other = scene.source[e] === b ? scene.target[e] : scene.source[e];
    if (other >= 0) ring(ctx, view, other, theme.mute, 1.5, 0.5);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} e @param {string} colour */
function highlight(ctx, view, e, colour) {
  const { scene, camera } = view;
  const weighted = scene.parameter[e] >= 0;
  const width = weighted ? edgeWidth(edgeBucket(view, e)) * scene.thickness + 1.4 : 2;
  ctx.beginPath();
  trace(ctx, scene, e, camera.scale);
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(width, 1.5 / camera.scale);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} b @param {string} colour @param {number} width @param {number} away in pixels */
function ring(ctx, view, b, colour, width, away) {
  const { scene, camera } = view;
  const d = away / camera.scale;
  ctx.beginPath();
  ctx.roundRect(scene.x[b] - d, scene.y[b] - d, scene.w[b] + 2 * d, scene.h[b] + 2 * d, radius(scene, b) + d);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width / camera.scale;
  ctx.stroke();
}

/** The number of a weight, on its line; its size in pixels does not depend on the zoom. @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} e @param {number} t */
function label(ctx, view, e, t) {
  const { scene, theme, camera, weights, gradients, edgesBy } = view;
  const p = scene.parameter[e];
  if (p < 0 || camera.scale < 0.35) return;
  const [a, z] = [2 * scene.from[e], 2 * scene.from[e + 1] - 2];
  const { points } = scene;
  const at = onCurve(points[a], points[a + 1], points[z], points[z + 1], t);
  const text = format(edgesBy === 'weight' ? weights[p] : gradients[p], 3);
  const k = 1 / camera.scale;
  ctx.font = `${11 * k}px ${theme.mono}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const w = ctx.measureText(text).width + 10 * k;
  ctx.beginPath();
  ctx.roundRect(at.x - w / 2, at.y - 8 * k, w, 16 * k, 8 * k);
  ctx.fillStyle = theme.card;
  ctx.fill();
  ctx.strokeStyle = theme.outline;
  ctx.lineWidth = k;
  ctx.stroke();
  ctx.fillStyle = theme.ink;
  ctx.fillText(text, at.x, at.y + 0.5 * k);
}
