import { inForce } from '../recipe.js';

/**
 * @typedef {Pick<import('../types.d.ts').State, 'recipe' | 'data' | 'frame'>} Moment
 */

/**
 * @param {Moment} moment
 * @returns {{ size: number, samples: number, accumulated: boolean }} of the batch that the next update uses
 */
function batchOf({ recipe, data, frame }) {
  const size = inForce(recipe, 'training.batchSize', frame.step);
  const samples = data.samples.length;
  return {
    size: typeof size === 'number' && size < samples ? size : samples,
    samples,
    accumulated: inForce(recipe, 'training.zeroGrad', frame.step) === false,
  };
}

/**
 * Of what the gradients of a frame are, in a sentence.
 * @param {Moment} moment
 */
export function whoseGradient(moment) {
  const { size, samples, accumulated } = batchOf(moment);
  const batch = size === samples ? `all ${samples} samples together` : `the ${size} samples of the next batch`;
  if (!accumulated) return `Each gradient is of the loss of ${batch}.`;
  return `Zeroing is off: each gradient is of the loss of ${batch}, added to those of all the steps before.`;
}

/**
 * The same in a few words: "all 4 samples".
 * @param {Moment} moment
 */
export function batchInWords(moment) {
  const { size, samples, accumulated } = batchOf(moment);
  const batch = size === samples ? `all ${samples} samples` : `batch of ${size}`;
  return accumulated ? `${batch}, added up` : batch;
}
