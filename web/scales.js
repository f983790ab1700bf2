// From a number to a colour: blue is positive, orange is negative, and the two differ in every colour vision.
// Distances and contrasts were measured in OKLab; the mixing happens there too, so that equal steps look equal.

import { HIDDEN } from './numbers.js';

/** Sixteen steps a sign and one for zero. */
export const BUCKETS = 33;
const HALF = (BUCKETS - 1) / 2;
/** The bucket of what is not a number. */
export const NOT_A_NUMBER = BUCKETS;

/** negative, zero, positive */
const POLES = {
  light: { box: ['#f4a261', '#f7f7f7', '#7fb8e6'], edge: ['#e66101', '#ccd3de', '#0571b0'], unknown: '#d7c6f5' },
  dark: { box: ['#b35806', '#1b1f24', '#1f6fb5'], edge: ['#e08214', '#3a424f', '#4393d3'], unknown: '#5b3a91' },
};

/**
 * The colours of boxes and of edges, one a bucket, and the one for NaN at the end.
 * @param {boolean} dark
 */
export function palette(dark) {
  const poles = dark ? POLES.dark : POLES.light;
  return {
    box: [...diverging(poles.box), poles.unknown],
    edge: [...diverging(poles.edge), poles.unknown],
  };
}

/** @param {string[]} poles negative, zero, positive */
export function diverging(poles) {
  const [negative, zero, positive] = poles.map(oklab);
  const colours = [];
  for (let i = -HALF; i <= HALF; i++) {
    colours.push(css(mix(zero, i < 0 ? negative : positive, Math.abs(i) / HALF)));
  }
  return colours;
}

/**
 * Linear in the value; what lies beyond the extent has the pole's colour. A value that is not zero never has zero's colour.
 * @param {number} value
 * @param {number} extent
 */
export function bucket(value, extent) {
  if (value === HIDDEN) return HALF;
  return bucketOfShare(value / extent);
}

/** How many times smaller than the extent a gradient may be before it looks like zero. */
export const LOG_RANGE = 1000;
const LOG_SCALE = 1 / Math.log1p(LOG_RANGE);

/**
 * A symmetric logarithm: -1 .. 1 for -extent .. extent, steep near zero.
 * @param {number} value
 * @param {number} extent
 */
export function symmetricLog(value, extent) {
  const share = Math.log1p((Math.abs(value) / extent) * LOG_RANGE) * LOG_SCALE;
  return value < 0 ? -share : share;
}

/**
 * @param {number} value
 * @param {number} extent
 */
export function bucketLog(value, extent) {
  if (value === HIDDEN) return HALF;
  return bucketOfShare(symmetricLog(value, extent));
}

/** @param {number} share */
function bucketOfShare(share) {
  if (share !== share) return NOT_A_NUMBER;
  if (share > 0) return HALF + Math.max(1, Math.min(HALF, Math.round(share * HALF)));
  if (share < 0) return HALF - Math.max(1, Math.min(HALF, Math.round(-share * HALF)));
  return HALF;
}

/**
 * The next of 1, 2, 5, 10, .. that is not below max; never infinite, however near to the end of the numbers.
 * @param {number} max
 */
export function niceExtent(max) {
  if (!(max > 0) || max === Infinity) return 1;
  const power = 10 ** Math.floor(Math.log10(max));
  for (const factor of [1, 2, 5]) if (max <= factor * power * (1 + 1e-12)) return Math.min(factor * power, 1e308);
  return Math.min(10 * power, 1e308);
}

/**
 * An extent that stays: it grows as soon as it must, and shrinks only when the numbers have become ten times smaller, so that
 * colours mean the same from step to step.
 * @param {number} extent the one in use, or 0
 * @param {number} max the largest magnitude now
 */
export function steadyExtent(extent, max) {
  if (max === Infinity || max !== max || max === HIDDEN) return extent || 1;
  if (extent > 0 && max <= extent && max * 10 >= extent) return extent;
  if (extent > 0 && max === 0) return extent;
  return niceExtent(max);
}

/** @param {string} hex @returns {number[]} */
function oklab(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @param {number[]} a @param {number[]} b @param {number} t */
function mix(a, b, t) {
  return a.map((v, i) => v + (b[i] - v) * t);
}

/** @param {number[]} lab */
function css([L, a, b]) {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((c) => {
    const gamma = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, gamma)) * 255);
  });
  return '#' + channels.map((c) => c.toString(16).padStart(2, '0')).join('');
}
