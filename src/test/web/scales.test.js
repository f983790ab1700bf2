import {
  BUCKETS,
  bucket,
  bucketLog,
  niceExtent,
  NOT_A_NUMBER,
  palette,
  steadyExtent,
  symmetricLog,
} from '/web/scales.js';
import { HIDDEN } from '/web/numbers.js';
import { close, equal, ok } from './assert.js';

const zero = (BUCKETS - 1) / 2;

/** WCAG relative luminance. @param {string} hex */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

export default {
  'what is not to be read has no colour and no size'() {
    equal([bucket(HIDDEN, 1), bucketLog(HIDDEN, 1)], [zero, zero]);
    equal([steadyExtent(0, HIDDEN), steadyExtent(5, HIDDEN)], [1, 5]);
  },
  'zero has a colour of its own and the signs mirror each other'() {
    equal(bucket(0, 1), zero);
    for (const v of [1e-12, 0.01, 0.3, 0.99, 1, 50]) {
      equal(bucket(v, 1) - zero, zero - bucket(-v, 1));
      ok(bucket(v, 1) > zero, 'a positive number never looks like zero');
    }
  },
  'what is not finite never leaves the palette'() {
    equal(bucket(NaN, 1), NOT_A_NUMBER);
    equal(bucketLog(NaN, 1), NOT_A_NUMBER);
    equal(bucket(Infinity, 1), BUCKETS - 1);
    equal(bucketLog(-Infinity, 1), 0);
    for (const dark of [true, false]) equal(palette(dark).box.length, BUCKETS + 1);
  },
  'the poles are the measured colours'() {
    const { box, edge } = palette(false);
    equal([box[0], box[zero], box[BUCKETS - 1]], ['#f4a261', '#f7f7f7', '#7fb8e6']);
    equal([edge[0], edge[BUCKETS - 1]], ['#e66101', '#0571b0']);
    equal([palette(true).box[0], palette(true).box[BUCKETS - 1]], ['#b35806', '#1f6fb5']);
  },
  'text can be read on every colour of a box'() {
    for (const colour of palette(false).box) ok(contrast(colour, '#1d2433') >= 4.5, colour);
    for (const colour of palette(true).box) ok(contrast(colour, '#ffffff') >= 4.5, colour);
  },
  'the symmetric logarithm is odd, and reaches one at the extent'() {
    close(symmetricLog(5, 5), 1, 1e-12);
    close(symmetricLog(-0.02, 5), -symmetricLog(0.02, 5), 1e-12);
    ok(symmetricLog(0.05, 5) > 0.3, 'a hundredth is still well in sight');
  },
  'an extent is one, two or five times a power of ten'() {
    equal([0.03, 0.2, 0.21, 1, 4, 7, 1300].map(niceExtent), [0.05, 0.2, 0.5, 1, 5, 10, 2000]);
    equal([0, NaN, Infinity].map(niceExtent), [1, 1, 1]);
  },
  'an extent does not jump from step to step'() {
    let extent = 0;
    const seen = new Set();
    for (let step = 0; step < 200; step++) seen.add((extent = steadyExtent(extent, 1.2 + 0.7 * Math.sin(step))));
    equal([...seen].length <= 2, true);
    equal(steadyExtent(2, 0.5), 2);
    equal(steadyExtent(2, 0.1), 0.1);
    equal(steadyExtent(2, Infinity), 2);
  },
};
