import { createShowMe, steepest } from '/web/explain/show-me.js';
import { equal } from '../assert.js';

/** @typedef {import('../../../../web/types.d.ts').State} State */

/** A page, and what was done to it. */
function begin() {
  /** @type {string[]} */
  const done = [];
  const state = {
    sample: 0,
    depth: 'neurons',
    open: /** @type {string[]} */ ([]),
    parameters: ['layer1.neuron1.w1', 'layer1.neuron1.b', 'layer2.neuron1.w1'],
    frame: { gradients: [0.1, -0.3, 5] },
  };
  const note = (/** @type {string} */ name) => (/** @type {unknown} */ about) => void done.push(`${name} ${about}`);
  const actions = {
    setSample: note('sample'),
    setDepth: note('depth'),
    setEdges: note('edges'),
    select: note('select'),
    toggleOpen(/** @type {string} */ group) {
      state.open = state.open.includes(group) ? state.open.filter((each) => each !== group) : [...state.open, group];
    },
  };
  const store = { get: () => state };
  const show = createShowMe(
    /** @type {import('../../../../web/types.d.ts').Store} */ (/** @type {unknown} */ (store)),
    /** @type {import('../../../../web/types.d.ts').Actions} */ (/** @type {unknown} */ (actions)),
  );
  return { show, done, state };
}

export default {
  'a neuron is opened and selected, with a sample for which it is so'() {
    const { show, done, state } = begin();
    show('layer1.neuron1', 2);
    equal(done, ['sample 2', 'select layer1.neuron1']);
    equal(state.open, ['layer1.neuron1']);
  },
  'the neuron that was shown before closes, one that a person opened does not'() {
    const { show, state } = begin();
    state.open = ['layer1.neuron3'];
    show('layer1.neuron1');
    show('layer2.neuron1');
    equal(state.open, ['layer1.neuron3', 'layer2.neuron1']);
    show('layer1.neuron3');
    show('layer1.neuron1');
    equal(state.open, ['layer1.neuron3', 'layer1.neuron1']);
  },
  'a node is selected in its sample, with its neuron open'() {
    const { show, done, state } = begin();
    show('sample3/layer1.neuron2#4');
    equal(done, ['sample 3', 'select layer1.neuron2#4']);
    equal(state.open, ['layer1.neuron2']);
  },
  'a step of the loss is shown inside the loss'() {
    const { show, done, state } = begin();
    show('sample0/loss#2');
    equal(done, ['select loss#2']);
    equal(state.open, ['loss']);
  },
  'of a layer the parameter with the largest gradient is selected'() {
    const { show, done } = begin();
    show('layer1');
    equal(done, ['depth neurons', 'edges gradient', 'select layer1.neuron1.b']);
    equal(steepest(/** @type {State} */ (/** @type {unknown} */ (begin().state)), 'layer9'), null);
  },
  'a parameter is selected'() {
    const { show, done } = begin();
    show('layer2.neuron1.w1');
    equal(done, ['select layer2.neuron1.w1']);
  },
};
