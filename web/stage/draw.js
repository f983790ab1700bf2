// The values: boxes by colour, text by its size in pixels. No allocation a frame but the digits themselves.
import { BUCKETS, bucket, bucketLog } from '../scales.js';
import { compact, format } from '../numbers.js';
import { KIND, stripOf } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./camera.js').Camera} Camera */
/** @typedef {import('./theme.js').Theme} Theme */

/**
 * Everything a frame is drawn from.
 * @typedef {object} View
 * @property {Scene} scene
 * @property {Model | null} model
 * @property {Camera} camera
 * @property {number} width  in CSS pixels
 * @property {number} height
 * @property {number} density  device pixels a CSS pixel
 * @property {Theme} theme
 * @property {{data: number, gradient: number, weight: number, weightGradient: number}} extents
 * @property {ArrayLike<number>} weights  one a parameter
 * @property {ArrayLike<number>} gradients
 * @property {"weight" | "gradient"} edgesBy
 */

/** Text below this many pixels is not drawn; below the second, only the data is. */
const TEXT_NONE = 5;
const TEXT_ALL = 7;
const CARD_FONT = 12;
const FONT = 11;
/** Text that would be too small is replaced by two decimals in this size, while there are not too many boxes in sight. */
const GLANCE = { card: 22, scalar: 15 };
const GLANCE_MOST = 900;
/** With more boxes than this in sight, corners are square and outlines are left out. */
const MANY = 2500;

/** Buffers that grow with the largest scene drawn. */
const buffers = {
  visible: new Int32Array(0),
  bucketed: new Int32Array(0),
  of: new Uint8Array(0),
  counts: new Int32Array(BUCKETS + 2),
};

/** @param {CanvasRenderingContext2D} ctx @param {View} view */
export function look(ctx, { camera, density }) {
  const s = camera.scale * density;
  ctx.setTransform(s, 0, 0, s, camera.x * density, camera.y * density);
}

/** @param {CanvasRenderingContext2D} ctx */
export function clear(ctx) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** The part of the world in sight. @param {View} view */
export function inSight({ camera, width, height }) {
  const { x, y, scale } = camera;
  return { left: -x / scale, top: -y / scale, right: (width - x) / scale, bottom: (height - y) / scale };
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view */
export function drawValues(ctx, view) {
  clear(ctx);
  look(ctx, view);
  const { scene, theme } = view;
  const count = collect(view);
  const many = count > MANY;
  const visible = buffers.visible;

  fillCells(ctx, view, count, true, many);
  fillCells(ctx, view, count, false, many);
  if (scene.count.some((c) => c > 1)) drawStrips(ctx, view, count);
  if (!many) outline(ctx, view, count);
  drawOperations(ctx, view, count, many);

  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.ink;
  const text = texts(ctx, view, count <= GLANCE_MOST);
  for (let v = 0; v < count; v++) text(visible[v]);
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

/** How many pixels high the text of a box is. @param {View} view @param {number} b */
function textSize({ scene, camera }, b) {
  return (scene.kind[b] === KIND.CARD ? CARD_FONT : FONT) * scene.scale[b] * camera.scale;
}

/** Where the gradient's part of a box begins; a record's label counts to the data. @param {Scene} scene @param {number} b */
function split(scene, b) {
  const h = scene.h[b];
  if (scene.kind[b] === KIND.DOT) return h;
  if (scene.kind[b] === KIND.RECORD) return h - 15.5 * scene.scale[b];
  return h / 2;
}

/**
 * One fill a colour: the data's part of every box, or the gradient's.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} count @param {boolean} upper @param {boolean} many
 */
function fillCells(ctx, view, count, upper, many) {
  const { scene, model, theme, extents, camera } = view;
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
      colour = upper ? bucket(model.data[node], extents.data) : bucketLog(model.gradient[node], extents.gradient);
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
        if (camera.scale < 0.2) ctx.rect(x, y, w, h);
        else ctx.roundRect(x, y, w, h, at === scene.h[b] ? r : upper ? [r, r, 0, 0] : [0, 0, r, r]);
      }
    }
    if (!many) ctx.fill();
  }
}

/** @param {Scene} scene @param {number} b */
export function radius(scene, b) {
  const kind = scene.kind[b];
  return (
    (kind === KIND.OPERATION ? 11 : kind === KIND.CARD ? 9 : kind === KIND.DOT ? 13 : kind === KIND.PANEL ? 12 : 5) *
    scene.scale[b]
  );
}

/** One cell a sample. @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} count */
function drawStrips(ctx, view, count) {
  const { scene, model, theme, extents } = view;
  if (!model) return;
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
      ctx.fillStyle = theme.box[bucket(model.data[node], extents.data)];
      ctx.fillRect(left + i * w, scene.y[b] + pad, w - gap, at - 2 * pad);
      if (dot) continue;
      ctx.fillStyle = theme.box[bucketLog(model.gradient[node], extents.gradient)];
      ctx.fillRect(left + i * w, scene.y[b] + at + pad, w - gap, scene.h[b] - at - 2 * pad);
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} count */
function outline(ctx, view, count) {
  const { scene, theme, camera } = view;
  ctx.beginPath();
  for (let v = 0; v < count; v++) {
    const b = buffers.visible[v];
    if (scene.kind[b] === KIND.OPERATION) continue;
    if (camera.scale < 0.2) ctx.rect(scene.x[b], scene.y[b], scene.w[b], scene.h[b]);
    else ctx.roundRect(scene.x[b], scene.y[b], scene.w[b], scene.h[b], radius(scene, b));
  }
  ctx.strokeStyle = theme.outline;
  ctx.lineWidth = Math.min(1, 0.8 / camera.scale);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} count @param {boolean} many */
function drawOperations(ctx, view, count, many) {
  const { scene, theme } = view;
  ctx.fillStyle = theme.operation;
  ctx.beginPath();
  for (let v = 0; v < count; v++) {
    const b = buffers.visible[v];
    if (scene.kind[b] !== KIND.OPERATION) continue;
    if (many) ctx.fillRect(scene.x[b] + 3, scene.y[b] + 3, scene.w[b] - 6, scene.h[b] - 6);
    else ctx.roundRect(scene.x[b], scene.y[b], scene.w[b], scene.h[b], radius(scene, b));
  }
  if (!many) ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {boolean} glance */
function texts(ctx, view, glance) {
  const { scene, model, theme, camera } = view;
  let font = 0;
  let advance = 0;
  /** @param {number} size */
  const use = (size) => {
    if (size === font) return;
    font = size;
    ctx.font = `${size}px ${theme.mono}`;
    advance = ctx.measureText('0').width;
  };
  /** @param {string} text @param {number} right @param {number} y */
  const rightAligned = (text, right, y) => ctx.fillText(text, right - text.length * advance, y);

  /** A name and its number; the name gives way. @param {string} name @param {number} left @param {string} text @param {number} right @param {number} y */
  const pair = (name, left, text, right, y) => {
    if (text) rightAligned(text, right, y);
    if ((name.length + text.length + 0.4) * advance <= right - left) ctx.fillText(name, left, y);
  };

  /** @param {number} b */
  const atAGlance = (b) => {
    const size = (scene.kind[b] === KIND.CARD ? GLANCE.card : GLANCE.scalar) * scene.scale[b];
    if (!model || scene.count[b] !== 1 || size * camera.scale < TEXT_NONE) return;
    use(size);
    const node = scene.nodes[scene.first[b]];
    const middle = scene.x[b] + scene.w[b] / 2;
    const at = split(scene, b);
    const label = scene.kind[b] === KIND.RECORD ? Math.max(0, at - 17.5 * scene.scale[b]) : 0;
    const data = compact(model.data[node]);
    const gradient = compact(model.gradient[node]);
    ctx.fillText(data, middle - (data.length * advance) / 2, scene.y[b] + (at + label) / 2);
    ctx.fillText(gradient, middle - (gradient.length * advance) / 2, scene.y[b] + (at + scene.h[b]) / 2);
  };

  /** @param {number} b */
  return (b) => {
    const pixels = textSize(view, b);
    const kind = scene.kind[b];
    if (glance && pixels < TEXT_ALL && kind !== KIND.OPERATION && kind !== KIND.DOT) return atAGlance(b);
    if (pixels < TEXT_NONE) return;
    const s = scene.scale[b];
    const [x, y, w, h] = [scene.x[b], scene.y[b], scene.w[b], scene.h[b]];
    if (kind === KIND.OPERATION) {
      const label = scene.label[b];
      use((label.length === 1 ? 14 : FONT) * s);
      ctx.fillStyle = theme.operationInk;
      ctx.fillText(label, x + (w - label.length * advance) / 2, y + h / 2 + 0.5 * s);
      ctx.fillStyle = theme.ink;
      return;
    }
    const n = scene.count[b];
    const node = n === 1 ? scene.nodes[scene.first[b]] : -1;
    const data = node >= 0 && model ? model.data[node] : NaN;
    const known = node >= 0 && model !== null;
    if (kind === KIND.DOT) {
      use(FONT * s);
      if (n < 2) {
        const text = known ? compact(data) : scene.label[b];
        ctx.fillText(text, x + (w - text.length * advance) / 2, y + h / 2);
      }
      return;
    }
    const all = pixels >= TEXT_ALL;
    const pad = (kind === KIND.CARD ? 9 : 6) * s;
    const right = x + w - pad;
    if (kind === KIND.RECORD) {
      const label = scene.label[b];
      use(FONT * s);
      if (all && label) ctx.fillText(label, x + pad, y + 9.5 * s);
      const line = y + h - 23 * s;
      if (all) ctx.fillText('data', x + pad, line);
      if (known) rightAligned(format(data), right, line);
      if (!all) return;
      ctx.fillText('grad', x + pad, y + h - 8 * s);
      if (known && model) rightAligned(format(model.gradient[node]), right, y + h - 8 * s);
      return;
    }
    const size = (kind === KIND.CARD ? CARD_FONT : FONT) * s;
    const upper = y + h * 0.26;
    const lower = y + h * 0.75;
    use(size);
    let nameLeft = x + pad;
    if (scene.opens[b]) {
      chevron(ctx, x + pad, upper, s, false);
      nameLeft += 11 * s;
    }
    if (all || kind === KIND.CARD)
      pair(scene.label[b], nameLeft, known ? format(data) : n === 0 ? '–' : '', right, upper);
    else if (known) rightAligned(format(data), right, upper);
    if (all) pair(scene.under[b], x + pad, known && model ? format(model.gradient[node]) : '', right, lower);
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} s @param {boolean} open */
export function chevron(ctx, x, y, s, open) {
  ctx.beginPath();
  if (open) {
    ctx.moveTo(x, y - 2 * s);
    ctx.lineTo(x + 7 * s, y - 2 * s);
    ctx.lineTo(x + 3.5 * s, y + 3 * s);
  } else {
    ctx.moveTo(x + 1 * s, y - 3.5 * s);
    ctx.lineTo(x + 6 * s, y);
    ctx.lineTo(x + 1 * s, y + 3.5 * s);
  }
  ctx.fill();
}

export { TEXT_ALL, TEXT_NONE, FONT };
