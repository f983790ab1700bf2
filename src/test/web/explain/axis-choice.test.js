import { axisChoice, neighbourOf } from '/web/explain/axis-choice.js';
import { equal } from '../assert.js';

const parameters = [
  'layer1.neuron1.w1',
  'layer1.neuron1.w2',
  'layer1.neuron1.b',
  'layer2.neuron1.w1',
  'layer2.neuron1.b',
];

/** The three lists, and what was chosen in them. */
function begin() {
  /** @type {string[]} */
  const chosen = [];
  const choice = axisChoice((name) => void chosen.push(name));
  choice.show(parameters, 'layer1.neuron1.w2');
  const lists = [...choice.element.querySelectorAll('select')];
  return { choice, chosen, lists, texts: () => lists.map((list) => list.value) };
}

export default {
  'the lists name the parameter'() {
    const { lists, texts } = begin();
    equal(texts(), ['layer 1', 'neuron 1', 'w2']);
    equal(
      [...lists[2].options].map(({ text }) => text),
      ['w1', 'w2', 'b'],
    );
  },
  'another place, another parameter; a neuron with fewer weights gives its last'() {
    const { lists, chosen } = begin();
    lists[2].value = 'b';
    lists[2].dispatchEvent(new Event('change'));
    lists[0].value = 'layer 2';
    lists[0].dispatchEvent(new Event('change'));
    equal(chosen, ['layer1.neuron1.b', 'layer2.neuron1.b']);
  },
  'it begins with the neighbour in the same neuron'() {
    equal(neighbourOf(parameters, 'layer1.neuron1.w1'), 'layer1.neuron1.w2');
    equal(neighbourOf(parameters, 'layer1.neuron1.b'), 'layer1.neuron1.w2');
    equal(neighbourOf(['layer1.neuron1.b'], 'layer1.neuron1.b'), null);
  },
};
