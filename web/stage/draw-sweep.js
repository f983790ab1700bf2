// A move of a sweep: what takes part in it is ringed, numbers travel along the lines, and what comes of it stands beside its box.
import { trace } from './draw-edges.js';
import { along, pathBack } from './path.js';
import { look, radius } from './view.js';

/** @typedef {import('./view.js').Pen} Pen */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./sweep-cues.js').Cues} Cues */

/** The share of a move's time after which what travels has arrived. */
export const ARRIVAL = 0.62;

/**
 * `signs` and `texts` belong to the ways: what travels there. `note` stands at the box that it is about.
 * @typedef {object} Act
 * @property {Cues} cues
 * @property {boolean} back  whether numbers travel towards what was computed from
 * @property {number[]} signs
 * @property {string[]} texts  a way without one has a dot
 * @property {string[]} products  what the number is made of, said when it sets out
 * @property {string} before  what the note says until the numbers have arrived
 * @property {string} after
 * @property {number} progress  0 to 1
 */

/** The share of its way after which a number is no longer said as a product. */
const PRODUCT = 0.3;
const DOT = 5;
const TEXT = 12;
const MARGIN = 6;
/** With more ways than this, their lines are drawn lightly. */
const MANY_WAYS = 6;

/** @param {Pen} ctx @param {View} view @param {Act} act */
export function drawSweep(ctx, view, act) {
  const { scene, theme, camera } = view;
  const { cues, back, progress } = act;
  const arrived = progress >= ARRIVAL;
  look(ctx, view);
  const ways = cues.ways.map((way) => {
    const whole = inSight(view, way.far);
    return { legs: whole ? way.legs : way.legs.slice(0, 1), end: whole ? way.far : way.near };
  });
  ctx.beginPath();
  for (const edge of new Set(ways.flatMap(({ legs }) => legs))) trace(ctx, scene, edge, camera.scale);
  ctx.strokeStyle = theme.ink;
  ctx.globalAlpha = ways.length > MANY_WAYS ? 0.35 : 0.6;
  ctx.lineWidth = Math.max(2, 1.6 / camera.scale);
  ctx.stroke();
  ctx.globalAlpha = 1;
  for (const b of new Set(ways.map(({ end }) => end))) ring(ctx, view, b, back && arrived ? 3 : 1.5, back && arrived);
  for (const b of cues.actors) ring(ctx, view, b, !back && arrived ? 3 : 2, !back && arrived);
  if (!back && arrived) for (const b of cues.results) ring(ctx, view, b, 3, true);

  const [first] = ways;
  const box = back && first ? first.end : (cues.results.find((b) => inSight(view, b)) ?? cues.results[0]);
  const text = arrived ? act.after : act.before;
  if (box !== undefined && text) note(ctx, view, box, text, arrived);
  if (arrived) return;
  const share = ease(progress / ARRIVAL);
  ways.forEach(({ legs }, k) => {
    const { x, y } = along(pathBack(scene, legs), back ? share : 1 - share);
    const place = { x: x * camera.scale + camera.x, y: y * camera.scale + camera.y };
    const colour = act.signs[k] < 0 ? theme.negative : theme.positive;
    const said = share < PRODUCT ? act.products[k] : act.texts[k];
    if (said) chip(ctx, view, place.x, place.y, said, colour);
    else dot(ctx, view, place.x, place.y, colour);
  });
}

/** @param {number} t */
function ease(t) {
  return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
}

/** @param {View} view @param {number} b */
function inSight({ scene, camera, width, height }, b) {
  const x = (scene.x[b] + scene.w[b] / 2) * camera.scale + camera.x;
  const y = (scene.y[b] + scene.h[b] / 2) * camera.scale + camera.y;
  return x > 0 && y > 0 && x < width && y < height;
}

/** @param {Pen} ctx @param {View} view @param {number} b @param {number} width in pixels @param {boolean} strong */
function ring(ctx, view, b, width, strong) {
  const { scene, theme, camera } = view;
  look(ctx, view);
  const d = (width / 2 + 1) / camera.scale;
  ctx.beginPath();
  ctx.roundRect(scene.x[b] - d, scene.y[b] - d, scene.w[b] + 2 * d, scene.h[b] + 2 * d, radius(scene, b) + d);
  ctx.strokeStyle = theme.ink;
  if (strong) {
    ctx.globalAlpha = 0.2;
    ctx.lineWidth = (width + 7) / camera.scale;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  ctx.lineWidth = width / camera.scale;
  ctx.stroke();
}

/** @param {Pen} ctx @param {View} view */
function pixels(ctx, { density }) {
  ctx.setTransform(density, 0, 0, density, 0, 0);
}

/** @param {Pen} ctx @param {View} view @param {number} x @param {number} y @param {string} colour */
function dot(ctx, view, x, y, colour) {
  pixels(ctx, view);
  ctx.beginPath();
  ctx.roundRect(x - DOT, y - DOT, 2 * DOT, 2 * DOT, DOT);
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.strokeStyle = view.theme.card;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

/**
 * A number on its way; its size in pixels does not depend on the zoom.
 * @param {Pen} ctx @param {View} view @param {number} x @param {number} y @param {string} text @param {string} colour
 */
function chip(ctx, view, x, y, text, colour) {
  const { theme, width, height } = view;
  pixels(ctx, view);
  ctx.font = `600 ${TEXT}px ${theme.mono}`;
  const w = ctx.measureText(text).width + 14;
  const h = TEXT + 9;
  const left = within(x - w / 2, w, width);
  const top = within(y - h / 2, h, height);
  ctx.beginPath();
  ctx.roundRect(left, top, w, h, h / 2);
  ctx.fillStyle = theme.card;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, left + w / 2, top + h / 2 + 0.5);
  ctx.textAlign = 'left';
}

/** Below its box, or above it where there is no room. @param {Pen} ctx @param {View} view @param {number} b @param {string} text @param {boolean} strong */
function note(ctx, view, b, text, strong) {
  const { scene, camera, theme, height } = view;
  const x = (scene.x[b] + scene.w[b] / 2) * camera.scale + camera.x;
  const bottom = (scene.y[b] + scene.h[b]) * camera.scale + camera.y;
  const top = scene.y[b] * camera.scale + camera.y;
  const away = TEXT + 4;
  const y = bottom + away + TEXT > height ? top - away : bottom + away;
  chip(ctx, view, x, y, text, strong ? theme.ink : theme.mute);
}

/** @param {number} from @param {number} size @param {number} room */
function within(from, size, room) {
  return Math.max(MARGIN, Math.min(from, room - size - MARGIN));
}
