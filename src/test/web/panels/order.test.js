import { orderOf } from '/web/panels/order.js';
import { equal } from '/tests/assert.js';

const NAMES = ['layer1.neuron1.w1', 'layer1.neuron1.b', 'layer2.neuron1.w1', 'layer2.neuron1.b'];
const FRAME = { values: [0.5, -2, 0.5, 1], gradients: [-3, NaN, 1, 2] };

/** @param {import('/web/panels/order.js').Column} column @param {boolean} descending @param {string} [filter] */
const order = (column, descending, filter = '') => orderOf(NAMES, FRAME, { column, descending }, filter);

export default {
  'by name means in the order of the network'() {
    equal([order('name', false), order('name', true)], [[0, 1, 2, 3], [3, 2, 1, 0]]); // prettier-ignore
  },

  'equal values keep the order of the network, whichever way they are sorted'() {
    equal([order('value', false), order('value', true)], [[1, 0, 2, 3], [3, 0, 2, 1]]); // prettier-ignore
  },

  'a gradient is sorted with its sign, or by its size'() {
    equal(order('gradient', true), [3, 2, 0, 1]);
    equal(order('size', true), [0, 3, 2, 1]);
  },

  'what is not a number comes last either way'() {
    equal([order('gradient', false).at(-1), order('gradient', true).at(-1)], [1, 1]);
  },

  'a filter keeps the names in which all its words occur'() {
    equal(order('name', false, 'layer2'), [2, 3]);
    equal(order('name', false, ' W1  LAYER2 '), [2]);
    equal(order('name', false, 'layer3'), []);
  },
};
