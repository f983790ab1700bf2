/**
 * Samples of one input and one target as places of a plane, with the target as the height.
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('../types.d.ts').Data} Data
 */

/** @returns {(data: Data) => Data} answers the same object for the same data */
export function placesOf() {
  /** @type {Data | null} */
  let last = null;
  /** @type {Data | null} */
  let places = null;
  return (data) => {
    if (data !== last || !places) {
      last = data;
      places = { ...data, inputs: 2, samples: data.samples.map(({ x, y }) => ({ x: [x[0], y[0]], y })) };
    }
    return places;
  };
}

/** The samples that stand at places. @param {readonly Sample[]} places @returns {Sample[]} */
export function samplesAt(places) {
  return places.map(({ x: [x, y] }) => ({ x: [x], y: [y] }));
}

/**
 * The line through heights that stand evenly from left to right, in shares of the plane's sides, as four numbers a piece; what is
 * not finite or far outside is left out.
 * @param {ArrayLike<number>} heights
 * @param {import('./plane.js').Plane} plane
 */
export function polyline(heights, { bottom, top }) {
  const last = heights.length - 1;
  const share = (/** @type {number} */ i) => (top - heights[i]) / (top - bottom);
  const pieces = [];
  for (let i = 0; i < last; i++) {
    const [from, to] = [share(i), share(i + 1)];
    if (Math.max(from, to) >= 0 && Math.min(from, to) <= 1) pieces.push(...clipped(i / last, from, (i + 1) / last, to));
  }
  return pieces;
}

/** The part of a piece between the shares 0 and 1 of the height. @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function clipped(x1, y1, x2, y2) {
  const at = (/** @type {number} */ y) => x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  const cut = (/** @type {number} */ x, /** @type {number} */ y) => (y < 0 ? [at(0), 0] : y > 1 ? [at(1), 1] : [x, y]);
  return [...cut(x1, y1), ...cut(x2, y2)];
}
