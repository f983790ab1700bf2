/**
 * Which part of a curve is shown. What is shown stays while it still serves, so that axes do not move from step to step.
 *
 * @typedef {{ from: number, to: number }} Range
 * @typedef {Range & { reach: number }} Span of a parameter's values: reach to either side of its middle
 */

/** How far a curve can reach to either side. Close up, every smooth curve is a straight line. */
export const REACHES = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** A span reaches at least so far to either side, in relation to the value. */
const LEAST_OF_VALUE = 1e-9;

/** A span is left when the value comes so near to an end, as a share of its width. */
const NEAR_END = 0.2;

/**
 * A span around a value, with a round middle. Where a value has grown beyond what one may be set to, a span does too.
 * @param {Span | null} before the one in use
 * @param {number} value
 * @param {number} reach
 * @param {number} magnitude the largest size of a value
 * @returns {Span}
 */
export function steadySpan(before, value, reach, magnitude) {
  if (before?.reach === reach && holds(before, value, NEAR_END)) return before;
  // Of a very large value a narrow stretch would be a point.
  const half = Math.max(reach, Math.abs(value) * LEAST_OF_VALUE);
  const grid = half / 2;
  const middle = Number((Math.round(value / grid) * grid).toPrecision(12));
  const limit = Math.abs(value) > magnitude ? Infinity : magnitude;
  return {
    from: Math.max(-limit, Number((middle - half).toPrecision(12))),
    to: Math.min(limit, Number((middle + half).toPrecision(12))),
    reach,
  };
}

/**
 * Whether a value is in a range, and not too near to its ends.
 * @param {Range} range
 * @param {number} value
 * @param {number} [edge] as a share of the width
 */
export function holds({ from, to }, value, edge = 0) {
  const room = (to - from) * edge;
  return value >= from + room && value <= to - room;
}

/**
 * The smallest reach, from one on, with which both values are seen; the largest if there is none.
 * @param {number} value
 * @param {number} other
 * @param {number} reach
 * @param {number} magnitude
 */
export function reachFor(value, other, reach, magnitude) {
  const wider = REACHES.filter((each) => each >= reach).reverse();
  const enough = wider.find((each) => holds(steadySpan(null, value, each, magnitude), other, 0.05));
  return enough ?? REACHES[0];
}

/** A range is left when what is to be seen fills less of it than this. */
const LEAST_FILLED = 0.4;

/**
 * A range with room for all that is to be seen.
 * @param {Range | null} before the one in use
 * @param {number} low
 * @param {number} high
 * @returns {Range}
 */
export function steadyRange(before, low, high) {
  const width = high - low;
  const serves = before && holds(before, low) && holds(before, high);
  if (serves && width >= LEAST_FILLED * (before.to - before.from)) return before;
  // A level line stands in the middle; the room around it is a share of its height above 0.
  const room = width > 0 ? width * 0.1 : Math.max(Math.abs(low) * 0.1, 1e-12);
  return { from: low - room, to: high + room };
}

/** @param {Range} range @param {number} x @returns {number} 0 at its beginning, 1 at its end */
export const share = ({ from, to }, x) => (x - from) / (to - from);
