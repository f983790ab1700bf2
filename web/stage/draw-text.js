// Names and numbers, by their size in pixels: everything, two decimals in larger letters, the data only, or nothing.
import { compact, format } from '../numbers.js';
import { KIND } from './scene.js';
import { chevron, FONT, LEAST_TEXT, split } from './view.js';

/** @typedef {import('./view.js').View} View */

/** From here on everything is written; below it, what fits. */
const ALL = 7;
const CARD_FONT = 12;
/** What would be too small is written with two decimals in this size, if not too many boxes are in sight. */
const GLANCE = { card: 22, scalar: 15 };
const GLANCE_MOST = 420;

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Int32Array} visible @param {number} count */
export function drawTexts(ctx, view, visible, count) {
  const { scene, model, theme, camera } = view;
  const glance = count <= GLANCE_MOST;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  drawSymbols(ctx, view, visible, count);
  ctx.fillStyle = theme.ink;
  const pen = createPen(ctx, theme.mono);

  for (let v = 0; v < count; v++) {
    const b = visible[v];
    const kind = scene.kind[b];
    if (kind === KIND.OPERATION) continue;
    const s = scene.scale[b];
    const size = (kind === KIND.CARD ? CARD_FONT : FONT) * s;
    const pixels = size * camera.scale;
    const [x, y, w, h] = [scene.x[b], scene.y[b], scene.w[b], scene.h[b]];
    const n = scene.count[b];
    const node = n === 1 && model ? scene.nodes[scene.first[b]] : -1;
    const data = node >= 0 && model ? model.data[node] : 0;
    const gradient = node >= 0 && model ? model.gradient[node] : 0;
    if (kind === KIND.DOT) {
      if (pixels < LEAST_TEXT || n > 1) continue;
      pen.use(size);
      pen.centred(node >= 0 ? compact(data) : scene.label[b], x + w / 2, y + h / 2);
    } else if (pixels < ALL && glance) {
      const large = (kind === KIND.CARD ? GLANCE.card : GLANCE.scalar) * s;
      if (node < 0 || large * camera.scale < LEAST_TEXT) continue;
      pen.use(large);
      const at = split(scene, b);
      const label = kind === KIND.RECORD ? Math.max(0, at - 17.5 * s) : 0;
      pen.centred(compact(data), x + w / 2, y + (at + label) / 2);
      pen.centred(compact(gradient), x + w / 2, y + (at + h) / 2);
    } else if (pixels >= LEAST_TEXT) {
      const all = pixels >= ALL;
      const pad = (kind === KIND.CARD ? 9 : 6) * s;
      const [left, right] = [x + pad, x + w - pad];
      const record = kind === KIND.RECORD;
      const upper = record ? y + h - 23 * s : y + h * 0.26;
      const lower = record ? y + h - 8 * s : y + h * 0.75;
      pen.use(size);
      if (record && all && scene.label[b]) ctx.fillText(scene.label[b], left, y + 9.5 * s);
      const name = record ? 'data' : scene.label[b];
      const indent = scene.opens[b] ? 11 * s : 0;
      if (indent) chevron(ctx, left, upper, s, false);
      const unknown = n === 0 ? '–' : '';
      pen.line(all || kind === KIND.CARD ? name : '', left + indent, node >= 0 ? format(data) : unknown, right, upper);
      if (all) pen.line(scene.under[b], left, node >= 0 ? format(gradient) : '', right, lower);
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Int32Array} visible @param {number} count */
function drawSymbols(ctx, { scene, theme, camera }, visible, count) {
  ctx.fillStyle = theme.operationInk;
  const pen = createPen(ctx, theme.mono);
  for (let v = 0; v < count; v++) {
    const b = visible[v];
    if (scene.kind[b] !== KIND.OPERATION) continue;
    const label = scene.label[b];
    const size = (label.length === 1 ? 14 : FONT) * scene.scale[b];
    if (size * camera.scale < LEAST_TEXT) continue;
    pen.use(size);
    pen.centred(label, scene.x[b] + scene.w[b] / 2, scene.y[b] + scene.h[b] / 2 + 0.5 * scene.scale[b]);
  }
}

/** The advance of a monospaced face at a size of one. @type {Map<string, number>} */
const advances = new Map();

/** @param {CanvasRenderingContext2D} ctx @param {string} face */
function createPen(ctx, face) {
  let unit = advances.get(face);
  if (unit === undefined) {
    ctx.font = `100px ${face}`;
    advances.set(face, (unit = ctx.measureText('0').width / 100));
  }
  const perSize = unit;
  let size = 0;
  let advance = 0;
  return {
    /** @param {number} next */
    use(next) {
      if (next === size) return;
      size = next;
      advance = next * perSize;
      ctx.font = `${next}px ${face}`;
    },
    /** @param {string} text @param {number} x @param {number} y */
    centred(text, x, y) {
      ctx.fillText(text, x - (text.length * advance) / 2, y);
    },
    /**
     * A name and its number in one go, for speed; where there is no room for both, the name gives way.
     * @param {string} name @param {number} left @param {string} number @param {number} right @param {number} y
     */
    line(name, left, number, right, y) {
      const room = Math.floor((right - left) / advance + 0.01);
      const text = name.length + number.length < room ? name.padEnd(room - number.length) + number : number || name;
      ctx.fillText(text, right - Math.max(text.length, number ? 0 : room) * advance, y);
    },
  };
}
