// The values: boxes by colour, text by its size in pixels. No allocation a frame but the digits themselves.
import { BUCKETS, bucket, bucketLog } from '../scales.js';
import { drawFar, drawFarShapes } from './draw-far.js';
import { drawOperations } from './draw-operations.js';
import { drawTexts } from './draw-text.js';
import { KIND, stripOf } from './scene.js';
import { SEEN } from './sweep-shown.js';
import { clear, inSight, look, radius, readable, split } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */

/** With more boxes than this in sight, corners are square. */
const MANY = 700;
/** With more than this, and no text to be read, they are painted as pixels. */
const FAR = 900;

/** Buffers that grow with the largest scene drawn. */
const buffers = {
  visible: new Int32Array(0),
  bucketed: new Int32Array(0),
  of: new Uint8Array(0),
  counts: new Int32Array(BUCKETS + 2),
};

/** @param {Pen} ctx @param {View} view */
export function drawValues(ctx, view) {
  const { scene, camera } = view;
  const count = collect(view);
  if (count > FAR && !readable(camera.scale)) {
    if (view.vector) drawFarShapes(ctx, view, buffers.visible, count);
    else drawFar(/** @type {CanvasRenderingContext2D} */ (ctx), view, buffers.visible, count);
    return;
  }
  clear(ctx, view);
  look(ctx, view);
  const many = count > MANY && !view.unhurried;
  fillCells(ctx, view, count, true, many);
  fillCells(ctx, view, count, false, many);
  if (scene.strips) drawStrips(ctx, view, count);
  outline(ctx, view, count, many);
  if (view.maps) drawMaps(ctx, view, count);
  drawOperations(ctx, view, buffers.visible, count);
  look(ctx, view);
  drawTexts(ctx, view, buffers.visible, count);
}

/** The boxes in sight and large enough to be seen. @param {View} view */
function collect(view) {
  const { scene } = view;
  if (buffers.visible.length < scene.boxes) {
    buffers.visible = new Int32Array(scene.boxes);
    buffers.bucketed = new Int32Array(scene.boxes);
    buffers.of = new Uint8Array(scene.boxes);
  }
  const { left, top, right, bottom } = inSight(view);
  let count = 0;
  for (let b = 0; b < scene.boxes; b++) {
    if (scene.kind[b] === KIND.PANEL) continue;
    if (scene.x[b] > right || scene.y[b] > bottom || scene.x[b] + scene.w[b] < left || scene.y[b] + scene.h[b] < top)
      continue;
    buffers.visible[count++] = b;
  }
  return count;
}

/**
 * One fill a colour: the data's part of every box, or the gradient's.
 * @param {Pen} ctx @param {View} view @param {number} count @param {boolean} upper @param {boolean} many
 */
function fillCells(ctx, view, count, upper, many) {
  const { scene, model, shown, theme, extents } = view;
  const { visible, bucketed, of, counts } = buffers;
  counts.fill(0);
  for (let v = 0; v < count; v++) {
    const b = visible[v];
    if (scene.kind[b] === KIND.OPERATION || (!upper && scene.kind[b] === KIND.DOT)) {
      of[v] = 255;
      continue;
    }
    let colour = (BUCKETS - 1) / 2;
    if (model && scene.count[b] === 1) {
      const node = scene.nodes[scene.first[b]];
      const value = upper && !(shown?.dots && scene.kind[b] === KIND.DOT);
      if (!shown || (value ? shown.data : shown.gradient)[node] === SEEN)
        colour = value ? bucket(model.data[node], extents.data) : bucketLog(model.gradient[node], extents.gradient);
    }
    of[v] = colour;
    counts[colour + 1]++;
  }
  for (let i = 0; i < BUCKETS + 1; i++) counts[i + 1] += counts[i];
  const filled = counts[BUCKETS + 1];
  for (let v = count - 1; v >= 0; v--) if (of[v] !== 255) bucketed[--counts[of[v] + 1]] = visible[v];
  for (let colour = 0, p = 0; colour <= BUCKETS && p < filled; colour++) {
    const end = colour < BUCKETS ? counts[colour + 2] : filled;
    if (p === end) continue;
    ctx.fillStyle = theme.box[colour];
    if (!many) ctx.beginPath();
    for (; p < end; p++) {
      const b = bucketed[p];
      const [x, w] = [scene.x[b], scene.w[b]];
      const at = split(scene, b);
      const y = upper ? scene.y[b] : scene.y[b] + at;
      const h = upper ? at : scene.h[b] - at;
      if (many) {
        ctx.fillRect(x, y, w, h);
      } else {
        const r = radius(scene, b);
        ctx.roundRect(x, y, w, h, at === scene.h[b] ? r : upper ? [r, r, 0, 0] : [0, 0, r, r]);
      }
    }
    if (!many) ctx.fill();
  }
}

/** One cell a sample. @param {Pen} ctx @param {View} view @param {number} count */
function drawStrips(ctx, view, count) {
  const { scene, model, shown, theme, extents } = view;
  if (!model) return;
  const zero = theme.box[(BUCKETS - 1) / 2];
  for (let v = 0; v < count; v++) {
    const b = buffers.visible[v];
    const n = scene.count[b];
    if (n < 2 || scene.kind[b] === KIND.OPERATION) continue;
    const s = scene.scale[b];
    const dot = scene.kind[b] === KIND.DOT;
    const { left, width } = stripOf(scene, b);
    const w = width / n;
    const at = split(scene, b);
    const pad = 4 * s;
    const gap = Math.min(1.5 * s, w * 0.15);
    for (let i = 0; i < n; i++) {
      const node = scene.nodes[scene.first[b] + i];
      const value = theme.box[bucket(model.data[node], extents.data)];
      const gradient = theme.box[bucketLog(model.gradient[node], extents.gradient)];
      const slope = dot && shown?.dots;
      ctx.fillStyle =
        !shown || (slope ? shown.gradient : shown.data)[node] === SEEN ? (slope ? gradient : value) : zero;
      ctx.fillRect(left + i * w, scene.y[b] + pad, w - gap, at - 2 * pad);
      if (dot) continue;
      ctx.fillStyle = !shown || shown.gradient[node] === SEEN ? gradient : zero;
      ctx.fillRect(left + i * w, scene.y[b] + at + pad, w - gap, scene.h[b] - at - 2 * pad);
    }
  }
}

/** @param {Pen} ctx @param {View} view @param {number} count @param {boolean} many */
function outline(ctx, view, count, many) {
  const { scene, theme, camera } = view;
  ctx.strokeStyle = theme.outline;
  ctx.lineWidth = Math.min(1, 0.8 / camera.scale);
  if (!many) ctx.beginPath();
  for (let v = 0; v < count; v++) {
    const b = buffers.visible[v];
    if (scene.kind[b] === KIND.OPERATION) continue;
    if (many) ctx.strokeRect(scene.x[b], scene.y[b], scene.w[b], scene.h[b]);
    else ctx.roundRect(scene.x[b], scene.y[b], scene.w[b], scene.h[b], radius(scene, b));
  }
  if (!many) ctx.stroke();
}

/** Around a map, in units of the world. */
const MARGIN = 4;

/** What each neuron would give, in the right of its card. @param {Pen} ctx @param {View} view @param {number} count */
function drawMaps(ctx, view, count) {
  const { scene, theme } = view;
  const maps = /** @type {import('./neuron-maps.js').NeuronMaps} */ (view.maps);
  for (let v = 0; v < count; v++) {
    const b = buffers.visible[v];
    const place = scene.map[b] > 0 ? maps.placeOf(scene.key[b]) : -1;
    if (place < 0) continue;
    const size = scene.h[b] - 2 * MARGIN;
    const [x, y] = [scene.x[b] + scene.w[b] - MARGIN - size, scene.y[b] + MARGIN];
    const { side } = maps;
    if (view.vector) drawRuns(ctx, view, place, x, y, size / side);
    else {
      const pen = /** @type {CanvasRenderingContext2D} */ (ctx);
      pen.drawImage(maps.canvas, 0, place * side, side, side, x, y, size, size);
    }
    ctx.strokeStyle = theme.outline;
    ctx.strokeRect(x, y, size, size);
  }
}

/** A map as shapes: pixels of one colour that stand side by side are one. @param {Pen} ctx @param {View} view @param {number} place @param {number} left @param {number} top @param {number} cell */
function drawRuns(ctx, view, place, left, top, cell) {
  const maps = /** @type {import('./neuron-maps.js').NeuronMaps} */ (view.maps);
  for (let y = 0; y < maps.side; y++) {
    for (let x = 0; x < maps.side;) {
      const from = x;
      const colour = maps.colourAt(place, x, y);
      while (x < maps.side && maps.colourAt(place, x, y) === colour) x++;
      ctx.fillStyle = view.theme.box[colour];
      ctx.fillRect(left + from * cell, top + y * cell, (x - from) * cell, cell);
    }
  }
}
