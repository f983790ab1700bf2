// What is under the pointer: a grid of cells, each with the boxes and the pieces of edges that touch it.
import { KIND, SHAPE } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {{start: Int32Array, items: Int32Array, left: number, top: number, columns: number, rows: number, cell: number}} Grid */
/** @typedef {{boxes: Grid, pieces: Grid, px: Float32Array, owner: Int32Array}} HitIndex */

const CELL = 96;
const MOST_CELLS = 250_000;
const PIECES_A_CURVE = 12;

/** @param {Scene} scene @returns {HitIndex} */
export function createHitIndex(scene) {
  const { px, owner } = piecesOf(scene);
  const bounds = scene.bounds;
  return {
    boxes: grid(bounds, scene.boxes, (b, visit) =>
      visit(scene.x[b], scene.y[b], scene.x[b] + scene.w[b], scene.y[b] + scene.h[b]),
    ),
    pieces: grid(bounds, owner.length, (i, visit) => {
      const [x0, y0, x1, y1] = px.subarray(4 * i, 4 * i + 4);
      visit(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }),
    px,
    owner,
  };
}

/**
 * The box drawn last at a point, or -1.
 * @param {HitIndex} index @param {Scene} scene @param {number} x @param {number} y
 */
export function boxAt({ boxes }, scene, x, y) {
  let found = -1;
  const cell = cellOf(boxes, x, y);
  if (cell < 0) return found;
  for (let p = boxes.start[cell]; p < boxes.start[cell + 1]; p++) {
    const b = boxes.items[p];
    if (x < scene.x[b] || y < scene.y[b] || x > scene.x[b] + scene.w[b] || y > scene.y[b] + scene.h[b]) continue;
    if (found < 0 || scene.kind[found] === KIND.PANEL || (b > found && scene.kind[b] !== KIND.PANEL)) found = b;
  }
  return found;
}

/**
 * The nearest edge that carries a weight, not farther than `reach`, or -1.
 * @param {HitIndex} index @param {number} x @param {number} y @param {number} reach at most a cell
 */
export function edgeAt({ pieces, px, owner }, x, y, reach) {
  let found = -1;
  let nearest = reach * reach;
  const dx = Math.min(reach, CELL);
  for (const cell of new Set([
    cellOf(pieces, x - dx, y - dx),
    cellOf(pieces, x + dx, y - dx),
    cellOf(pieces, x - dx, y + dx),
    cellOf(pieces, x + dx, y + dx),
  ])) {
    if (cell < 0) continue;
    for (let p = pieces.start[cell]; p < pieces.start[cell + 1]; p++) {
      const i = pieces.items[p];
      const d = squaredDistance(x, y, px[4 * i], px[4 * i + 1], px[4 * i + 2], px[4 * i + 3]);
      if (d < nearest) {
        nearest = d;
        found = owner[i];
      }
    }
  }
  return found;
}

/** @param {number} x @param {number} y @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
export function squaredDistance(x, y, x0, y0, x1, y1) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const t = length ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length)) : 0;
  return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2;
}

/**
 * A point of the curve between two points of an edge: level at both ends, as draw.js draws it.
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number} t
 */
export function onCurve(x0, y0, x1, y1, t) {
  const m = (x0 + x1) / 2;
  const u = 1 - t;
  return {
    x: u * u * u * x0 + 3 * u * u * t * m + 3 * u * t * t * m + t * t * t * x1,
    y: u * u * u * y0 + 3 * u * u * t * y0 + 3 * u * t * t * y1 + t * t * t * y1,
  };
}

/** @param {Scene} scene */
function piecesOf(scene) {
  /** @type {number[]} */
  const px = [];
  /** @type {number[]} */
  const owner = [];
  for (let e = 0; e < scene.edges; e++) {
    if (scene.parameter[e] < 0) continue;
    for (let p = scene.from[e]; p + 1 < scene.from[e + 1]; p++) {
      const [x0, y0, x1, y1] = scene.points.subarray(2 * p, 2 * p + 4);
      const curved = scene.shape[e] === SHAPE.CURVE && (p - scene.from[e]) % 2 === 0;
      const pieces = curved ? PIECES_A_CURVE : 1;
      let a = { x: x0, y: y0 };
      for (let i = 1; i <= pieces; i++) {
        const b = curved ? onCurve(x0, y0, x1, y1, i / pieces) : { x: x1, y: y1 };
        px.push(a.x, a.y, b.x, b.y);
        owner.push(e);
        a = b;
      }
    }
  }
  return { px: Float32Array.from(px), owner: Int32Array.from(owner) };
}

/**
 * @param {import('./camera.js').Bounds} bounds @param {number} n
 * @param {(i: number, visit: (left: number, top: number, right: number, bottom: number) => void) => void} extentOf
 * @returns {Grid}
 */
function grid(bounds, n, extentOf) {
  const cell = Math.max(CELL, Math.sqrt((bounds.width * bounds.height) / MOST_CELLS));
  const columns = Math.floor(bounds.width / cell) + 1;
  const rows = Math.floor(bounds.height / cell) + 1;
  const start = new Int32Array(columns * rows + 1);
  /** @param {number} v @param {number} low @param {number} most */
  const at = (v, low, most) => Math.min(most - 1, Math.max(0, Math.floor((v - low) / cell)));
  /** @param {number} i @param {(cell: number) => void} visit */
  const cells = (i, visit) =>
    extentOf(i, (left, top, right, bottom) => {
      const [c1, r1] = [at(right, bounds.x, columns), at(bottom, bounds.y, rows)];
      for (let r = at(top, bounds.y, rows); r <= r1; r++) {
        for (let c = at(left, bounds.x, columns); c <= c1; c++) visit(r * columns + c);
      }
    });
  for (let i = 0; i < n; i++) cells(i, (c) => start[c + 1]++);
  for (let c = 0; c < columns * rows; c++) start[c + 1] += start[c];
  const next = start.slice();
  const items = new Int32Array(start[columns * rows]);
  for (let i = 0; i < n; i++) cells(i, (c) => (items[next[c]++] = i));
  return { start, items, left: bounds.x, top: bounds.y, columns, rows, cell };
}

/** @param {Grid} g @param {number} x @param {number} y */
function cellOf(g, x, y) {
  const column = Math.floor((x - g.left) / g.cell);
  const row = Math.floor((y - g.top) / g.cell);
  return column < 0 || row < 0 || column >= g.columns || row >= g.rows ? -1 : row * g.columns + column;
}
