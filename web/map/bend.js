// Where a layer takes the plane: a grid of lines, seen through the neurons.
import { EXACT, forward, roomFor } from './evaluate.js';
import { seenColumns } from './seen.js';

/**
 * @typedef {import('../types.d.ts').Recipe['network']} Network
 * @typedef {import('./plane.js').Plane} Plane
 * @typedef {import('./seen.js').Seen} Seen
 */

/** Lines each way, and points along each of them. */
export const LINES = 13;
export const ALONG = 49;

/**
 * The points of all lines, one line after the other: first those along x1, from the lowest up, then those along x2.
 * @param {Plane} plane
 * @returns {[Float64Array, Float64Array]}
 */
export function gridLines({ left, right, bottom, top }) {
  const x1 = new Float64Array(2 * LINES * ALONG);
  const x2 = new Float64Array(x1.length);
  for (let line = 0; line < 2 * LINES; line++) {
    const across = (line % LINES) / (LINES - 1);
    for (let k = 0; k < ALONG; k++) {
      const along = k / (ALONG - 1);
      const [a, b] = line < LINES ? [along, across] : [across, along];
      x1[line * ALONG + k] = left + a * (right - left);
      x2[line * ALONG + k] = bottom + b * (top - bottom);
    }
  }
  return [x1, x2];
}

/**
 * What every neuron gives at some points of the plane.
 * @param {Network} network
 * @param {[Float64Array, Float64Array]} points
 * @param {Seen} seen
 */
export function createBend(network, points, seen) {
  const columns = seenColumns(seen, points);
  const room = roomFor(network, points[0].length);
  return {
    /**
     * One list of columns for each layer, the inputs first: column k of layer l is what its neuron k gives at each point.
     * @param {number[]} values the parameters
     * @returns {Float64Array[][]}
     */
    through(values) {
      forward(network, values, columns, EXACT, room);
      return [points, ...room];
    },
  };
}

/** Around what is drawn, as a share of its spread. */
const MARGIN = 0.06;

/** The least and the largest of some columns, with some room. @param {ArrayLike<number>[]} columns @returns {[number, number]} */
export function spreadOf(columns) {
  let [low, high] = [Infinity, -Infinity];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      if (column[i] < low) low = column[i];
      if (column[i] > high) high = column[i];
    }
  }
  if (!(high > low)) return Number.isFinite(low) ? [low - 1, low + 1] : [-1, 1];
  const room = (high - low) * MARGIN;
  return [low - room, high + room];
}
