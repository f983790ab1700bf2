import { choiceOf, queryOf } from '/web/expression/query.js';
import { equal } from '../assert.js';

const defaults = { missing: 1, rate: 0.01, maxRate: 1000, characters: 100 };
const choice = {
  ...{
    draft: 'L = a*b',
    inputs: new Map(),
    overwrite: false,
    selected: null,
    leaves: null,
    rate: 0.01,
    practice: null,
  },
};

/** @param {Partial<import('../../../../web/expression/types.d.ts').Choice>} patch */
const query = (patch) => queryOf({ ...choice, ...patch }, defaults);

export default {
  'the expression is always in the address, and nothing else that is as usual'() {
    equal(query({}), '?source=L%20=%20a*b');
  },
  'all that was chosen is said'() {
    equal(
      query({
        ...{ inputs: new Map([['a', 2], ['b', -3e-9]]), overwrite: true, selected: 'a#2', leaves: ['a', 'b'], rate: 0.1 }, // prettier-ignore
      }),
      '?source=L%20=%20a*b&inputs=a:2,b:-3e-9&overwrite=on&selected=a%232&leaves=a,b&rate=0.1',
    );
  },
  'no chosen leaf is not the same as all of them'() {
    equal(query({ leaves: [] }), '?source=L%20=%20a*b&leaves=');
  },
  'an exercise is a link'() {
    equal(query({ practice: { asked: 'gradient', seed: 7, number: 4 } }), '?source=L%20=%20a*b&practice=gradient:7:4');
  },
  'signs of a source survive the address'() {
    const source = 'a + b & c % d # ?\nü';
    equal(new URLSearchParams(query({ draft: source })).get('source'), source);
  },
  'numbers that a step has made too large are words'() {
    equal(query({ inputs: new Map([['a', NaN], ['b', -Infinity]]) }), '?source=L%20=%20a*b&inputs=a:NaN,b:-Infinity'); // prettier-ignore
  },
  'an example is a choice like any other'() {
    const example = {
      ...{ name: 'twice', title: '', look: '', source: 'b = a + a', inputs: { a: 3 }, node: 'a', leaves: ['a'] },
    };
    equal(query(choiceOf(example, defaults)), '?source=b%20=%20a%20%2B%20a&inputs=a:3&selected=a&leaves=a');
  },
};
