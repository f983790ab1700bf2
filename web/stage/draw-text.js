// Names and numbers, by their size in pixels: everything, two decimals in larger letters, the data only, or nothing.
import { compact, format } from '../numbers.js';
import { KIND } from './scene.js';
import { HIDDEN, PALE, SEEN } from './sweep-shown.js';
import { chevron, FONT, LEAST_TEXT, split } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */

/** From here on everything is written; below it, what fits. */
const ALL = 7;
const CARD_FONT = 12;
/** What would be too small is written with two decimals in this size, if not too many boxes are in sight. */
const GLANCE = { card: 22, scalar: 15 };
const GLANCE_MOST = 420;
/** With more boxes than this in sight, text must be a little larger to be worth its time. */
const CROWD = 600;
/** With more boxes than this in sight the words "data" and "grad" are left out: they say the least and cost as much. */
const WORDS_MOST = 260;

/** @param {Pen} ctx @param {View} view @param {Int32Array} visible @param {number} count */
export function drawTexts(ctx, view, visible, count) {
  const { scene, model, shown, theme, camera, unhurried = false } = view;
  const glance = unhurried || count <= GLANCE_MOST;
  const words = unhurried || count <= WORDS_MOST;
  const least = unhurried || count <= CROWD ? LEAST_TEXT : LEAST_TEXT + 1;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.ink;
  const pen = createPen(ctx, theme.mono);
  /** @param {string} name @param {boolean} room */
  const said = (name, room) => (room && (words || (name !== 'data' && name !== 'grad')) ? name : '');
  /** What a sweep has not come to is written faintly. @param {boolean} faint */
  const dip = (faint) => void (ctx.fillStyle = faint ? theme.faint : theme.ink);

  for (let v = 0; v < count; v++) {
    const b = visible[v];
    const kind = scene.kind[b];
    if (kind === KIND.OPERATION) continue;
    const s = scene.scale[b];
    const size = (kind === KIND.CARD ? CARD_FONT : FONT) * s;
    const pixels = size * camera.scale;
    const [x, y, w, h] = [scene.x[b], scene.y[b], scene.w[b] - scene.map[b], scene.h[b]];
    const n = scene.count[b];
    const node = n === 1 && model ? scene.nodes[scene.first[b]] : -1;
    const data = node >= 0 && model ? model.data[node] : 0;
    const gradient = node >= 0 && model ? model.gradient[node] : 0;
    const valueState = shown && node >= 0 ? shown.data[node] : SEEN;
    const gradientState = shown && node >= 0 ? shown.gradient[node] : SEEN;
    if (kind === KIND.DOT) {
      if (pixels < LEAST_TEXT || n > 1) continue;
      pen.use(size);
      const state = shown?.dots ? gradientState : valueState;
      const text = node < 0 || state !== SEEN ? scene.label[b] : compact(shown?.dots ? gradient : data);
      if (state !== SEEN) dip(true);
      pen.centred(text, x + w / 2, y + h / 2);
      if (state !== SEEN) dip(false);
    } else if (pixels < ALL && glance) {
      const large = (kind === KIND.CARD ? GLANCE.card : GLANCE.scalar) * s;
      if (node < 0 || large * camera.scale < LEAST_TEXT) continue;
      pen.use(large);
      const at = split(scene, b);
      const label = kind === KIND.RECORD ? Math.max(0, at - 17.5 * s) : 0;
      if (valueState !== HIDDEN) pen.centred(compact(data), x + w / 2, y + (at + label) / 2);
      if (gradientState === HIDDEN) continue;
      if (gradientState === PALE) dip(true);
      pen.centred(compact(gradient), x + w / 2, y + (at + h) / 2);
      if (gradientState === PALE) dip(false);
    } else if (pixels >= least) {
      const all = pixels >= ALL;
      const pad = (kind === KIND.CARD ? 9 : 6) * s;
      const [left, right] = [x + pad, x + w - pad];
      const record = kind === KIND.RECORD;
      const upper = record ? y + h - 23 * s : y + h * 0.26;
      const lower = record ? y + h - 8 * s : y + h * 0.75;
      pen.use(size);
      if (record && all && scene.label[b]) ctx.fillText(scene.label[b], left, y + 9.5 * s);
      const name = record ? 'data' : scene.label[b];
      const under = scene.under[b];
      const indent = scene.opens[b] ? 11 * s : 0;
      if (indent) chevron(ctx, left, upper, s, false);
      const unknown = n === 0 ? '–' : '';
      const value = node < 0 ? unknown : valueState === HIDDEN ? '' : format(data);
      const slope = node < 0 || gradientState === HIDDEN ? '' : format(gradient);
      pen.line(said(name, all || kind === KIND.CARD), left + indent, value, right, upper);
      if (!all) continue;
      if (gradientState !== SEEN) dip(true);
      pen.line(said(under, true), left, slope, right, lower);
      if (gradientState !== SEEN) dip(false);
    }
  }
}

/** The advance of a monospaced face at a size of one. @type {Map<string, number>} */
const advances = new Map();

/** @param {Pen} ctx @param {string} face */
export function createPen(ctx, face) {
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
    /** @param {string} text */
    width: (text) => text.length * advance,
    /** @param {string} text @param {number} x @param {number} y */
    centred(text, x, y) {
      ctx.fillText(text, x - (text.length * advance) / 2, y);
    },
    /**
     * A name at the left and its number at the right; where there is no room for both, the name gives way.
     * @param {string} name @param {number} left @param {string} number @param {number} right @param {number} y
     */
    line(name, left, number, right, y) {
      if (name && (name.length + number.length + 0.6) * advance <= right - left) ctx.fillText(name, left, y);
      if (number) ctx.fillText(number, right - number.length * advance, y);
    },
  };
}
