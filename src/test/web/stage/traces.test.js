import { createModel } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { createScenes } from '/web/stage/scenes.js';
import { tracesIn } from '/web/stage/traces.js';
import { equal, ok } from '../assert.js';
import { mlp } from './graphs.js';

/** A path from a weight of the first layer through the first neuron of each layer, as the server tells it. @param {import('../../../../web/stage/model.js').Model} model */
function pathOf(model, from = 'layer1.neuron1.w1') {
  const nodes = [from];
  for (let i = model.index.get(from) ?? -1; i !== model.root;) {
    i = model.consumers[model.consumerStart[i]];
    nodes.push(model.ids[i]);
  }
  return nodes;
}

/** @param {object} wanted @param {Parameters<typeof mlp>[0]} [options] */
function traced(wanted, options = {}) {
  const { graph, parameters } = mlp(options);
  const model = createModel(graph);
  const scene = createScenes(networkOf(parameters), model).scene({
    ...{ depth: 'neurons', arrangement: 'neurons', open: new Map(), width: 1000, height: 700 },
    ...{ activation: 'tanh', outputActivation: 'tanh', ...wanted },
  });
  const nodes = pathOf(model, options.sample === 'all' ? 'sample0/x1' : undefined);
  const [trace] = tracesIn(scene, model, parameters, [{ nodes, strength: 1 }]);
  const ends = trace.edges.map((e) =>
    [scene.source[e], scene.target[e]].map((b) => (b < 0 ? '' : scene.key[b])).join('>'),
  );
  return { trace, scene, model, nodes, ends };
}

export default {
  'among closed neurons a path runs from card to card, and its weight is its first line'() {
    for (const depth of ['neurons', 'network']) {
      const { trace, scene, ends } = traced({ depth });
      equal(ends.length, 4);
      equal(scene.parameter[trace.edges[0]], 0);
      ok(ends.includes('layer1.neuron1>layer2.neuron1'), ends.join());
      ok(ends.includes('layer2.neuron1>layer3.neuron1'), ends.join());
      ok(ends.includes('layer3.neuron1>loss'), ends.join());
      equal(
        trace.boxes.map((b) => scene.key[b]),
        ['layer1.neuron1', 'layer2.neuron1', 'layer3.neuron1', 'loss'],
      );
    }
  },

  'among the scalars every step of a path is a line into an operation and one out of it'() {
    const { trace, nodes } = traced({ depth: 'scalars', arrangement: 'ranks' });
    equal(trace.edges.length, 2 * (nodes.length - 1));
    equal(trace.boxes.length, nodes.length);
  },

  'in an opened neuron a path is followed from its frame to its output'() {
    const { trace, scene, nodes, ends } = traced({ open: new Map([['layer2.neuron1', 1]]) });
    const inside = nodes.filter((id) => id.startsWith('layer2.neuron1#')).length;
    // Two lines for each value inside, one from the frame, one to it; and three outside, with the weight's.
    equal(trace.edges.length, 2 * inside + 2 + 4);
    ok(ends.includes('layer1.neuron1>layer2.neuron1'), ends.join());
    const panel = scene.boxOfKey.get('layer2.neuron1') ?? -1;
    ok(!trace.boxes.includes(panel), 'the frame is not ringed');
    equal(trace.boxes.length, inside + 3);
  },

  'in the graph of all samples the path of one of them is found'() {
    const { ends, trace } = traced({ open: new Map([['layer1.neuron1', 1]]) }, { sample: 'all' });
    ok(ends.includes('x1>layer1.neuron1'), ends.join());
    ok(ends.includes('layer3.neuron1>loss'), ends.join());
    ok(trace.boxes.every((b) => b >= 0));
  },
};
