/**
 * Where a function sampled on a grid crosses a level: marching squares.
 * @param {ArrayLike<number>} values row by row
 * @param {number} columns
 * @param {number} rows
 * @param {number} level
 * @returns {number[]} line segments, four numbers each (x, y, x, y), in units of the grid
 */
export function contour(values, columns, rows, level) {
  /** @type {number[]} */
  const segments = [];
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const i = y * columns + x;
      const corners = [values[i], values[i + 1], values[i + columns + 1], values[i + columns]];
      crossings(corners, level, x, y, segments);
    }
  }
  return segments;
}

/** The corners of a cell, clockwise from its first one. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/**
 * @param {number[]} corners
 * @param {number} level
 * @param {number} x
 * @param {number} y
 * @param {number[]} segments receives none, one or two segments
 */
function crossings(corners, level, x, y, segments) {
  const above = corners.map((corner) => corner > level);
  if (above.every((each) => each === above[0])) return;
  /** @type {number[]} */
  const points = [];
  for (let side = 0; side < 4; side++) {
    const to = (side + 1) % 4;
    if (above[side] === above[to]) continue;
    const share = (level - corners[side]) / (corners[to] - corners[side]);
    points.push(
      x + CORNERS[side][0] + share * (CORNERS[to][0] - CORNERS[side][0]),
      y + CORNERS[side][1] + share * (CORNERS[to][1] - CORNERS[side][1]),
    );
  }
  // A saddle is crossed twice; the mean of its corners tells which two of the four crossings belong together.
  const turn = points.length === 8 && (corners[0] + corners[1] + corners[2] + corners[3]) / 4 > level !== above[0];
  if (turn) points.push(points[0], points[1]);
  for (let i = turn ? 2 : 0; i + 3 < points.length; i += 4) {
    if (points.slice(i, i + 4).every(Number.isFinite)) segments.push(...points.slice(i, i + 4));
  }
}
