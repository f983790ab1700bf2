import { createModel, leavesOf, outputsOf, renumber } from '/web/stage/model.js';
import { networkOf, shortName, sourceOf, spokenName } from '/web/stage/network.js';
import { expressionOf } from '/web/stage/names.js';
import { termsOf } from '/web/stage/terms.js';
import { equal, ok } from '../assert.js';
import { graphOf } from '../graph.js';
import { mlp } from './graphs.js';

export default {
  'other numbers go into the arrays that are there'() {
    const first = mlp({ seed: 1 }).graph;
    const second = mlp({ seed: 2 }).graph;
    const model = createModel(first);
    const { data, gradient, partials, start } = model;
    ok(model.topology === second.topology);
    renumber(model, second);
    ok(model.data === data && model.gradient === gradient && model.partials === partials);
    second.nodes.forEach((node, i) => {
      equal([data[i], gradient[i]], [node.data, node.gradient]);
      equal([...partials.slice(start[i], start[i + 1])], node.partials);
    });
  },

  'consumers are the operands read backwards'() {
    const model = createModel(mlp().graph);
    const forwards = [];
    const backwards = [];
    for (let i = 0; i < model.n; i++) {
      for (let p = model.start[i]; p < model.start[i + 1]; p++) forwards.push(`${model.operands[p]} ${i}`);
      for (let p = model.consumerStart[i]; p < model.consumerStart[i + 1]; p++)
        backwards.push(`${i} ${model.consumers[p]}`);
    }
    equal(backwards.sort(), forwards.sort());
  },

  'the output of a neuron is the last node of its group, once a sample'() {
    const one = createModel(mlp().graph);
    equal(
      outputsOf(one, 'layer2.neuron3').map((i) => one.labels[i]),
      ['layer2.neuron3'],
    );
    const all = createModel(mlp({ sample: 'all' }).graph);
    equal(all.samples, 4);
    equal(
      outputsOf(all, 'layer2.neuron3').map((i) => all.ids[i].split('/')[0]),
      ['sample0', 'sample1', 'sample2', 'sample3'],
    );
    equal(
      leavesOf(all, 'x2').map((i) => all.ids[i]),
      ['sample0/x2', 'sample1/x2', 'sample2/x2', 'sample3/x2'],
    );
    equal(leavesOf(all, 'layer1.neuron1.b').length, 1);
  },

  'a neuron is read back as its terms, whichever operand comes first'() {
    const { graph } = mlp();
    for (const reversed of [false, true]) {
      const nodes = structuredClone(graph.nodes);
      if (reversed) nodes.forEach((node) => node.operands.reverse());
      const model = createModel(graphOf({ ...graph, nodes }));
      const terms = termsOf(model, 'layer2.neuron2');
      if (!terms) throw new Error('not a neuron');
      equal(model.labels[terms.bias[0]], 'layer2.neuron2.b');
      equal(
        terms.terms.map((term) => model.labels[term.weight[0]].slice(-2)),
        ['w1', 'w2', 'w3', 'w4'],
      );
      equal(
        terms.terms.map((term) => model.labels[term.input[0]]),
        [1, 2, 3, 4].map((k) => `layer1.neuron${k}`),
      );
      equal(
        terms.terms.map((term) => term.weightFirst),
        Array(4).fill(!reversed),
      );
      equal(
        terms.activation?.map((i) => model.ops[i]),
        ['tanh'],
      );
    }
    const linear = createModel(mlp({ activation: 'linear' }).graph);
    equal(termsOf(linear, 'layer1.neuron1')?.activation, null);
    equal(termsOf(linear, 'loss'), null);
  },

  'with all samples a term has a product for each and one weight'() {
    const model = createModel(mlp({ sample: 'all' }).graph);
    const terms = termsOf(model, 'layer1.neuron2');
    if (!terms) throw new Error('not a neuron');
    equal(
      terms.terms.map((term) => [term.weight.length, term.input.length, term.product.length]),
      Array(3).fill([1, 4, 4]),
    );
    const product = terms.terms[1].product[2];
    equal(model.ids[product], 'sample2/layer1.neuron2#3');
  },

  'the network is read from the names of its parameters'() {
    const { parameters } = mlp({ inputs: 2, layers: [3, 2] });
    const network = networkOf(parameters);
    equal(network.key, '2-3-2');
    equal(network.targets, ['y1', 'y2']);
    const neuron = network.layers[1][1];
    equal([neuron.group, neuron.name], ['layer2.neuron2', 'ŷ2']);
    equal(
      neuron.weights.map((p) => parameters[p]),
      ['layer2.neuron2.w1', 'layer2.neuron2.w2', 'layer2.neuron2.w3'],
    );
    equal(parameters[neuron.bias], 'layer2.neuron2.b');
    equal([sourceOf(network, neuron, 0), sourceOf(network, network.layers[0][0], 1)], ['layer1.neuron1', 'x2']);
    equal([shortName(network, 'layer1.neuron3'), shortName(network, 'layer1.neuron3.w2')], ['n3', 'w2']);
  },

  'names are spoken as people say them'() {
    equal(spokenName('layer2.neuron1.w3'), 'w3 of layer 2 neuron 1');
    equal(spokenName('layer2.neuron1.b'), 'bias of layer 2 neuron 1');
    equal(spokenName('layer12.neuron10'), 'layer 12 neuron 10');
    equal([spokenName('x1'), spokenName('y2'), spokenName('loss')], ['input x1', 'target y2', 'loss']);
  },

  'a scalar is called by what it is made of, never by a number'() {
    const model = createModel(mlp({ inputs: 2, layers: [2, 1] }).graph);
    /** @param {string} id */
    const name = (id) => expressionOf(model, /** @type {number} */ (model.index.get(id)));
    equal(name('layer1.neuron1#1'), 'w1 × x1');
    equal(name('layer1.neuron1#2'), 'b + w1 × x1');
    equal(name('layer1.neuron1#4'), 'sum + w2 × x2');
    equal(name('layer2.neuron1#3'), 'w2 × n2');
    equal(name('layer2.neuron1#5'), 'tanh(sum)');
    equal(
      [name('loss#1'), name('loss#2')],
      ['ŷ − y', '(ŷ − y)**2'].map((s) => s.replace('−', '\u2212')),
    );
  },
};
