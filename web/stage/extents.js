// The scales of a picture: what the strongest colour and the thickest edge stand for.
import { steadyExtent } from '../scales.js';

/** @typedef {{data: number, gradient: number, weight: number, weightGradient: number}} Extents */

/** A few large values should not make all others pale. */
const TIMES_MEAN = 2.5;

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
      if (value < Infinity) {
        sum += value;
        count++;
      }
      const slope = Math.abs(model.gradient[i]);
      if (slope < Infinity && slope > most) most = slope;
    }
    data = steadyExtent(data, count ? (TIMES_MEAN * sum) / count : 0);
    gradient = steadyExtent(gradient, most);
  }
  return {
    data: data || 1,
    gradient: gradient || 1,
    weight: steadyExtent(extents.weight, largest(weights)),
    weightGradient: steadyExtent(extents.weightGradient, largest(gradients)),
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
