import { badgeText, findingInWords, grouped, placeInWords, stuckInWords } from '/web/explain/health-words.js';
import { equal, ok } from '../assert.js';

const layers = [
  {
    layer: 'layer1',
    activation: 'tanh',
    neurons: 1,
    parameters: 1,
    gradient: 0,
    gradientRatio: 1,
    update: 0,
    updateRatio: 0,
  },
];
const moment = /** @type {import('../../../../web/types.d.ts').State} */ (
  /** @type {unknown} */ ({
    frame: { loss: 8, outputs: [[-1], [-1]] },
    data: {
      samples: [
        { x: [0], y: [-1] },
        { x: [1], y: [1] },
      ],
    },
  })
);

export default {
  'findings of one kind stand together, in the order given'() {
    const groups = grouped([
      { kind: 'stuck', where: 'layer3.neuron1' },
      { kind: 'saturated', where: 'layer1.neuron1' },
      { kind: 'saturated', where: 'layer1.neuron3' },
      { kind: 'vanishing', where: 'layer1' },
    ]);
    equal(groups.map(badgeText), ['stuck', 'saturated 2', 'vanishing 1']);
    ok(groups[1].meaning.includes('slope'));
  },
  'a dead neuron is not said to be dead for ever'() {
    const [{ meaning }] = grouped([{ kind: 'dead', where: 'layer2.neuron1' }]);
    ok(meaning.includes('regularization') && meaning.includes('can wake'), meaning);
    ok(!meaning.includes('nothing that training does'), meaning);
  },
  'a kind that this page does not know is shown by its name'() {
    equal(grouped([{ kind: 'lazy', where: 'layer1' }]).map(badgeText), ['lazy 1']);
  },
  'places are told as people say them'() {
    equal(placeInWords('layer1.neuron2'), 'neuron 2 in layer 1');
    equal(placeInWords('layer3'), 'layer 3');
    equal(placeInWords('sample2/layer1.neuron2#4'), 'neuron 2 in layer 1');
    equal(placeInWords('sample0/loss#2'), 'the loss');
  },
  'numbers come with their limit'() {
    equal(
      findingInWords({ kind: 'vanishing', where: 'layer1', value: 0.0035, limit: 0.01 }),
      '0.0035 times the last layer’s; limit 0.01',
    );
    equal(
      findingInWords({ kind: 'saturated', where: '', value: 1, limit: 0.97, share: 0.75 }),
      'for 75 % of the samples',
    );
  },
  'a run that is stuck learns why'() {
    const flat = stuckInWords(
      { kind: 'stuck', where: 'layer1.neuron1', cause: 'saturated', sample: 1 },
      layers,
      moment,
    );
    ok(flat.includes('the loss stays at 8.0000'));
    ok(flat.includes('flat end of tanh: for sample 2 it says −1.0000, where 1 would be right'));
    ok(stuckInWords({ kind: 'stuck', where: 'layer1', cause: 'dead' }, layers, moment).includes('ReLU'));
    ok(stuckInWords({ kind: 'stuck', where: 'layer1' }, layers, moment).includes('the best that this network can do'));
  },
};
