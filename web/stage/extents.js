// The scales of a picture: what the strongest colour and the thickest edge stand for.
import { steadyExtent } from '../scales.js';

/** @typedef {{data: number, gradient: number, weight: number, weightGradient: number}} Extents */

/** A few large values should not make all others pale. */
const TIMES_MEAN = 2.5;
/** Gradients that four decimals cannot show are pale, however equal they are among each other. */
const LEAST_GRADIENT = 0.001;

/**
 * @param {Extents} extents those in use; 0 where there is none yet
 * @param {import('./model.js').Model | null} model
 * @param {ArrayLike<number>} weights @param {ArrayLike<number>} gradients
 * @returns {Extents}
 */
export function nextExtents(extents, model, weights, gradients) {
  let { data, gradient } = extents;
  if (model) {
    let sum = 0;
    let count = 0;
    let most = 0;
    for (let i = 0; i < model.n; i++) {
      if (model.groups[i] === 'loss') continue;
      const value = Math.abs(model.data[i]);
      // Named values set the scale; products and running sums may go beyond it.
      if (value < Infinity && model.labels[i]) {
        sum += value;
        count++;
      }
      const slope = Math.abs(model.gradient[i]);
      if (slope < Infinity && slope > most) most = slope;
    }
    data = steadyExtent(data, count ? (TIMES_MEAN * sum) / count : 0);
    gradient = steadyExtent(gradient, Math.max(most, LEAST_GRADIENT));
  }
  return {
    data: data || 1,
    gradient: gradient || 1,
    weight: steadyExtent(extents.weight, largest(weights)),
    weightGradient: steadyExtent(extents.weightGradient, Math.max(largest(gradients), LEAST_GRADIENT)),
  };
}

/** @param {ArrayLike<number>} values */
function largest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size < Infinity && size > most) most = size;
  }
  return most;
}
