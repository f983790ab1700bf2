import { difference, proposal, split, sweepable, wantedBy } from '/web/compare/choices.js';
import { equal, ok } from '/tests/assert.js';
import { notebook } from '/tests/recipes.js';

/** @typedef {import('/web/types.d.ts').Setting} Setting */

/** @param {Partial<Setting>} own @returns {Setting} */
const setting = (own) => ({
  ...{ field: '', key: '', title: '', help: '', type: 'number', default: 0, min: 0, aboveMin: true, max: 10 },
  ...{ choices: [], editable: false },
  ...own,
});

const RATE = setting({ field: 'training.learningRate', title: 'learning rate' });
const SEED = setting({ field: 'network.seed', title: 'seed', type: 'integer', aboveMin: false, max: 1e6 });
const OPTIMIZER = setting({
  field: 'training.optimizer',
  title: 'optimizer',
  type: 'choice',
  choices: [
    { value: 'sgd', title: 'gradient descent' },
    { value: 'adam', title: 'Adam' },
  ],
});
const LIMITS = { neuronsPerLayer: 64 };

export default {
  'values are written in many ways'() {
    equal(split('0.1, 0.3'), ['0.1', '0.3']);
    equal(split(' 0,1;0,3 '), ['0,1', '0,3']);
    equal(split('1,2,3'), ['1', '2', '3']);
    equal(split(' \n'), []);
  },

  'every value becomes a recipe that differs in nothing else, and each stands once'() {
    const base = notebook;
    const { wanted } = wantedBy(RATE, base, ['0,1', '0.1', '0.3'], 8);
    equal(
      wanted.map(({ title }) => title),
      ['learning rate 0.1', 'learning rate 0.3'],
    );
    equal(wanted[1].recipe, { ...base, training: { ...base.training, learningRate: 0.3 } });
    equal(
      wantedBy(OPTIMIZER, base, ['adam'], 8).wanted.map(({ title }) => title),
      ['optimizer Adam'],
    );
  },

  'a width is that of every hidden layer'() {
    const base = notebook;
    const width = sweepable([], base, LIMITS)[0];
    equal(wantedBy(width, base, ['7'], 8).wanted[0].recipe.network.layers, [7, 7, 1]);
    equal(sweepable([], { ...notebook, network: { ...notebook.network, layers: [1] } }, LIMITS), []);
  },

  'what cannot be is refused with its limit, and nothing is computed'() {
    const base = notebook;
    for (const [values, words] of /** @type {[string[], string][]} */ ([
      [['0.1', 'x'], 'Learning rate must be a number, more than 0 and at most 10. “x” is not.'],
      [['11'], '“11” is not'],
      [[], 'Say at least one value'],
      [['1', '2', '3'], 'At most 2 runs'],
    ])) {
      const { wanted, problem } = wantedBy(RATE, base, values, 2);
      equal(wanted, []);
      ok(problem.includes(words), problem);
    }
    ok(wantedBy(SEED, base, ['1.5'], 8).problem.includes('whole number'));
  },

  'a proposal is around what holds now, and may be run'() {
    const base = notebook;
    for (const each of [RATE, SEED]) {
      equal(wantedBy(each, base, split(proposal(each, base)), 8).problem, '');
    }
  },

  'two recipes differ by what can be said of them'() {
    const base = notebook;
    equal(difference(base, base, [RATE, SEED]), 'as it is shown');
    const other = { ...base, training: { ...base.training, learningRate: 0.5 }, network: { ...base.network, seed: 3 } };
    equal(difference(other, base, [RATE, SEED]), 'learning rate 0.5, seed 3');
  },
};
