import { nameInWords, nodeInBrief, nodeInWords, operationInWords } from '/web/words.js';
import { equal } from '/tests/assert.js';

/** @param {string} id @param {string} op @param {string} label @param {string} group */
const words = (id, op, label, group) => nodeInWords({ id, op, label, group });

export default {
  'parameters and neurons are named by their place'() {
    equal(nameInWords('layer2.neuron1.w3'), 'weight 3 of neuron 1 in layer 2');
    equal(nameInWords('layer1.neuron12.b'), 'bias of neuron 12 in layer 1');
    equal(nameInWords('layer1.neuron2'), 'neuron 2 in layer 1');
  },

  'leaves say what they are, and of which sample, counted from one'() {
    equal(words('x2', '', 'x2', 'inputs'), 'input x2');
    equal(words('sample0/x2', '', 'x2', 'inputs'), 'input x2 of sample 1');
    equal(words('sample3/y', '', 'y', 'loss'), 'target y of sample 4');
    equal(words('layer1.neuron1.b', '', 'layer1.neuron1.b', 'layer1.neuron1'), 'bias of neuron 1 in layer 1');
  },

  'operations say what they do and where'() {
    equal(words('layer2.neuron1#3', '*', '', 'layer2.neuron1'), 'product, operation 3 of neuron 1 in layer 2');
    equal(words('sample1/layer2.neuron1#9', 'tanh', 'layer2.neuron1', 'layer2.neuron1'), 'output of neuron 1 in layer 2, for sample 2'); // prettier-ignore
    equal(words('loss#2', '**2', '', 'loss'), 'square, operation 2 of the loss');
    equal(words('loss#3', '+', 'loss', 'loss'), 'the loss');
  },

  'in brief, no two nodes of a graph are called the same'() {
    const product = { op: '*', label: '', group: 'layer2.neuron1' };
    equal(
      [
        { ...product, id: 'layer2.neuron1#1' },
        { ...product, id: 'sample2/layer2.neuron1#1' },
        { id: 'layer1.neuron3.w2', op: '', label: 'layer1.neuron3.w2', group: 'layer1.neuron3' },
        { id: 'layer1.neuron3#7', op: 'tanh', label: 'layer1.neuron3', group: 'layer1.neuron3' },
        { id: 'loss#2', op: '**2', label: '', group: 'loss' },
        { id: 'sample0/x1', op: '', label: 'x1', group: 'inputs' },
        { id: 'loss#3', op: '+', label: 'loss', group: 'loss' },
      ].map(nodeInBrief),
      [
        { what: 'product', where: 'neuron 1 in layer 2 · #1' },
        { what: 'product', where: 'neuron 1 in layer 2 · #1 · sample 3' },
        { what: 'w2', where: 'neuron 3 in layer 1' },
        { what: 'output', where: 'neuron 3 in layer 1' },
        { what: 'square', where: 'the loss · #2' },
        { what: 'input x1', where: 'sample 1' },
        { what: 'loss', where: '' },
      ],
    );
  },

  'an operation with a constant is called as without'() {
    equal(['-3*', '-2**', '+-2', '*-3', '-2', '--2', 'max 2', 'min -1'].map(operationInWords), [
      'product',
      'power',
      'sum',
      'product',
      'difference',
      'difference',
      'maximum',
      'minimum',
    ]);
    equal(['*', '*0.01', '1-', '+1', '**2', '**3', 'tanh', 'max'].map(operationInWords), ['product', 'product', 'difference', 'sum', 'square', 'power', 'tanh', 'maximum']); // prettier-ignore
  },
};
