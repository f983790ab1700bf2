// A line through the picture as something to travel along.
import { onCurve } from './hit.js';
import { SHAPE } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** Points, and how far each is from the first. @typedef {{x: number[], y: number[], at: number[]}} Path */

const PIECES_A_CURVE = 12;

/** The points of an edge, from its source to its target, with curves in pieces. @param {Scene} scene @param {number} e @returns {[number, number][]} */
function pointsOf({ points, from, shape }, e) {
  /** @type {[number, number][]} */
  const found = [[points[2 * from[e]], points[2 * from[e] + 1]]];
  for (let p = from[e]; p + 1 < from[e + 1]; p++) {
    const [x0, y0, x1, y1] = points.subarray(2 * p, 2 * p + 4);
    const curved = shape[e] === SHAPE.CURVE && (p - from[e]) % 2 === 0;
    for (let i = 1; curved && i < PIECES_A_CURVE; i++) {
      const { x, y } = onCurve(x0, y0, x1, y1, i / PIECES_A_CURVE);
      found.push([x, y]);
    }
    found.push([x1, y1]);
  }
  return found;
}

/** Along edges, one after the other, each from its target to its source. @param {Scene} scene @param {number[]} edges @returns {Path} */
export function pathBack(scene, edges) {
  /** @type {Path} */
  const path = { x: [], y: [], at: [] };
  let way = 0;
  for (const edge of edges) {
    for (const [x, y] of pointsOf(scene, edge).reverse()) {
      const k = path.x.length - 1;
      if (k >= 0) way += Math.hypot(x - path.x[k], y - path.y[k]);
      path.x.push(x);
      path.y.push(y);
      path.at.push(way);
    }
  }
  return path;
}

/** Where one is after a share of the way. @param {Path} path @param {number} share 0 to 1 */
export function along({ x, y, at }, share) {
  const way = share * at[at.length - 1];
  let k = 1;
  while (k < at.length - 1 && at[k] < way) k++;
  if (at.length < 2) return { x: x[at.length - 1], y: y[at.length - 1] };
  const t = Math.min(1, Math.max(0, (way - at[k - 1]) / (at[k] - at[k - 1])));
  return { x: x[k - 1] + (x[k] - x[k - 1]) * t, y: y[k - 1] + (y[k] - y[k - 1]) * t };
}
