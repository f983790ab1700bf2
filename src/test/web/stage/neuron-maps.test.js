import { createNeuronMaps } from '/web/stage/neuron-maps.js';
import { BUCKETS } from '/web/scales.js';
import { equal, ok } from '/tests/assert.js';
import { notebook } from '/tests/recipes.js';

const ZERO = (BUCKETS - 1) / 2;
const theme = /** @type {any} */ ({ box: Array(BUCKETS + 1).fill('#123456') });

/** A network of two inputs: n1 = tanh(x1), n2 = tanh(-x2), the output is their sum. */
function state() {
  const network = { ...notebook.network, layers: [2, 1], activation: 'tanh', outputActivation: 'linear' };
  return /** @type {any} */ ({
    recipe: { ...notebook, data: {}, network },
    data: {
      inputs: 2,
      outputs: 1,
      samples: [
        { x: [-1, -1], y: [1] },
        { x: [1, 1], y: [1] },
      ],
    },
    frame: { values: [1, 0, 0, 0, -1, 0, 1, 1, 0] },
  });
}

/** The corners' colours of a neuron: top left, top right, bottom left, bottom right. @param {ReturnType<typeof createNeuronMaps>} maps @param {string} group */
function corners(maps, group) {
  const end = maps.side - 1;
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    Math.sign(maps.colourAt(maps.placeOf(group), x, y) - ZERO);
  return [at(0, 0), at(end, 0), at(0, end), at(end, end)];
}

export default {
  'a neuron’s map has its sign at every place, with x2 upwards'() {
    const maps = createNeuronMaps();
    maps.update(state(), theme, false);
    equal(corners(maps, 'layer1.neuron1'), [-1, 1, -1, 1]);
    equal(corners(maps, 'layer1.neuron2'), [-1, -1, 1, 1]);
    const output = corners(maps, 'layer2.neuron1');
    equal([output[0], output[3]], [-1, 1]);
    equal(maps.placeOf('loss'), -1);
  },

  'each is as strong as its neuron becomes'() {
    const maps = createNeuronMaps();
    const small = state();
    small.frame = { values: [1e-3, 0, 0, 0, 0, 0, 1, 1, 0] };
    maps.update(small, theme, false);
    const place = maps.placeOf('layer1.neuron1');
    equal(maps.colourAt(place, maps.side - 1, 0), BUCKETS - 1);
    equal(maps.colourAt(maps.placeOf('layer1.neuron2'), 3, 3), ZERO, 'a neuron that gives 0 everywhere');
  },

  'while numbers are covered a map gives nothing away'() {
    const maps = createNeuronMaps();
    maps.update(state(), theme, true);
    for (let x = 0; x < maps.side; x++) ok(maps.colourAt(0, x, x) === ZERO);
    maps.update(state(), theme, false);
    equal(corners(maps, 'layer1.neuron1'), [-1, 1, -1, 1]);
  },
};
