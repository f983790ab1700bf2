import { ticks } from '../plot/axis.js';

/**
 * The heights of a loss surface as a picture needs them.
 * @typedef {{ low: number, now: number, high: number }} Heights
 */

/**
 * @param {number[][]} losses
 * @param {number} now the present loss
 * @returns {Heights}
 */
export function heightsOf(losses, now) {
  let [low, high] = [now, now];
  for (const row of losses) {
    for (const loss of row) {
      if (loss < low) low = loss;
      if (loss > high && loss !== Infinity) high = loss;
    }
  }
  return { low, now, high };
}

/**
 * Where a loss stands: -1 for the lowest, 0 for the present one, 1 for the highest. It is steep around the present loss, so
 * that a valley is seen beside a mountain.
 * @param {Heights} heights
 * @param {number} loss
 */
export function standing({ low, now, high }, loss) {
  if (loss === now) return 0;
  return loss < now ? -Math.sqrt((now - loss) / (now - low)) : Math.min(1, Math.sqrt((loss - now) / (high - now)));
}

const MOST_LEVELS = 10;

/**
 * Round losses at which lines of equal loss are drawn: 0.1, 0.2, 0.5, 1, .. where they span decades, even ones otherwise.
 * @param {Heights} heights
 * @returns {number[]}
 */
export function levelsOf({ low, high }) {
  if (!(high > low)) return [];
  if (!(low > 0 && high / low > 20))
    return ticks(low, high, MOST_LEVELS - 2).filter((level) => level > low && level < high);
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  for (const factors of [[1, 2, 5], [1], [1]]) {
    const gap = factors.length > 1 ? 1 : Math.ceil((last - first + 1) / MOST_LEVELS);
    const levels = [];
    for (let decade = first; decade <= last; decade += gap)
      levels.push(...factors.map((factor) => Number(`${factor}e${decade}`)));
    const inside = levels.filter((level) => level > low && level < high);
    if (inside.length <= MOST_LEVELS) return inside;
  }
  return [];
}

/**
 * A grid of losses, whose first row is the lowest, made finer: row by row from the top.
 * @param {number[][]} losses at least two rows of two
 * @param {number} side
 */
export function refined(losses, side) {
  const last = losses.length - 1;
  const fine = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    const v = (1 - row / (side - 1)) * last;
    const below = Math.min(Math.floor(v), last - 1);
    for (let column = 0; column < side; column++) {
      const u = (column / (side - 1)) * last;
      const left = Math.min(Math.floor(u), last - 1);
      const [s, t] = [u - left, v - below];
      const at = (/** @type {number} */ j) => losses[below + j][left] * (1 - s) + losses[below + j][left + 1] * s;
      fine[row * side + column] = at(0) * (1 - t) + at(1) * t;
    }
  }
  return fine;
}
