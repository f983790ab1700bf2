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

/**
 * Close to a part of something that cannot be read as a whole: the focus in the middle, but no empty ground at one side
 * while there is something left to see at the other.
 * @param {Bounds} bounds of everything @param {Bounds} focus @param {number} scale
 * @param {number} width @param {number} height @param {Insets} insets
 * @returns {Camera}
 */
export function closeUp(bounds, focus, scale, width, height, insets) {
  return {
    x: along(bounds.x, bounds.width, focus.x + focus.width / 2, scale, insets.left, width - insets.right),
    y: along(bounds.y, bounds.height, focus.y + focus.height / 2, scale, insets.top, height - insets.bottom),
    scale,
  };
}

/** @param {number} from @param {number} size @param {number} middle @param {number} scale @param {number} low @param {number} high */
function along(from, size, middle, scale, low, high) {
  if (size * scale <= high - low) return (low + high) / 2 - (from + size / 2) * scale;
  return Math.max(high - (from + size) * scale, Math.min(low - from * scale, (low + high) / 2 - middle * scale));
}

/**
 * The scale and the place at which an opened box can be read, with what is around it in sight as far as there is room; it
 * moves no further from where it is than it must.
 * @param {Camera} camera under which the box is where it should stay
 * @param {Bounds} box @param {Bounds} around @param {{least: number, good: number}} legible scales at which text can be read
 * @param {number} width @param {number} height @param {Insets} insets
 * @returns {Camera}
 */
export function openedView(camera, box, around, legible, width, height, insets) {
  const [w, h] = [width - insets.left - insets.right, height - insets.top - insets.bottom];
  const largest = Math.max(camera.scale, legible.good);
  const alone = Math.max(legible.least, fit(box, width, height, insets, largest).scale);
  const scale = Math.min(alone, Math.max(legible.least, fit(around, width, height, insets, largest).scale));
  const [x, width_] = reduced(around.x, around.width, box.x, box.width, w / scale);
  const [y, height_] = reduced(around.y, around.height, box.y, box.height, h / scale);
  const held = {
    x: camera.x + box.x * (camera.scale - scale),
    y: camera.y + box.y * (camera.scale - scale),
    scale,
  };
  return reveal(held, { x, y, width: width_, height: height_ }, width, height, insets);
}

/**
 * As much of a stretch as there is room for, the same on both sides of its inner part.
 * @param {number} from @param {number} size @param {number} inner @param {number} innerSize @param {number} room
 */
function reduced(from, size, inner, innerSize, room) {
  if (size <= room) return [from, size];
  const margin = Math.max(0, (room - innerSize) / 2);
  const start = Math.max(from, inner - margin);
  return [start, Math.min(from + size, inner + innerSize + margin) - start];
}

/**
 * A flight from one camera to another: one zoom about a point that stays, or a move where the scale stays.
 * @param {Camera} a @param {Camera} b @param {number} t @returns {Camera}
 */
export function flight(a, b, t) {
  const factor = b.scale / a.scale;
  if (Math.abs(factor - 1) < 0.02) return between(a, b, t);
  const k = factor ** t;
  const share = (k - 1) / (factor - 1);
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, scale: a.scale * k };
}

/** @param {Camera} a @param {Camera} b @param {number} t @returns {Camera} */
export function between(a, b, t) {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, scale: a.scale * (b.scale / a.scale) ** t };
}
