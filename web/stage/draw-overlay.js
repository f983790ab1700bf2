// What the reader points at: rings for hover, selection and focus, and the lines that lead to and from it.
import { format } from '../numbers.js';
import { edgeWidth, edgeBucket, trace } from './draw-edges.js';
import { drawSweep } from './draw-sweep.js';
import { drawTraces } from './draw-traces.js';
import { onCurve } from './hit.js';
import { clear, look, radius } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */
/** @typedef {import('./draw-sweep.js').Act} Act */

/**
 * Boxes and edges by their position in the scene, -1 for none.
 * @typedef {{hoverBox: number, hoverEdge: number, selectedBox: number, selectedEdge: number, focus: number[], wrong: number[], traces: import('./traces.js').DrawnTrace[], act: Act | null}} Marks
 */

/** More lines than this are not labelled, however much room there is. */
const MOST_LABELS = 24;

/** Whether nothing is marked. @param {Marks} marks */
export function isBlank({ hoverBox, hoverEdge, selectedBox, selectedEdge, focus, wrong, traces, act }) {
  return (
    Math.max(hoverBox, hoverEdge, selectedBox, selectedEdge) < 0 &&
    !act &&
    !focus.length &&
    !wrong.length &&
    !traces.length
  );
}

/** @param {Pen} ctx @param {View} view @param {Marks} marks */
export function drawOverlay(ctx, view, marks) {
  clear(ctx, view);
  look(ctx, view);
  const { scene, theme } = view;
  const around = marks.hoverBox >= 0 ? marks.hoverBox : marks.focus.length === 1 ? marks.focus[0] : -1;
  drawTraces(ctx, view, marks.traces);
  for (const b of marks.wrong) cross(ctx, view, b);
  if (around >= 0) neighbours(ctx, view, around);
  if (marks.selectedEdge >= 0) highlight(ctx, view, marks.selectedEdge, theme.selected);
  if (marks.hoverEdge >= 0) highlight(ctx, view, marks.hoverEdge, theme.ink);
  if (marks.selectedBox >= 0) ring(ctx, view, marks.selectedBox, theme.selected, 2.5, 1.5);
  if (marks.hoverBox >= 0) ring(ctx, view, marks.hoverBox, theme.ink, 1.5, 0.5);
  for (const b of marks.focus) ring(ctx, view, b, theme.accent, 3, 4);
  for (const e of new Set([marks.selectedEdge, marks.hoverEdge])) if (e >= 0) label(ctx, view, e, 'middle');
  if (marks.act) drawSweep(ctx, view, marks.act);
  if (around < 0) return;
  const edges = incident(view, around).filter((e) => scene.parameter[e] >= 0);
  if (edges.length > MOST_LABELS) return;
  for (const e of edges) label(ctx, view, e, scene.target[e] === around ? 'source' : 'target');
}

/** A gradient that is wrong: a ring, and a cross at its corner. @param {Pen} ctx @param {View} view @param {number} b */
function cross(ctx, view, b) {
  const { scene, theme } = view;
  ring(ctx, view, b, theme.warn, 2, 1);
  const s = scene.scale[b];
  const [x, y] = [scene.x[b] + scene.w[b], scene.y[b] + scene.h[b]];
  ctx.beginPath();
  ctx.roundRect(x - 8 * s, y - 8 * s, 16 * s, 16 * s, 8 * s);
  ctx.fillStyle = theme.warn;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x - 3.5 * s, y - 3.5 * s);
  ctx.lineTo(x + 3.5 * s, y + 3.5 * s);
  ctx.moveTo(x + 3.5 * s, y - 3.5 * s);
  ctx.lineTo(x - 3.5 * s, y + 3.5 * s);
  ctx.strokeStyle = theme.card;
  ctx.lineWidth = 1.8 * s;
  ctx.stroke();
}

/** @param {View} view @param {number} b */
function incident({ scene }, b) {
  const edges = [];
  for (let e = 0; e < scene.edges; e++) if (scene.source[e] === b || scene.target[e] === b) edges.push(e);
  return edges;
}

/** Operands and consumers stand out, with the lines to them. @param {Pen} ctx @param {View} view @param {number} b */
function neighbours(ctx, view, b) {
  const { scene, theme } = view;
  for (const e of incident(view, b)) {
    highlight(ctx, view, e, scene.parameter[e] >= 0 ? theme.edge[edgeBucket(view, e)] : theme.ink);
    const other = scene.source[e] === b ? scene.target[e] : scene.source[e];
    if (other >= 0) ring(ctx, view, other, theme.mute, 1.5, 0.5);
  }
}

/** @param {Pen} ctx @param {View} view @param {number} e @param {string} colour */
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

/** @param {Pen} ctx @param {View} view @param {number} b @param {string} colour @param {number} width @param {number} away in pixels */
function ring(ctx, view, b, colour, width, away) {
  const { scene, camera } = view;
  const d = away / camera.scale;
  ctx.beginPath();
  ctx.roundRect(scene.x[b] - d, scene.y[b] - d, scene.w[b] + 2 * d, scene.h[b] + 2 * d, radius(scene, b) + d);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width / camera.scale;
  ctx.stroke();
}

/**
 * The number of a weight, on its line: in the middle, or at the end where the lines of a neuron are far apart. Its size in
 * pixels does not depend on the zoom.
 * @param {Pen} ctx @param {View} view @param {number} e @param {'source' | 'middle' | 'target'} where
 */
function label(ctx, view, e, where) {
  const { scene, theme, camera, weights, gradients, edgesBy } = view;
  const p = scene.parameter[e];
  if (p < 0 || camera.scale < 0.3) return;
  const text = format(edgesBy === 'weight' ? weights[p] : gradients[p], 3);
  const k = 1 / camera.scale;
  ctx.font = `${11 * k}px ${theme.mono}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const w = ctx.measureText(text).width + 10 * k;
  const { x, y } = labelled(scene, e, where, w / 2 + 6 * k);
  ctx.beginPath();
  ctx.roundRect(x - w / 2, y - 8 * k, w, 16 * k, 8 * k);
  ctx.fillStyle = theme.card;
  ctx.fill();
  ctx.strokeStyle = theme.outline;
  ctx.lineWidth = k;
  ctx.stroke();
  ctx.fillStyle = theme.ink;
  ctx.fillText(text, x, y + 0.5 * k);
}

/** @param {import('./scene.js').Scene} scene @param {number} e @param {'source' | 'middle' | 'target'} where @param {number} away from an end */
function labelled(scene, e, where, away) {
  const { points, from } = scene;
  const [a, z] = [2 * from[e], 2 * from[e + 1] - 2];
  if (where === 'source') return { x: points[a] + away, y: points[a + 1] };
  if (where === 'target') return { x: points[z] - away, y: points[z + 1] };
  // The widest curve of the line: where it crosses from column to column.
  let widest = a;
  for (let p = a; p < z; p += 4) if (points[p + 2] - points[p] > points[widest + 2] - points[widest]) widest = p;
  return onCurve(points[widest], points[widest + 1], points[widest + 2], points[widest + 3], 0.5);
}
