// Where a field stands over what it edits: never off the edges, and away with what it belongs to.
import { onCurve } from './hit.js';
import { split } from './view.js';

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rect */
/** @typedef {import('./view.js').View} View */

/** Where on a line a number may stand, the best place first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];

/**
 * The field's corner: the end of its first line upon the lower edge of the anchor, in the middle, as far as there is room.
 * @param {Rect} anchor @param {{width: number, height: number, line: number}} size what it has to say stands below its line
 * @param {Rect} view what is outside of it cannot be seen @param {Rect} room what the field keeps to
 * @returns {{x: number, y: number} | null} null where the anchor cannot be seen
 */
export function placeField(anchor, { width, height, line }, view, room) {
  const { left, top, right, bottom } = anchor;
  if (right < view.left || left > view.right || bottom < view.top || top > view.bottom) return null;
  return {
    x: clamp((left + right - width) / 2, room.left, room.right - width),
    y: clamp(bottom - line, room.top, room.bottom - height),
  };
}

/** The least wins where there is no room at all. @param {number} x @param {number} low @param {number} high */
function clamp(x, low, high) {
  return Math.max(low, Math.min(high, x));
}

/** The part of a box in which its value stands, in the view. @param {View} view @param {number} b @returns {Rect} */
export function valueOfBox({ scene, camera }, b) {
  const { x, y, scale } = camera;
  return {
    left: scene.x[b] * scale + x,
    top: scene.y[b] * scale + y,
    right: (scene.x[b] + scene.w[b]) * scale + x,
    bottom: (scene.y[b] + split(scene, b)) * scale + y,
  };
}

/** The room below a box, for what belongs to it but is not the number in it. @param {View} view @param {number} b @param {number} height @returns {Rect} */
export function belowBox({ scene, camera }, b, height) {
  const { x, y, scale } = camera;
  const top = (scene.y[b] + scene.h[b]) * scale + y + 4;
  return { left: scene.x[b] * scale + x, top, right: (scene.x[b] + scene.w[b]) * scale + x, bottom: top + height };
}

/**
 * Where on a weight's line its number stands: near a point, or else in its middle if that is in sight.
 * @param {View} view @param {number} e @param {{x: number, y: number} | null} near in the world
 * @returns {number} how far along the line's widest curve, 0 to 1
 */
export function alongEdge(view, e, near) {
  if (near) {
    const far = (/** @type {number} */ t) => Math.hypot(pointOf(view, e, t).x - near.x, pointOf(view, e, t).y - near.y);
    return [...ALONG].sort((a, b) => far(a) - far(b))[0];
  }
  const seen = (/** @type {number} */ t) => {
    const { x, y } = onScreen(view, pointOf(view, e, t));
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  };
  return ALONG.find(seen) ?? 0.5;
}

/** @param {View} view @param {number} e @param {number} t @param {number} height @returns {Rect} */
export function valueOnEdge(view, e, t, height) {
  const { x, y } = onScreen(view, pointOf(view, e, t));
  return { left: x, right: x, top: y - height / 2, bottom: y + height / 2 };
}

/** @param {View} view @param {{x: number, y: number}} point */
function onScreen({ camera }, { x, y }) {
  return { x: x * camera.scale + camera.x, y: y * camera.scale + camera.y };
}

/** On the widest curve of a line: where it crosses from column to column. @param {View} view @param {number} e @param {number} t */
function pointOf({ scene: { points, from } }, e, t) {
  const [a, z] = [2 * from[e], 2 * from[e + 1] - 2];
  let widest = a;
  for (let p = a; p < z; p += 4) if (points[p + 2] - points[p] > points[widest + 2] - points[widest]) widest = p;
  return onCurve(points[widest], points[widest + 1], points[widest + 2], points[widest + 3], t);
}
