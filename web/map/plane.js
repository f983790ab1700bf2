/**
 * @typedef {import('../types.d.ts').Data} Data
 * @typedef {{ left: number, right: number, bottom: number, top: number }} Plane
 */

/** Around the outermost points, as a share of their spread. */
const MARGIN = 0.12;

/**
 * The part of the plane that a map shows: all the points and some room around them.
 * @param {Data} data of two inputs
 * @returns {Plane}
 */
export function planeOf({ samples }) {
  const [left, right] = spread(samples.map(({ x }) => x[0]));
  const [bottom, top] = spread(samples.map(({ x }) => x[1]));
  return { left, right, bottom, top };
}

/** @param {number[]} values @returns {[number, number]} */
function spread(values) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = high > low ? (high - low) * MARGIN : 1;
  return [low - room, high + room];
}

/** A plane is left when the points fill less of it than this. */
const LEAST_FILLED = 0.5;

/**
 * The plane in use, as long as all the points are on it and fill enough of it; else one that suits them.
 * @param {Plane} before
 * @param {Data} data of two inputs
 */
export function steadyPlane(before, data) {
  const { left, right, bottom, top } = planeOf(data);
  const holds = data.samples.every(
    ({ x: [x1, x2] }) => x1 >= before.left && x1 <= before.right && x2 >= before.bottom && x2 <= before.top,
  );
  const filled = Math.min((right - left) / (before.right - before.left), (top - bottom) / (before.top - before.bottom));
  return holds && filled >= LEAST_FILLED ? before : { left, right, bottom, top };
}

/**
 * The inputs at the middle of each pixel of a grid, row by row from the top.
 * @param {Plane} plane
 * @param {number} columns
 * @param {number} rows
 * @returns {[Float64Array, Float64Array]}
 */
export function gridOf({ left, right, bottom, top }, columns, rows) {
  const x1 = new Float64Array(columns * rows);
  const x2 = new Float64Array(columns * rows);
  for (let i = 0; i < x1.length; i++) {
    x1[i] = left + ((i % columns) + 0.5) * ((right - left) / columns);
    x2[i] = top - (Math.floor(i / columns) + 0.5) * ((top - bottom) / rows);
  }
  return [x1, x2];
}

/**
 * The output at which a network has not decided: halfway between the targets, or a score that makes both equally likely.
 * @param {Data} data
 * @param {string} loss
 */
export function middleOf({ samples }, loss) {
  if (loss === 'binary-cross-entropy') return 0;
  const targets = samples.map(({ y }) => y[0]);
  const low = targets.reduce((a, b) => Math.min(a, b), Infinity);
  const high = targets.reduce((a, b) => Math.max(a, b), -Infinity);
  return (low + high) / 2;
}

/**
 * How far from the middle an output has the strongest colour: at its targets if it cannot go beyond them, else at twice their
 * distance. It does not depend on the step, so that a colour always means the same.
 * @param {Data} data
 * @param {string} outputActivation
 * @param {number} middle
 */
export function extentOf(data, outputActivation, middle) {
  const reach = data.samples.reduce((most, { y }) => Math.max(most, Math.abs(y[0] - middle)), 0) || 1;
  return outputActivation === 'tanh' || outputActivation === 'sigmoid' ? reach : 2 * reach;
}

/** Of two inputs there is a plane; several outputs must each stand for a class. @param {Data} data */
export function isMapped({ inputs, outputs, samples }) {
  if (inputs !== 2) return false;
  return outputs === 1 || samples.every(({ y }) => y.filter((target) => target === 1).length === 1);
}
