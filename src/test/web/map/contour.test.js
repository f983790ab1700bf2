import { contour } from '/web/map/contour.js';
import { close, equal, ok } from '/tests/assert.js';

/** @param {number} columns @param {number} rows @param {(x: number, y: number) => number} f */
function sampled(columns, rows, f) {
  return Array.from({ length: columns * rows }, (_, i) => f(i % columns, Math.floor(i / columns)));
}

export default {
  'a slope is crossed in a straight line at its level'() {
    const segments = contour(
      sampled(4, 3, (x) => x),
      4,
      3,
      1.25,
    );
    equal(segments.length, 2 * 4);
    for (let i = 0; i < segments.length; i += 2) close(segments[i], 1.25, 1e-12);
  },

  'every point of a circle has its radius'() {
    const segments = contour(
      sampled(60, 60, (x, y) => (x - 30) ** 2 + (y - 30) ** 2),
      60,
      60,
      20 * 20,
    );
    ok(segments.length > 4 * 80, 'a circle crosses many cells');
    for (let i = 0; i < segments.length; i += 2) {
      close(Math.hypot(segments[i] - 30, segments[i + 1] - 30), 20, 0.02);
    }
  },

  'a saddle is crossed by two lines that part its corners as its middle says'() {
    const high = contour([1, 0, 0, 1], 2, 2, 0.4);
    const low = contour([1, 0, 0, 1], 2, 2, 0.6);
    equal([high.length, low.length], [8, 8]);
    // With the middle above the level the two low corners are cut off, else the two high ones.
    const cutOff = (/** @type {number[]} */ line) => [line[0] + line[2] > 1, line[1] + line[3] > 1];
    equal(cutOff(high.slice(0, 4))[0] !== cutOff(high.slice(0, 4))[1], true);
    equal(cutOff(low.slice(0, 4))[0] === cutOff(low.slice(0, 4))[1], true);
  },

  'nothing is drawn where nothing is crossed, nor through what is not a number'() {
    equal(contour([1, 2, 3, 4], 2, 2, 9), []);
    equal(contour([NaN, NaN, NaN, NaN], 2, 2, 0), []);
    ok(contour([NaN, 1, -1, 1], 2, 2, 0).every(Number.isFinite));
  },
};
