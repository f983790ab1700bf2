import { createLookup, partialBy } from '/web/panels/lookup.js';
import { equal } from '/tests/assert.js';
import { graphOf } from '/tests/graph.js';

/** @param {string} id @param {string} op @param {string[]} operands @param {string} [label] */
function node(id, op, operands, label = id) {
  return { id, op, label, data: 1, gradient: 1, operands, partials: operands.map((_, i) => i + 2), group: '' };
}

const NODES = [
  node('x1', '', []),
  node('layer1.neuron1.w1', '', []),
  node('layer1.neuron1#1', '*', ['layer1.neuron1.w1', 'x1'], ''),
  node('layer1.neuron1#2', '*', ['layer1.neuron1#1', 'layer1.neuron1#1'], 'layer1.neuron1'),
];

const GRAPH = graphOf({
  step: 0,
  sample: 0,
  root: 'layer1.neuron1#2',
  nodes: NODES,
});

export default {
  'a neuron is found by its name: it is its output'() {
    equal(createLookup().find(GRAPH, 'layer1.neuron1')?.id, 'layer1.neuron1#2');
  },

  'a node of a sample is found in the graph of one sample, and the other way round'() {
    const all = graphOf({
      ...{ step: 0, sample: 'all', root: GRAPH.root },
      nodes: NODES.map((each) => ({ ...each, id: `sample0/${each.id}` })),
    });
    equal(createLookup().find(GRAPH, 'sample3/x1')?.id, 'x1');
    equal(createLookup().find(all, 'x1')?.id, 'sample0/x1');
  },

  'what is not there is not found'() {
    equal(createLookup().find(GRAPH, 'x9'), undefined);
  },

  'the numbers are always those of the graph that is given'() {
    const lookup = createLookup();
    lookup.find(GRAPH, 'x1');
    const nodes = NODES.map((each) => ({ ...each, data: 7 }));
    const later = graphOf({ step: 1, sample: 0, root: GRAPH.root, nodes });
    equal(lookup.find(later, 'x1')?.data, 7);
  },

  'a node that uses another twice is one user, whose derivatives add up'() {
    const lookup = createLookup();
    const used = lookup.find(GRAPH, 'layer1.neuron1#1');
    const users = used ? lookup.users(GRAPH, used) : [];
    equal(users.map(({ id }) => id), ['layer1.neuron1#2']); // prettier-ignore
    equal(partialBy(users[0], 'layer1.neuron1#1'), 2 + 3);
  },
};
