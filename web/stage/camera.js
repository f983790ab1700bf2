// Where the eye is: screen = world * scale + (x, y).

/** @typedef {{x: number, y: number, scale: number}} Camera */
/** @typedef {{x: number, y: number, width: number, height: number}} Bounds */
/** @typedef {{top: number, right: number, bottom: number, left: number}} Insets */

export const MIN_SCALE = 0.02;
export const MAX_SCALE = 6;

/** @param {Camera} camera @param {number} dx @param {number} dy @returns {Camera} */
export function pan(camera, dx, dy) {
  return { x: camera.x + dx, y: camera.y + dy, scale: camera.scale };
}

/**
 * The point of the world under (px, py) stays under it.
 * @param {Camera} camera @param {number} px @param {number} py @param {number} factor
 * @returns {Camera}
 */
export function zoomAt(camera, px, py, factor) {
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, camera.scale * factor));
  const real = scale / camera.scale;
  return { x: px - (px - camera.x) * real, y: py - (py - camera.y) * real, scale };
}

/** @param {Camera} camera @param {number} px @param {number} py */
export function toWorld(camera, px, py) {
  return { x: (px - camera.x) / camera.scale, y: (py - camera.y) / camera.scale };
}

/**
 * All of the bounds in sight, centred in what the insets leave free, and never larger than `most`.
 * @param {Bounds} bounds @param {number} width @param {number} height @param {Insets} insets @param {number} [most]
 * @returns {Camera}
 */
export function fit(bounds, width, height, insets, most = 1.4) {
  const w = Math.max(1, width - insets.left - insets.right);
  const h = Math.max(1, height - insets.top - insets.bottom);
  const wanted = Math.min(w / Math.max(1, bounds.width), h / Math.max(1, bounds.height), most);
  const scale = Math.max(MIN_SCALE, wanted);
  return {
    x: insets.left + w / 2 - (bounds.x + bounds.width / 2) * scale,
    y: insets.top + h / 2 - (bounds.y + bounds.height / 2) * scale,
    scale,
  };
}

/**
 * Moves as little as needed to bring the bounds into what the insets leave free.
 * @param {Camera} camera @param {Bounds} bounds @param {number} width @param {number} height @param {Insets} insets
 * @returns {Camera}
 */
export function reveal(camera, bounds, width, height, insets) {
  const { scale } = camera;
  return {
    x: camera.x + shift(bounds.x * scale + camera.x, bounds.width * scale, insets.left, width - insets.right),
    y: camera.y + shift(bounds.y * scale + camera.y, bounds.height * scale, insets.top, height - insets.bottom),
    scale,
  };
}

/** @param {number} at @param {number} size @param {number} low @param {number} high */
function shift(at, size, low, high) {
  if (size > high - low) return at > low ? low - at : at + size < high ? high - at - size : 0;
  return at < low ? low - at : at + size > high ? high - at - size : 0;
}

/** @param {Camera} a @param {Camera} b @param {number} t @returns {Camera} */
export function between(a, b, t) {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, scale: a.scale * (b.scale / a.scale) ** t };
}
