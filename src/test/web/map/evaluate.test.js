import { EXACT, FOR_PIXELS, evaluate, forward, roomFor } from '/web/map/evaluate.js';
import { close, equal, throws } from '/tests/assert.js';

const TWO_TWO_ONE = { layers: [2, 1], activation: 'tanh', outputActivation: 'linear' };
// w1 w2 b of each neuron, in the order of a frame.
const VALUES = [0.5, -1, 0.25, 2, 0.75, -0.5, 1.5, -2, 0.1];

/** By hand, neuron by neuron. @param {number} x1 @param {number} x2 */
function expected(x1, x2) {
  const n1 = Math.tanh(0.25 + 0.5 * x1 - x2);
  const n2 = Math.tanh(-0.5 + 2 * x1 + 0.75 * x2);
  return 0.1 + 1.5 * n1 - 2 * n2;
}

export default {
  'a network of two layers is evaluated as written out by hand'() {
    const points = [
      [0, 0],
      [1, -2],
      [-0.3, 0.7],
    ];
    const outputs = evaluate(TWO_TWO_ONE, VALUES, points);
    close(
      outputs.map(([output]) => output),
      points.map(([x1, x2]) => expected(x1, x2)),
      1e-15,
    );
  },

  'a neuron of many inputs is summed in the order of its weights, from its bias on'() {
    for (const inputs of [3, 4, 5, 8, 11]) {
      const weights = Array.from({ length: inputs }, (_, k) => Math.sin(k + 1) * 10 ** (k % 5));
      const point = weights.map((weight) => Math.cos(weight));
      const sum = weights.reduce((before, weight, k) => before + weight * point[k], 0.1);
      const network = { layers: [1], activation: 'tanh', outputActivation: 'linear' };
      equal(evaluate(network, [...weights, 0.1], [point]), [[sum]]);
    }
  },

  'every output has its own number'() {
    const network = { layers: [2], activation: 'tanh', outputActivation: 'linear' };
    equal(evaluate(network, [1, 0, 0.5, 0, 1, -0.5], [[2, 3]]), [[2.5, 2.5]]);
    equal(evaluate(network, [1, 0, 0.5, 0, -1, -0.5], [[2, 3]]), [[2.5, -3.5]]);
  },

  'the hidden layers and the last one have activations of their own'() {
    const relu = { layers: [1, 1], activation: 'relu', outputActivation: 'sigmoid' };
    const [[below], [above]] = evaluate(relu, [1, 0, 1, 0], [[-5], [2]]);
    equal(below, 0.5, 'a relu that is off');
    close(above, 1 / (1 + Math.exp(-2)), 1e-15);
  },

  'each hidden layer may have an activation of its own'() {
    const each = { layers: [1, 1, 1], activation: ['leaky-relu', 'tanh'], outputActivation: 'linear' };
    const outputs = evaluate(each, [1, 0, 1, 0, 2, 0], [[-5], [2]]).flat();
    close(outputs, [2 * Math.tanh(-0.05), 2 * Math.tanh(2)], 1e-15);
  },

  'sigmoid does not overflow at either end'() {
    equal([EXACT.sigmoid(1000), EXACT.sigmoid(-1000)], [1, 0]);
  },

  'a weight that is not a number makes its outputs so, even behind a relu'() {
    const network = { layers: [1], activation: 'tanh', outputActivation: 'relu' };
    equal(evaluate(network, [NaN, 0], [[1]]), [[NaN]]);
  },

  'no points have no outputs'() {
    equal(evaluate(TWO_TWO_ONE, VALUES, []), []);
  },

  'an activation that does not exist is refused'() {
    return throws(() => evaluate({ ...TWO_TWO_ONE, outputActivation: 'step' }, VALUES, [[1, 1]]), 'step');
  },

  'the curves for pixels stay within 0.0002 of the exact ones'() {
    for (let x = -12; x <= 12; x += 0.01) {
      close(FOR_PIXELS.tanh(x), Math.tanh(x), 2e-4, `tanh(${x})`);
      close(FOR_PIXELS.sigmoid(x), EXACT.sigmoid(x), 1e-4, `sigmoid(${x})`);
    }
    equal(FOR_PIXELS.tanh(NaN), NaN);
  },

  'room that is used again gives the same as fresh room'() {
    const columns = [Float64Array.of(0, 1, -0.3), Float64Array.of(0, -2, 0.7)];
    const room = roomFor(TWO_TWO_ONE, 3);
    forward(
      TWO_TWO_ONE,
      VALUES.map((value) => value * 3),
      columns,
      EXACT,
      room,
    );
    equal(forward(TWO_TWO_ONE, VALUES, columns, EXACT, room), forward(TWO_TWO_ONE, VALUES, columns, EXACT));
  },
};
