import { gradientDerivation, valueDerivation } from '/web/explain/derivations.js';
import { judge } from '/web/explain/nudge.js';
import { plainText } from '/web/explain/plain.js';
import { gradientInWords } from '/web/explain/sentence.js';
import { surroundingsIn } from '/web/explain/surroundings.js';
import { createLookup } from '/web/panels/lookup.js';
import { equal, ok } from '/tests/assert.js';
import { graphOf } from '/tests/graph.js';

/** @typedef {import('../../../../web/explain/answers.d.ts').Explanation} Explanation */

/** @param {string} id @param {string} op @param {string[]} operands @param {string} label @param {string} group */
const node = (id, op, operands, label, group) => ({
  ...{ id, op, label, data: 1, gradient: 1, operands, partials: operands.map(() => 1), group },
});

const NEURON = 'layer1.neuron1';
/** One sample through one neuron of one input: tanh(w1 x1 + b), and its squared error. */
const GRAPH = graphOf({
  ...{ step: 0, sample: 0, root: 'loss#2' },
  nodes: [
    node('x1', '', [], 'x1', 'inputs'),
    node(`${NEURON}.w1`, '', [], `${NEURON}.w1`, NEURON),
    node(`${NEURON}.b`, '', [], `${NEURON}.b`, NEURON),
    node(`${NEURON}#1`, '*', [`${NEURON}.w1`, 'x1'], '', NEURON),
    node(`${NEURON}#2`, '+', [`${NEURON}.b`, `${NEURON}#1`], '', NEURON),
    node(`${NEURON}#3`, 'tanh', [`${NEURON}#2`], NEURON, NEURON),
    node('y', '', [], 'y', 'loss'),
    node('loss#1', '-', [`${NEURON}#3`, 'y'], '', 'loss'),
    node('loss#2', '**2', ['loss#1'], 'loss', 'loss'),
  ],
});
const AROUND = surroundingsIn(GRAPH, createLookup());

/** @param {string} id @param {Partial<Explanation['gradient']>} gradient @param {Partial<Explanation['value']>} [value] */
function why(id, gradient, value = {}) {
  const { label = '', group = '', op = '' } = GRAPH.nodes.find((each) => each.id === id) ?? {};
  return /** @type {Explanation} */ ({
    ...{ node: id, label, group },
    value: { data: 0, op, operands: [], ...value },
    gradient: { gradient: 0, from: 0, start: 'zero', overwritten: false, terms: [], rest: null, ...gradient },
    nudge: { by: 0.001, before: 0, after: 0, below: 0, change: 0, expected: 0, quotient: 0, agreement: 0, rounding: 0 },
  });
}

/** @param {string} consumer @param {number} upstream @param {number} partial */
function term(consumer, upstream, partial, operand = 0) {
  const { label = '', op = '' } = GRAPH.nodes.find((each) => each.id === consumer) ?? {};
  return { consumer, label, op, operand, upstream, partial, product: upstream * partial, sum: upstream * partial };
}

/** @param {Explanation} explanation */
const chain = (explanation) => plainText(gradientDerivation(explanation, AROUND).formula).split('\n');

/** @param {Explanation} explanation */
function inWords(explanation) {
  const p = document.createElement('p');
  p.append(...gradientInWords(explanation, AROUND, gradientDerivation(explanation, AROUND).symbols));
  return p.textContent;
}

export default {
  'a value is its operation: in symbols, with the numbers in it, and what comes out'() {
    const operands = [
      { id: `${NEURON}.w1`, label: `${NEURON}.w1`, data: -0.5, partial: 2 },
      { id: 'x1', label: 'x1', data: 2, partial: -0.5 },
    ];
    const made = valueDerivation(why(`${NEURON}#1`, {}, { data: -1, operands }), AROUND);
    equal(made && plainText(made.formula), 'p = w1 · x1\n  = −0.5000 × 2.0000\n  = −1.0000');
    equal(valueDerivation(why('x1', {}), AROUND), null);
  },

  'a gradient is the chain rule: in symbols, with the local derivative written out, and with the numbers'() {
    const made = why(`${NEURON}.w1`, { gradient: -0.8, terms: [term(`${NEURON}#1`, -0.4, 2)] });
    equal(chain(made), [
      '∂L/∂w1 = ∂L/∂p · ∂p/∂w1',
      '       = ∂L/∂p · x1',
      '       = −0.4000 × 2.0000',
      '       = −0.8000',
    ]);
    equal(
      inWords(made),
      'As w1 rises, p rises 2.0000 times as fast; as p rises, L falls 0.4000 times as fast. ' +
        'Multiplied: as w1 rises, L falls 0.8000 times as fast.',
    );
  },

  'what the loss itself is made of has no derivative above its own'() {
    equal(chain(why('loss#1', { gradient: -1.2, terms: [term('loss#2', 1, -1.2)] })), [
      '∂L/∂d = 2 × d',
      '      = 1.0000 × (−1.2000)',
      '      = −1.2000',
    ]);
  },

  'two nodes without names have two letters, and those are explained'() {
    const { formula, symbols } = gradientDerivation(
      why(`${NEURON}#1`, { gradient: 0.5, terms: [term(`${NEURON}#2`, 0.5, 1, 1)] }),
      AROUND,
    );
    ok(plainText(formula).startsWith('∂L/∂p = ∂L/∂s · ∂s/∂p'));
    equal(
      symbols.unnamed.map(({ id }) => id),
      [`${NEURON}#1`, `${NEURON}#2`],
    );
  },

  'many uses stand under one another, those that are too many as one number, and what was carried over too'() {
    const terms = [term(`${NEURON}#1`, 1, 2), term(`${NEURON}#2`, -1, 0.5), term(`${NEURON}#3`, 0.25, 1)];
    const made = why(`${NEURON}.w1`, {
      ...{ gradient: 4.25, from: 0.5, start: 'carried', terms, rest: { count: 88, sum: 2 } },
    });
    equal(chain(made), [
      '∂L/∂w1  = Σ_u ∂L/∂u · ∂u/∂w1',
      'w1.grad = 1.0000 × 2.0000 = 2.0000',
      '        + (−1.0000) × 0.5000 = −0.5000',
      '        + 0.2500 × 1.0000 = 0.2500',
      '        + 2.0000',
      '        + 0.5000',
      '        = 4.2500',
    ]);
    ok(inWords(made)?.includes('used in 91 places'));
    ok(inWords(made)?.includes('earlier steps'));
  },

  'what earlier steps left is in the gradient, not in the derivative'() {
    const made = why(`${NEURON}.w1`, {
      ...{ gradient: 0.1, from: 0.5, start: 'carried', terms: [term(`${NEURON}#1`, -0.2, 2)] },
    });
    equal(chain(made), [
      '∂L/∂w1  = ∂L/∂p · ∂p/∂w1',
      '        = ∂L/∂p · x1',
      'w1.grad = −0.2000 × 2.0000',
      '        + 0.5000',
      '        = 0.1000',
    ]);
    equal(chain(why('y', { gradient: 0.5, from: 0.5, start: 'carried' })), ['y.grad = 0.5000']);
  },

  'an operation that uses a value twice is one factor of the chain rule'() {
    const graph = graphOf({
      ...{ step: 0, sample: 0, root: 'L' },
      nodes: [node('a', '', [], 'a', ''), node('#1', '*', ['a', 'a'], '', ''), node('L', '*2', ['#1'], 'L', '')],
    });
    const terms = [0, 1].map((operand) => ({ ...term('#1', 2, 3, operand), op: '*' }));
    const explanation = { ...why('a', { gradient: 12, terms }), label: 'a' };
    equal(plainText(gradientDerivation(explanation, surroundingsIn(graph, createLookup())).formula).split('\n'), [
      '∂L/∂a = ∂L/∂p · ∂p/∂a',
      '      = ∂L/∂p · (a + a)',
      '      = 2.0000 × 3.0000 = 6.0000',
      '      + 2.0000 × 3.0000 = 6.0000',
      '      = 12.0000',
    ]);
  },

  'where the loss itself uses a value beside others, no derivative stands on both sides'() {
    const graph = graphOf({
      ...{ step: 0, sample: 0, root: 'L' },
      nodes: [node('a', '', [], 'a', ''), node('t', 'tanh', ['a'], 't', ''), node('L', '*', ['t', 'a'], 'L', '')],
    });
    const terms = [
      { ...term('L', 1, 3, 1), op: '*', label: 'L' },
      { ...term('t', 2, 0.5), op: 'tanh', label: 't' },
    ];
    const explanation = { ...why('a', { gradient: 4, terms }), label: 'a' };
    equal(
      plainText(gradientDerivation(explanation, surroundingsIn(graph, createLookup())).formula).split('\n')[0],
      '∂L/∂a = t + ∂L/∂t × (1 − t^2)',
    );
  },

  'with the bug, each contribution replaces the one before, and the words say that this is wrong'() {
    const terms = [term(`${NEURON}#1`, 1, 2), term(`${NEURON}#2`, 1, 1)];
    const made = why(`${NEURON}.w1`, { gradient: 1, overwritten: true, terms });
    equal(chain(made), [
      'w1.grad ← 1.0000 × 2.0000 = 2.0000',
      '        ← 1.0000 × 1.0000 = 1.0000',
      '        = 1.0000',
    ]);
    ok(inWords(made)?.includes('wrong'));
  },

  'the loss, and what it does not depend on, are told as such'() {
    equal(chain(why('loss#2', { gradient: 1, from: 1, start: 'root' })), ['∂L/∂L = 1']);
    equal(chain(why('y', {})), ['∂L/∂y = 0.0000']);
    equal(inWords(why('y', {})), 'Nothing that leads to L uses it, so L does not move with it.');
  },

  'a check is passed by as many digits as agree'() {
    const nudge = { ...why('y', {}).nudge, quotient: -0.8944 };
    const { gradient } = why('y', {});
    ok(judge({ ...nudge, agreement: 2e-8 }, gradient).text.endsWith('to 7 digits.'));
    ok(judge({ ...nudge, agreement: 0 }, gradient).good);
    equal(judge({ ...nudge, agreement: 0.4 }, gradient).good, false);
    ok(judge({ ...nudge, agreement: 0.4, by: 0.1 }, gradient).text.includes('smaller move'));
    equal(judge({ ...nudge, agreement: NaN }, gradient).good, false);
  },

  'a check that rounding leaves open says so'() {
    const nudge = { ...why('y', {}).nudge, quotient: 0.98, expected: 0.001, agreement: 0.02 };
    const { gradient } = why('y', {});
    const open = judge({ ...nudge, rounding: 0.06 }, gradient);
    equal(open.good, null);
    ok(open.text.includes('too small to be seen beside so large a result'));
    ok(judge({ ...nudge, rounding: 0.01 }, gradient).text.includes('bends'));
    const absorbed = judge({ ...nudge, quotient: NaN, agreement: NaN, rounding: Infinity }, gradient);
    equal(absorbed.good, null);
    ok(absorbed.text.includes('beside so large a value'));
  },

  'a check that fails by the bug says whose gradient was overwritten'() {
    const nudge = { ...why('y', {}).nudge, quotient: 1, agreement: 0.5 };
    const overwritten = (/** @type {string[]} */ ...uses) =>
      judge(nudge, why('y', { overwritten: true, terms: uses.map((use) => term(use, 1, 1)) }).gradient).text;
    ok(overwritten('loss#1', 'loss#2').includes('It was overwritten'));
    ok(overwritten('loss#1').includes('One that it comes from was overwritten'));
  },
};
