// Many boxes from afar: painted straight into pixels, which costs a tenth of as many rectangles of a canvas.
import { BUCKETS, bucket, bucketLog } from '../scales.js';
import { KIND } from './scene.js';
import { SEEN } from './sweep-shown.js';
import { clear, split } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */

/** @type {{image: ImageData, pixels: Uint32Array} | null} */
let canvas = null;
/** @type {{key: string, box: Uint32Array, operation: number} | null} */
let colours = null;

/**
 * @param {CanvasRenderingContext2D} ctx @param {View} view
 * @param {Int32Array} visible @param {number} count the first so many of them are drawn
 */
export function drawFar(ctx, view, visible, count) {
  const { width, height } = ctx.canvas;
  if (!canvas || canvas.image.width !== width || canvas.image.height !== height) {
    const image = new ImageData(width, height);
    canvas = { image, pixels: new Uint32Array(image.data.buffer) };
  }
  const { image, pixels } = canvas;
  const { box, operation } = coloursOf(view);
  pixels.fill(0);
  eachCell(view, visible, count, width, height, (left, right, top, bottom, colour) => {
    paint(pixels, width, left, right, top, bottom, colour === OPERATION ? operation : box[colour]);
  });
  ctx.putImageData(image, 0, 0);
}

/** The same as shapes, a colour after the other. @param {Pen} pen @param {View} view @param {Int32Array} visible @param {number} count */
export function drawFarShapes(pen, view, visible, count) {
  const { theme, density } = view;
  /** @type {Map<string, number[][]>} */
  const cells = new Map();
  const [width, height] = [Math.round(view.width * density), Math.round(view.height * density)];
  eachCell(view, visible, count, width, height, (left, right, top, bottom, colour) => {
    if (left >= right || top >= bottom) return;
    const name = colour === OPERATION ? theme.operation : theme.box[colour];
    const same = cells.get(name);
    if (same) same.push([left, top, right - left, bottom - top]);
    else cells.set(name, [[left, top, right - left, bottom - top]]);
  });
  clear(pen, view);
  for (const [colour, same] of cells) {
    pen.fillStyle = colour;
    for (const [x, y, w, h] of same) pen.fillRect(x, y, w, h);
  }
}

const OPERATION = -1;

/** The colour of a number that a sweep has not come to. */
const ZERO = (BUCKETS - 1) / 2;

/**
 * Every box, on whole pixels: one cell for each of its numbers.
 * @param {View} view @param {Int32Array} visible @param {number} count @param {number} width @param {number} height
 * @param {(left: number, right: number, top: number, bottom: number, colour: number) => void} cell its colour is a bucket
 */
function eachCell(view, visible, count, width, height, cell) {
  const { scene, model, shown, camera, density, extents } = view;
  const s = camera.scale * density;
  const [dx, dy] = [camera.x * density, camera.y * density];
  for (let v = 0; v < count; v++) {
    const b = visible[v];
    const left = Math.max(0, Math.round(scene.x[b] * s + dx));
    const right = Math.min(width, Math.round((scene.x[b] + scene.w[b]) * s + dx));
    const top = Math.max(0, Math.round(scene.y[b] * s + dy));
    const bottom = Math.min(height, Math.round((scene.y[b] + scene.h[b]) * s + dy));
    if (scene.kind[b] === KIND.OPERATION || !model || !scene.count[b]) {
      cell(left, right, top, bottom, OPERATION);
      continue;
    }
    const middle = Math.max(top, Math.min(bottom, Math.round((scene.y[b] + split(scene, b)) * s + dy)));
    const n = scene.count[b];
    for (let i = 0; i < n; i++) {
      const node = scene.nodes[scene.first[b] + i];
      const from = left + Math.round(((right - left) * i) / n);
      const to = left + Math.round(((right - left) * (i + 1)) / n);
      const value = !shown || shown.data[node] === SEEN ? bucket(model.data[node], extents.data) : ZERO;
      const gradient =
        !shown || shown.gradient[node] === SEEN ? bucketLog(model.gradient[node], extents.gradient) : ZERO;
      cell(from, to, top, middle, value);
      cell(from, to, middle, bottom, gradient);
    }
  }
}

/** @param {Uint32Array} pixels @param {number} width @param {number} left @param {number} right @param {number} top @param {number} bottom @param {number} colour */
function paint(pixels, width, left, right, top, bottom, colour) {
  for (let y = top, row = top * width; y < bottom; y++, row += width) {
    for (let p = row + left, end = row + right; p < end; p++) pixels[p] = colour;
  }
}

/** @param {View} view */
function coloursOf({ theme }) {
  const key = theme.box[0] + theme.operation;
  if (colours?.key !== key) {
    colours = { key, box: Uint32Array.from(theme.box, packed), operation: packed(theme.operation) };
  }
  return colours;
}

/** A colour as a pixel has it in memory. @param {string} hex "#rrggbb" */
export function packed(hex) {
  const bytes = Uint8Array.of(...[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)), 255);
  return new Uint32Array(bytes.buffer)[0];
}
