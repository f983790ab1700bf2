import { createGraphs } from '/web/graphs.js';
import { equal, ok } from './assert.js';

/** x*x + b */
const TOPOLOGY = {
  topology: 'square',
  nodes: [
    { id: 'x', op: '', label: 'x', operands: [], group: '' },
    { id: '#1', op: '*', label: '', operands: ['x', 'x'], group: '' },
    { id: 'b', op: '', label: 'b', operands: [], group: '' },
    { id: 'L', op: '+', label: 'L', operands: ['#1', 'b'], group: '' },
  ],
  root: 'L',
};

/** @param {number} x @param {string} [topology] */
const numbers = (x, topology = 'square') => ({
  ...{ step: x, sample: 0, topology },
  data: [x, x * x, 1, x * x + 1],
  gradients: [2 * x, 1, 1, 1],
  partials: [x, x, 1, 1],
});

/** @param {string} name @param {number} size */
const named = (name, size) => ({ ...TOPOLOGY, topology: name, nodes: Array(size).fill(TOPOLOGY.nodes[0]) });

export default {
  'numbers are put into the topology of their name'() {
    const graphs = createGraphs();
    equal(graphs.of(numbers(3)), null);
    graphs.learn(TOPOLOGY);
    const graph = graphs.of(numbers(3));
    equal([graph?.step, graph?.sample, graph?.root], [3, 0, 'L']);
    equal(graph?.nodes, [
      { ...TOPOLOGY.nodes[0], data: 3, gradient: 6, partials: [] },
      { ...TOPOLOGY.nodes[1], data: 9, gradient: 1, partials: [3, 3] },
      { ...TOPOLOGY.nodes[2], data: 1, gradient: 1, partials: [] },
      { ...TOPOLOGY.nodes[3], data: 10, gradient: 1, partials: [1, 1] },
    ]);
    equal(graph?.node(3), graph?.nodes[3]);
  },

  'graphs of one name share one topology, and keep their own numbers'() {
    const graphs = createGraphs();
    graphs.learn(TOPOLOGY);
    const [first, second] = [graphs.of(numbers(3)), graphs.of(numbers(4))];
    ok(first?.topology === second?.topology);
    equal([first?.node(1).data, second?.node(1).data], [9, 16]);
  },

  'of more topologies than can be kept, those that were used last stay'() {
    const graphs = createGraphs(10);
    graphs.learn(named('a', 4));
    graphs.learn(named('b', 4));
    ok(graphs.of(numbers(1, 'a')));
    graphs.learn(named('c', 4));
    equal(['a', 'b', 'c'].map((name) => graphs.of(numbers(1, name)) !== null), [true, false, true]); // prettier-ignore
  },

  'one that is larger than all that is kept is kept alone'() {
    const graphs = createGraphs(10);
    graphs.learn(named('a', 4));
    graphs.learn(named('large', 50));
    equal(['a', 'large'].map((name) => graphs.of(numbers(1, name)) !== null), [false, true]); // prettier-ignore
  },
};
