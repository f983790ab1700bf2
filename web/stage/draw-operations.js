// Operations as round nodes. There are few different ones and many of each, so each is painted once and then stamped.
import { KIND } from './scene.js';
import { SEEN } from './sweep-shown.js';
import { FONT, LEAST_TEXT, radius } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */

/** Stamps by symbol and size; colours are part of the name too. @type {Map<string, HTMLCanvasElement>} */
const stamps = new Map();
const MOST_STAMPS = 200;
/** Smaller than this many pixels, a square looks the same. */
const SQUARE = 5;
/** How much is left of an operation that a sweep has not come to. */
const WAITING = 0.25;

/** Leaves the context untransformed. @param {Pen} ctx @param {View} view @param {Int32Array} visible @param {number} count */
export function drawOperations(ctx, view, visible, count) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  if (view.vector) {
    eachOperation(ctx, view, visible, count, (b, x, y, w, h) => drawShape(ctx, view, b, x, y, w, h));
    eachOperation(ctx, view, visible, count, (b, x, y, w, h) => drawSymbol(ctx, view, b, x, y, w, h));
    return;
  }
  let label = '';
  let size = 0;
  /** @type {HTMLCanvasElement | null} */
  let stamp = null;
  eachOperation(ctx, view, visible, count, (b, x, y, w, h) => {
    if (h < SQUARE) {
      drawShape(ctx, view, b, x, y, w, h);
      return;
    }
    if (stamp === null || label !== view.scene.label[b] || size !== h) {
      [label, size] = [view.scene.label[b], h];
      stamp = stampOf(view, b, w, h);
    }
    /** @type {CanvasRenderingContext2D} */ (ctx).drawImage(stamp, Math.round(x) - 1, Math.round(y) - 1);
  });
}

/**
 * @param {Pen} ctx @param {View} view @param {Int32Array} visible @param {number} count
 * @param {(b: number, x: number, y: number, w: number, h: number) => void} draw
 */
function eachOperation(ctx, { scene, shown, camera, density }, visible, count, draw) {
  const s = camera.scale * density;
  const [dx, dy] = [camera.x * density, camera.y * density];
  for (let v = 0; v < count; v++) {
    const b = visible[v];
    if (scene.kind[b] !== KIND.OPERATION) continue;
    ctx.globalAlpha = !shown || shown.data[scene.nodes[scene.first[b]]] === SEEN ? 1 : WAITING;
    draw(b, scene.x[b] * s + dx, scene.y[b] * s + dy, scene.w[b] * s, scene.h[b] * s);
  }
  ctx.globalAlpha = 1;
}

/** @param {View} view @param {number} b @param {number} w @param {number} h in pixels of the canvas */
function stampOf(view, b, w, h) {
  const name = `${view.scene.label[b]} ${w.toFixed(2)} ${h.toFixed(2)} ${view.theme.operation}`;
  const known = stamps.get(name);
  if (known) return known;
  if (stamps.size >= MOST_STAMPS) stamps.clear();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(w) + 2;
  canvas.height = Math.ceil(h) + 2;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  drawShape(ctx, view, b, 1, 1, w, h);
  drawSymbol(ctx, view, b, 1, 1, w, h);
  stamps.set(name, canvas);
  return canvas;
}

/** On whole pixels, so that symbols stay sharp. @param {Pen} ctx @param {View} view @param {number} b @param {number} x @param {number} y @param {number} w @param {number} h */
function drawShape(ctx, { scene, theme, camera, density }, b, x, y, w, h) {
  ctx.fillStyle = theme.operation;
  if (h < SQUARE) {
    ctx.fillRect(x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.8);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(Math.round(x), Math.round(y), w, h, radius(scene, b) * camera.scale * density);
  ctx.fill();
}

/** @param {Pen} ctx @param {View} view @param {number} b @param {number} x @param {number} y @param {number} w @param {number} h */
function drawSymbol(ctx, { scene, theme, camera, density }, b, x, y, w, h) {
  const size = (scene.label[b].length === 1 ? 14 : FONT) * scene.scale[b] * camera.scale * density;
  if (size < LEAST_TEXT * density) return;
  ctx.fillStyle = theme.operationInk;
  ctx.font = `${size}px ${theme.mono}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(scene.label[b], Math.round(x) + w / 2, Math.round(y) + h / 2 + 0.04 * size);
}
