import { activationOf } from '../recipe.js';
import { seenColumns } from './seen.js';

/**
 * The network's function, evaluated for many points at once from the parameters of a frame: the one thing that the page
 * computes and the server could compute too.
 * @typedef {import('../types.d.ts').Recipe['network']} Network
 * @typedef {{ tanh: (x: number) => number, sigmoid: (x: number) => number }} Curves
 */

/**
 * The outputs for each point, one list a point, as the server computes them: the same order of summation, the browser's own
 * tanh and exp.
 * @param {Pick<Network, 'layers' | 'activation' | 'outputActivation'>} network
 * @param {ArrayLike<number>} values the parameters, in the order of a frame
 * @param {ArrayLike<number>[]} points
 * @param {import('./seen.js').Seen} [seen] left out: the network sees the points as they are
 * @returns {number[][]}
 */
export function evaluate(network, values, points, seen) {
  if (points.length === 0) return [];
  const columns = Array.from({ length: points[0].length }, (_, k) => Float64Array.from(points, (point) => point[k]));
  const outputs = forward(network, values, seen ? seenColumns(seen, columns) : columns, EXACT);
  return points.map((_, i) => outputs.map((column) => column[i]));
}

/** @type {Curves} */
export const EXACT = {
  tanh: Math.tanh,
  // The exponent is never positive, so that nothing overflows.
  sigmoid(x) {
    const e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  },
};

/** Within 2e-4, and several times faster: for the colour of a pixel, never for a number that is shown. @type {Curves} */
export const FOR_PIXELS = {
  tanh: rationalTanh,
  sigmoid: (x) => 0.5 + 0.5 * rationalTanh(0.5 * x),
};

/**
 * A forward pass for a batch, column by column: columns[k][i] is input k of point i, and so is the answer.
 * @param {Pick<Network, 'layers' | 'activation' | 'outputActivation'>} network
 * @param {ArrayLike<number>} values
 * @param {Float64Array[]} columns at least one
 * @param {Curves} curves
 * @param {Float64Array[][]} [room] from roomFor(network, points), to be used again; it holds every neuron's output afterwards
 * @returns {Float64Array[]} one column an output
 */
export function forward(network, values, columns, curves, room = roomFor(network, columns[0].length)) {
  let next = 0;
  let inputs = columns;
  room.forEach((neurons, layer) => {
    const activation = activationOf(network, layer);
    for (const sum of neurons) {
      const bias = next + inputs.length;
      sum.fill(values[bias]);
      let k = 0;
      for (; k + 4 <= inputs.length; k += 4) addFour(sum, values, next + k, inputs, k);
      for (; k < inputs.length; k++) addTimes(sum, values[next + k], inputs[k]);
      activate(sum, activation, curves);
      next = bias + 1;
    }
    inputs = neurons;
  });
  return inputs;
}

/**
 * @param {Pick<Network, 'layers'>} network
 * @param {number} points
 * @returns {Float64Array[][]} a column for each neuron of each layer
 */
export function roomFor(network, points) {
  return network.layers.map((neurons) => Array.from({ length: neurons }, () => new Float64Array(points)));
}

/**
 * As addTimes four times, in the same order, in half the time: each sum is read and written once.
 * @param {Float64Array} sum @param {ArrayLike<number>} values @param {number} next @param {Float64Array[]} inputs @param {number} k
 */
function addFour(sum, values, next, inputs, k) {
  const [a, b, c, d] = [values[next], values[next + 1], values[next + 2], values[next + 3]];
  const [x, y, z, u] = [inputs[k], inputs[k + 1], inputs[k + 2], inputs[k + 3]];
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i] + a * x[i] + b * y[i] + c * z[i] + d * u[i];
}

/** @param {Float64Array} sum @param {number} weight @param {Float64Array} input */
function addTimes(sum, weight, input) {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * input[i];
}

/** @param {Float64Array} sums @param {string} activation @param {Curves} curves */
function activate(sums, activation, curves) {
  if (activation === 'tanh') apply(sums, curves.tanh);
  else if (activation === 'sigmoid') apply(sums, curves.sigmoid);
  else if (activation === 'relu') apply(sums, relu);
  else if (activation === 'leaky-relu') apply(sums, leakyRelu);
  else if (activation !== 'linear') throw new RangeError(`unknown activation ${activation}`);
}

/** @param {Float64Array} values @param {(x: number) => number} curve */
function apply(values, curve) {
  for (let i = 0; i < values.length; i++) values[i] = curve(values[i]);
}

/** @param {number} x */
function relu(x) {
  return x < 0 ? 0 : x;
}

/** @param {number} x */
function leakyRelu(x) {
  return x < 0 ? 0.01 * x : x;
}

/** A Padé approximant, cut off where it reaches 1. @param {number} x */
function rationalTanh(x) {
  if (x > 4.97) return 1;
  if (x < -4.97) return -1;
  const s = x * x;
  return (x * (135135 + s * (17325 + s * (378 + s)))) / (135135 + s * (62370 + s * (3150 + s * 28)));
}
