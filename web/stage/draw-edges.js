// The ground under the values: edges, the frames of opened neurons, headings.
import { BUCKETS, bucket, bucketLog, NOT_A_NUMBER } from '../scales.js';
import { KIND, SHAPE } from './scene.js';
import { chevron, clear, inSight, look, radius, readable } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */
/** @typedef {import('./scene.js').Scene} Scene */

/** The headings of columns have at least so many pixels. */
const HEADING_LEAST = 10.5;
const ZERO = (BUCKETS - 1) / 2;
const THINNEST = 0.9;
const THICKEST = 4.6;
/** Below this many pixels a curve is drawn as a straight line. */
const STRAIGHT = 0.12;

/** @param {Pen} ctx @param {View} view */
export function drawGround(ctx, view) {
  clear(ctx, view);
  look(ctx, view);
  drawWires(ctx, view, false);
  drawWeights(ctx, view);
  drawPanels(ctx, view);
  drawWires(ctx, view, true);
  drawHeadings(ctx, view);
}

/** How many edges are in sight, up to a limit: whether the ground may be drawn anew in every frame. @param {View} view @param {number} limit */
export function edgesInSight(view, limit) {
  const { scene } = view;
  if (scene.edges <= limit) return scene.edges;
  const seen = sight(view);
  let count = 0;
  for (let e = 0; e < scene.edges && count <= limit; e++) if (seen(e)) count++;
  return count;
}

/** @param {View} view @returns {(e: number) => boolean} */
function sight(view) {
  const { from, points } = view.scene;
  const { left, top, right, bottom } = inSight(view);
  return (e) => {
    const [a, z] = [2 * from[e], 2 * from[e + 1] - 2];
    if (points[a] > right && points[z] > right) return false;
    if (points[a] < left && points[z] < left) return false;
    let [low, high] = [Infinity, -Infinity];
    for (let p = a + 1; p <= z + 1; p += 2) {
      if (points[p] < low) low = points[p];
      if (points[p] > high) high = points[p];
    }
    return low <= bottom && high >= top;
  };
}

/** @param {Pen} ctx @param {Scene} scene @param {number} e @param {number} scale the camera's */
export function trace(ctx, scene, e, scale) {
  const { points } = scene;
  const a = 2 * scene.from[e];
  const z = 2 * scene.from[e + 1] - 2;
  ctx.moveTo(points[a], points[a + 1]);
  if (scene.shape[e] === SHAPE.CORNERS) {
    for (let p = a + 2; p < z; p += 2) ctx.arcTo(points[p], points[p + 1], points[p + 2], points[p + 3], 5);
    ctx.lineTo(points[z], points[z + 1]);
    return;
  }
  for (let p = a; p < z; p += 2) {
    const [x0, y0, x1, y1] = [points[p], points[p + 1], points[p + 2], points[p + 3]];
    if (scale < STRAIGHT || ((p - a) / 2) % 2 === 1 || y0 === y1) ctx.lineTo(x1, y1);
    else ctx.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
  }
}

/** Edges that carry a value on, not a weight. @param {Pen} ctx @param {View} view @param {boolean} inside */
function drawWires(ctx, view, inside) {
  const { scene, theme, camera } = view;
  const seen = sight(view);
  const wanted = inside ? 1 : 0;
  ctx.beginPath();
  for (let e = 0; e < scene.edges; e++) {
    if (scene.parameter[e] < 0 && scene.inside[e] === wanted && seen(e)) trace(ctx, scene, e, camera.scale);
  }
  ctx.strokeStyle = theme.wire;
  ctx.lineWidth = Math.max(1.1, 0.5 / camera.scale);
  ctx.stroke();
}

/** @param {View} view @param {number} e @returns {number} */
export function edgeBucket(view, e) {
  const p = view.scene.parameter[e];
  return view.edgesBy === 'weight'
    ? bucket(view.weights[p], view.extents.weight)
    : bucketLog(view.gradients[p], view.extents.weightGradient);
}

/** @param {number} colour a bucket */
export function edgeWidth(colour) {
  if (colour === NOT_A_NUMBER) return THICKEST / 2;
  return THINNEST + (THICKEST - THINNEST) * (Math.abs(colour - ZERO) / ZERO);
}

let edgeColours = new Uint8Array(0);
const HIDDEN = 255;
const DASH = [9, 4];
/** @type {number[]} */
const SOLID = [];

/** One stroke a colour, the weak first; negative ones are dashed. @param {Pen} ctx @param {View} view */
function drawWeights(ctx, view) {
  const { scene, theme, camera } = view;
  const seen = sight(view);
  if (edgeColours.length < scene.edges) edgeColours = new Uint8Array(scene.edges);
  let any = false;
  for (let e = 0; e < scene.edges; e++) {
    const shown = scene.parameter[e] >= 0 && view.weights.length > 0 && seen(e);
    edgeColours[e] = shown ? edgeBucket(view, e) : HIDDEN;
    any ||= shown;
  }
  if (!any) return;
  ctx.lineCap = 'butt';
  for (let i = 0; i <= BUCKETS; i++) {
    const colour = i === BUCKETS ? NOT_A_NUMBER : ZERO + (i % 2 ? 1 : -1) * Math.ceil(i / 2);
    ctx.beginPath();
    let drawn = false;
    for (let e = 0; e < scene.edges; e++) {
      if (edgeColours[e] !== colour) continue;
      trace(ctx, scene, e, camera.scale);
      drawn = true;
    }
    if (!drawn) continue;
    ctx.setLineDash(colour < ZERO ? DASH : SOLID);
    ctx.strokeStyle = theme.edge[colour];
    ctx.lineWidth = Math.max(edgeWidth(colour) * scene.thickness, 0.5 / camera.scale);
    ctx.stroke();
  }
  ctx.setLineDash(SOLID);
}

/** @param {Pen} ctx @param {View} view */
function drawPanels(ctx, view) {
  const { scene, theme, camera } = view;
  const { left, top, right, bottom } = inSight(view);
  for (let b = 0; b < scene.boxes; b++) {
    if (scene.kind[b] !== KIND.PANEL) continue;
    const [x, y, w, h, s] = [scene.x[b], scene.y[b], scene.w[b], scene.h[b], scene.scale[b]];
    if (x > right || y > bottom || x + w < left || y + h < top) continue;
    ctx.beginPath();
    ctx.roundRect(x, y, w, h, radius(scene, b));
    ctx.fillStyle = theme.card;
    ctx.fill();
    ctx.strokeStyle = theme.outline;
    ctx.lineWidth = Math.min(1.2, 1 / camera.scale);
    ctx.stroke();
    if (!readable(s * camera.scale)) continue;
    ctx.fillStyle = theme.ink;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    if (scene.opens[b]) chevron(ctx, x + 10 * s, y + 16 * s, s, true);
    ctx.font = `600 ${12 * s}px ${theme.mono}`;
    ctx.fillText(scene.label[b], x + (scene.opens[b] ? 22 : 12) * s, y + 16 * s);
  }
}

/**
 * Their size in pixels stays readable; where they would meet they are cut to their first word or two, and where even those
 * would meet there are none.
 * @param {Pen} ctx @param {View} view
 */
function drawHeadings(ctx, view) {
  const { scene, theme, camera } = view;
  const { headings } = scene;
  const size = Math.max(12, HEADING_LEAST / camera.scale);
  ctx.font = `${size}px ${theme.sans}`;
  ctx.fillStyle = theme.mute;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const short = headings.map((heading) => ({ ...heading, text: heading.text.split(/ · |, /)[0] }));
  for (const { text, x, y } of [headings, short].find((each) => apart(each, size)) ?? []) ctx.fillText(text, x, y);
  ctx.textAlign = 'left';
}

/** @param {Scene['headings']} headings @param {number} size */
function apart(headings, size) {
  let end = -Infinity;
  return headings.every(({ text, x }) => {
    const half = text.length * size * 0.28;
    const free = x - half > end;
    end = x + half;
    return free;
  });
}
