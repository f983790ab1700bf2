import { explainMistake, ruleOf } from '/web/practice/mistakes.js';
import { backward, forward } from '/web/practice/found.js';
import { equal, ok } from '/tests/assert.js';

/** @typedef {import('/web/practice/series.js').Mistake} Mistake */

const graph = {
  name: (/** @type {string} */ id) => `the ${id}`,
  op: (/** @type {string} */ id) => ({ e: '*', t: 'tanh', q: '**2' })[id] ?? '',
  isRoot: false,
};

/** @param {Partial<Mistake> & { kind: string }} mistake @param {'data' | 'gradient'} [quantity] */
function said(mistake, quantity = 'gradient') {
  const diagnosis = { node: 'a', quantity, answer: 1, right: false, expected: 2, mistake: { missing: [], ...mistake } };
  const { what, hint } = explainMistake(diagnosis, graph);
  return `${what} ${hint}`;
}

export default {
  'every kind of mistake has a sentence of its own'() {
    const kinds = [
      'sign',
      'overwrote',
      'overwrote-above',
      'missed-contribution',
      'forgot-upstream',
      'wrong-partial',
      'took-value',
      'other',
    ];
    equal(new Set(kinds.map((kind) => said({ kind }))).size, kinds.length);
    const ofData = ['sign', 'took-gradient', 'wrong-operation', 'skipped-operation', 'other'];
    equal(new Set(ofData.map((kind) => said({ kind, took: 'tanh' }, 'data'))).size, ofData.length);
  },

  'who forgot the upstream gradient is told where it stands'() {
    ok(
      said({ kind: 'forgot-upstream', consumer: 'e', upstream: -2 }).endsWith(
        'by the gradient of the e, which is −2.0000.',
      ),
    );
  },

  'who took a wrong local derivative is told what was taken, and the rule'() {
    equal(
      said({ kind: 'wrong-partial', consumer: 'e', took: 'own-value' }),
      'The local derivative of the e is wrong: you took its own value. ' +
        'The local derivative of a product by one factor is the other factor.',
    );
    ok(said({ kind: 'wrong-partial', consumer: 't', took: 'forgot-square' }).includes('without the square'));
  },

  'who missed contributions is told which'() {
    ok(said({ kind: 'missed-contribution', missing: ['d'] }).endsWith('Not in your sum: that of the d.'));
    ok(
      said({ kind: 'missed-contribution', missing: ['a', 'b', 'c', 'd', 'e'] }).endsWith(
        'that of the a, and of the b, and of the c, and of 2 more.',
      ),
    );
    ok(said({ kind: 'missed-contribution', missing: ['carried'] }).includes('Zeroing is off'));
  },

  'who overwrote a gradient is told which: the asked one, or one that it comes from'() {
    ok(said({ kind: 'overwrote' }).includes('It is used more than once'));
    const above = said({ kind: 'overwrote-above', consumer: 'e' });
    equal(
      above,
      'The gradient of the e, as you took it, is only the contribution that comes last. ' +
        'That one is used more than once, and every use adds its own: a gradient is collected by +=, not set by =.',
    );
  },

  'whoever is asked for the gradient of the loss itself hears that backward begins there'() {
    const diagnosis = { node: 'L', quantity: /** @type {const} */ ('gradient'), answer: 0, right: false, expected: 1 };
    ok(explainMistake(diagnosis, { ...graph, isRoot: true }).hint.includes('Backward begins'));
  },

  'the rule of an operation is found whatever constant belongs to it'() {
    equal(ruleOf('**2'), ruleOf('**'));
    equal(ruleOf('1-'), ruleOf('-'));
    equal(ruleOf('*0.01'), ruleOf('*'));
    for (const [op, symbol] of [['-3*', '*'], ['-2**', '**'], ['+-2', '+'], ['*-3', '*'], ['max 2', 'max']]) equal(ruleOf(op), ruleOf(symbol)); // prettier-ignore
    for (const op of [
      '+',
      '-',
      '*',
      '/',
      '**',
      'max',
      'min',
      'neg',
      'tanh',
      'exp',
      'log',
      'relu',
      'leaky_relu',
      'sigmoid',
    ])
      ok(ruleOf(op) !== '', op);
    for (const op of ['softplus', 'sin', 'cos', 'sqrt', 'abs']) ok(ruleOf(op) !== '', op);
  },

  'a number that was found is written with the numbers that it comes from'() {
    equal(forward({ data: -6, op: '*', operands: [{ data: 2 }, { data: -3 }] }), '−6.0000 = 2.0000 × (−3.0000)');
    const term = { upstream: -2, partial: -3 };
    equal(backward({ gradient: 6, from: 0, start: 'zero', terms: [term] }), '6.0000 = −2.0000 × (−3.0000)');
    equal(
      backward({ gradient: 13, from: 1, start: 'carried', terms: [term, term] }),
      '13.0000 = 1.0000 + −2.0000 × (−3.0000) + −2.0000 × (−3.0000)',
    );
    ok(backward({ gradient: 1, from: 1, start: 'root', terms: [] }).includes('one for one'));
  },
};
