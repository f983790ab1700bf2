// Operations as round nodes. There are few different ones and many of each, so each is painted once and then stamped.
import { KIND } from './scene.js';
import { FONT, LEAST_TEXT, radius } from './view.js';

/** @typedef {import('./view.js').View} View */

/** Stamps by symbol and size; colours are part of the name too. @type {Map<string, HTMLCanvasElement>} */
const stamps = new Map();
const MOST_STAMPS = 200;
/** Smaller than this many pixels, a square looks the same. */
const SQUARE = 5;

/** Leaves the context untransformed. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Int32Array} visible @param {number} count */
export function drawOperations(ctx, view, visible, count) {
  const { scene, theme, camera, density } = view;
  const s = camera.scale * density;
  const [dx, dy] = [camera.x * density, camera.y * density];
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = theme.operation;
  let label = '';
  let size = 0;
  /** @type {HTMLCanvasElement | null} */
  let stamp = null;
  for (let v = 0; v < count; v++) {
    const b = visible[v];
    if (scene.kind[b] !== KIND.OPERATION) continue;
    const [x, y, w, h] = [scene.x[b] * s + dx, scene.y[b] * s + dy, scene.w[b] * s, scene.h[b] * s];
    if (h < SQUARE) {
      ctx.fillRect(x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.8);
      continue;
    }
    if (stamp === null || label !== scene.label[b] || size !== h) {
      [label, size] = [scene.label[b], h];
      stamp = stampOf(view, b, w, h);
    }
    // On whole pixels, so that symbols stay sharp.
    ctx.drawImage(stamp, Math.round(x) - 1, Math.round(y) - 1);
  }
}

/** @param {View} view @param {number} b @param {number} w @param {number} h in pixels of the canvas */
function stampOf({ scene, theme, camera, density }, b, w, h) {
  const name = `${scene.label[b]} ${w.toFixed(2)} ${h.toFixed(2)} ${theme.operation}`;
  const known = stamps.get(name);
  if (known) return known;
  if (stamps.size >= MOST_STAMPS) stamps.clear();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(w) + 2;
  canvas.height = Math.ceil(h) + 2;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const scale = camera.scale * density;
  ctx.fillStyle = theme.operation;
  ctx.beginPath();
  ctx.roundRect(1, 1, w, h, radius(scene, b) * scale);
  ctx.fill();
  const text = (scene.label[b].length === 1 ? 14 : FONT) * scene.scale[b] * scale;
  if (text >= LEAST_TEXT * density) {
    ctx.fillStyle = theme.operationInk;
    ctx.font = `${text}px ${theme.mono}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText(scene.label[b], 1 + w / 2, 1 + h / 2 + 0.04 * text);
  }
  stamps.set(name, canvas);
  return canvas;
}
